import { getRounds } from '../api.ts'
import { toDate } from '../format.ts'
import { textOf } from '../i18n/language.ts'
import { shellText } from '../i18n/shell.ts'
import { entryAddress } from '../state/address.ts'
import { firstEntryYear } from '../state/entry-year.ts'
import { user } from '../state/session.ts'
import { useAnswer } from '../state/use-answer.ts'

/** A page where someone with a role works. */
interface DeskPage {
  href: string
  label: string
  isAt: (path: string) => boolean
}

const at = (start: string) => (path: string) => path === start || path.startsWith(`${start}/`)

/** The pages where whoever is signed in works; none for readers. */
export function useDeskPages(now: string): DeskPage[] {
  const text = textOf(shellText)
  const who = user.value
  const regionCode = who?.role === 'reporter' ? who.regionCode : null
  const rounds = useAnswer(`rounds ${regionCode ?? ''}`, async (signal) => (regionCode ? await getRounds(signal) : []))
  const due = { href: '/due', label: text.due, isAt: at('/due') }
  switch (who?.role) {
    case 'reporter': {
      const year = firstEntryYear(rounds.state === 'ready' ? rounds.value : [], regionCode ?? '', toDate(now))
      return [{ href: entryAddress(regionCode ?? '', year), label: text.entry, isAt: at('/entry') }, due]
    }
    case 'reviewer':
      return [{ href: '/review', label: text.review, isAt: at('/review') }, due]
    case 'administrator':
      return [{ href: '/admin', label: text.admin, isAt: at('/admin') }, due]
    default:
      return []
  }
}

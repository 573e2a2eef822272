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

/** A page at `start` and below it, opened at `href`. */
const desk = (start: string, label: string, href = start): DeskPage => ({
  href,
  label,
  isAt: (path) => `${path}/`.startsWith(`${start}/`),
})

/** The pages where whoever is signed in works; none for readers. */
export function useDeskPages(now: string): DeskPage[] {
  const text = textOf(shellText)
  const who = user.value
  const regionCode = who?.role === 'reporter' ? who.regionCode : null
  const rounds = useAnswer(`rounds ${regionCode ?? ''}`, async (signal) => (regionCode ? await getRounds(signal) : []))
  const due = desk('/due', text.due)
  switch (who?.role) {
    case 'reporter': {
      const year = firstEntryYear(rounds.state === 'ready' ? rounds.value : [], regionCode ?? '', toDate(now))
      return [desk('/entry', text.entry, entryAddress(regionCode ?? '', year)), due]
    }
    case 'reviewer':
      return [desk('/review', text.review), due]
    case 'auditor':
      return [desk('/snapshots', text.snapshots), desk('/audit', text.audit)]
    case 'administrator':
      return [desk('/admin', text.admin), due]
    default:
      return []
  }
}

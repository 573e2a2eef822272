import { useRoute } from 'preact-iso'
import type { Sheet } from '../../../server/contract/entry.ts'
import type { User } from '../../../server/domain/access.ts'
import { getPlans, getRegions, getRounds } from '../../api.ts'
import { OnlyFor } from '../../components/OnlyFor.tsx'
import { either, textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { useTitle } from '../../layout/use-title.ts'
import { Waiting } from '../../layout/Waiting.tsx'
import { entryYears } from '../../state/entry-year.ts'
import { user } from '../../state/session.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { EntryDesk } from './EntryDesk.tsx'
import { getSheet } from './sender.ts'
import { useDesk } from './use-desk.ts'
import './entry.css'
import './entry-grid.css'

const getNames = async (signal: AbortSignal) => {
  const [plans, regions, rounds] = await Promise.all([getPlans(signal), getRegions(signal), getRounds(signal)])
  return { plans, regions, rounds }
}
type Names = Awaited<ReturnType<typeof getNames>>

const ROLES = ['reporter', 'reviewer', 'administrator'] as const

/** 填报: the figures of one region and year. */
export const EntryPage = () => (
  <OnlyFor roles={ROLES}>
    <EntryOfRegion />
  </OnlyFor>
)

function EntryOfRegion() {
  const { params } = useRoute()
  const regionCode = params['region'] ?? ''
  const year = Number(params['year'])
  const who = user.value
  const username = who?.username ?? ''
  const sheet = useAnswer(`sheet ${username} ${regionCode} ${year}`, (signal) => getSheet({ regionCode, year }, signal))
  const names = useAnswer(`entry-names ${username}`, getNames)
  if (sheet.state === 'problem') return <Trouble problem={sheet.problem} retry={sheet.retry} />
  if (names.state === 'problem') return <Trouble problem={names.problem} retry={names.retry} />
  if (sheet.state === 'loading' || names.state === 'loading' || who === undefined) {
    return <Waiting slow={sheet.state === 'loading' && sheet.slow} />
  }
  return <EntryView key={`${username} ${regionCode} ${year}`} sheet={sheet.value} names={names.value} who={who} />
}

/** The sheet with a desk of its own, which stays as long as person, region and year do. */
function EntryView({ sheet, names, who }: { sheet: Sheet; names: Names; who: User }) {
  const desk = useDesk(sheet, who)
  const found = names.regions.find(({ code }) => code === sheet.regionCode)
  const region = found === undefined ? sheet.regionCode : either(found.nameZh, found.nameEn)
  useTitle(textOf(entryText).pageTitle(region, sheet.year))
  if (desk === null) return <Waiting slow={false} />
  const years = entryYears(names.rounds, sheet.regionCode)
  return <EntryDesk {...{ desk, sheet, region, years }} plans={names.plans} />
}

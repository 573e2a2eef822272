import { useLocation } from 'preact-iso'
import type { DueCounts } from '../../../../server/contract/due.ts'
import { get, getHealth, getRegions, getRounds } from '../../../api.ts'
import { toDate } from '../../../format.ts'
import { roundsText } from '../../../i18n/admin-rounds.ts'
import { either, textOf } from '../../../i18n/language.ts'
import { Trouble } from '../../../layout/Trouble.tsx'
import { Waiting } from '../../../layout/Waiting.tsx'
import { useFresh } from '../../../state/use-fresh.ts'
import { adminAddress, opensForm } from '../address.ts'
import { ExtendForm } from './ExtendForm.tsx'
import { RoundForm } from './RoundForm.tsx'
import { inOrder, summaryOf } from './round-progress.ts'
import type { FormData, RoundsData } from './rounds-data.ts'
import { RoundSection } from './RoundSection.tsx'

/** So many regions of each round are shown, those that owe most. */
const FEW_REGIONS = 20

const load = async (signal: AbortSignal): Promise<RoundsData> => {
  const few = { order: 'left', perRound: FEW_REGIONS, limit: 1000 }
  const [rounds, due] = await Promise.all([getRounds(signal), get<DueCounts>('/api/due-counts', few, signal)])
  return { rounds, due }
}

export function RoundsPart() {
  const { query } = useLocation()
  return query['new'] || query['change'] ? <FormPart /> : <ListPart />
}

const loadForm = async (signal: AbortSignal) => {
  const [rounds, health, regions] = await Promise.all([getRounds(signal), getHealth(signal), getRegions(signal)])
  return { rounds, today: toDate(health.asOf), regions }
}

function FormPart() {
  const { query } = useLocation()
  const answer = useFresh('admin rounds form', loadForm)
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  const { rounds, today, regions } = answer.value
  const names = new Map(regions.map(({ code, nameZh, nameEn }) => [code, either(nameZh, nameEn)]))
  const data: FormData = { rounds, today, regions, regionName: (code) => names.get(code) ?? code }
  const changed = rounds.find((round) => String(round.id) === query['change'])
  if (query['new']) return <RoundForm key="new" data={data} />
  return changed ? <RoundForm key={changed.id} data={data} round={changed} /> : <ListPart />
}

function ListPart() {
  const text = textOf(roundsText)
  const { query } = useLocation()
  const answer = useFresh('admin rounds', load)
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  const data = answer.value
  const { rounds, due } = data
  const find = (id: string | undefined) => rounds.find((round) => String(round.id) === id)
  const extended = find(query['extend'])
  const whole = find(query['round'])
  return (
    <>
      <header class="lede with-act">
        <div>
          <h1>{rounds.length === 0 ? text.none : text.lede(summaryOf(rounds, due))}</h1>
          <p>{rounds.length === 0 ? text.noneHint : text.lead}</p>
        </div>
        <a class={opensForm(query) ? 'button' : 'button main'} href={adminAddress('rounds', { new: '1' })}>
          {text.open}
        </a>
      </header>
      {whole !== undefined && (
        <p class="small">
          <a href={adminAddress('rounds')}>{text.everyRound}</a>
        </p>
      )}
      {(whole === undefined ? inOrder(rounds, due.today) : [whole]).map((round) => (
        <RoundSection
          key={round.id}
          round={round}
          data={data}
          isExtended={round === extended}
          isWhole={round === whole}
        >
          {round === extended && <ExtendForm round={round} today={due.today} />}
        </RoundSection>
      ))}
    </>
  )
}

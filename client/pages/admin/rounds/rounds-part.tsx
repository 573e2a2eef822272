import { useLocation } from 'preact-iso'
import { getDue, getRegions, getRounds } from '../../../api.ts'
import { roundsText } from '../../../i18n/admin-rounds.ts'
import { either, textOf } from '../../../i18n/language.ts'
import { Trouble } from '../../../layout/Trouble.tsx'
import { Waiting } from '../../../layout/Waiting.tsx'
import { useFresh } from '../../../state/use-fresh.ts'
import { adminAddress, opensForm } from '../address.ts'
import { ExtendForm } from './ExtendForm.tsx'
import { RoundForm } from './RoundForm.tsx'
import { inOrder, summaryOf } from './round-progress.ts'
import type { RoundsData } from './rounds-data.ts'
import { RoundSection } from './RoundSection.tsx'

const load = async (signal: AbortSignal) => {
  const [rounds, due, regions] = await Promise.all([getRounds(signal), getDue(signal), getRegions(signal)])
  return { rounds, due, regions }
}

export function RoundsPart() {
  const text = textOf(roundsText)
  const { query } = useLocation()
  const answer = useFresh('admin rounds', load)
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  const { rounds, due, regions } = answer.value
  const names = new Map(regions.map(({ code, nameZh, nameEn }) => [code, either(nameZh, nameEn)]))
  const data: RoundsData = { rounds, due, regions, regionName: (code) => names.get(code) ?? code }
  const find = (id: string | undefined) => rounds.find((round) => String(round.id) === id)
  const changed = find(query['change'])
  if (query['new']) return <RoundForm key="new" data={data} />
  if (changed) return <RoundForm key={changed.id} data={data} round={changed} />
  const extended = find(query['extend'])
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
      {inOrder(rounds, due.today).map((round) => (
        <RoundSection key={round.id} round={round} data={data} isExtended={round === extended}>
          {round === extended && <ExtendForm round={round} today={due.today} />}
        </RoundSection>
      ))}
    </>
  )
}

import type { ComponentChildren } from 'preact'
import type { RoundAnswer } from '../../../../server/contract/round.ts'
import { toDate } from '../../../format.ts'
import { roundsText } from '../../../i18n/admin-rounds.ts'
import { textOf } from '../../../i18n/language.ts'
import { roundText } from '../../../i18n/round.ts'
import { standOf } from '../../../round-days.ts'
import { adminAddress } from '../address.ts'
import { HistoryList } from '../HistoryList.tsx'
import { AllRegions } from './AllRegions.tsx'
import { RegionTable } from './RegionTable.tsx'
import type { RoundsData } from './rounds-data.ts'

interface Props {
  round: RoundAnswer
  data: RoundsData
  isExtended: boolean
  /** Whether all its regions are shown, in pages; else a few. */
  isWhole: boolean
  /** The form that extends it, where it is open. */
  children: ComponentChildren
}

/** One round: where it stands, what is left in each region, and what was changed of it. */
export function RoundSection({ round, data, isExtended, isWhole, children }: Props) {
  const text = textOf(roundsText)
  const words = textOf(roundText)
  const { id, year, kind, opensOn, closesOn, indicatorCodes } = round
  const title = words.title(year, kind)
  const items = data.due.items.filter(({ roundId }) => roundId === id)
  const sum = data.due.rounds.find(({ roundId }) => roundId === id)
  const regions = sum?.regions ?? 0
  const stand = standOf(round, data.due.today)
  const isOver = stand.is === 'closed' && kind !== 'revision'
  return (
    <section class="section round" aria-labelledby={`round-${id}`}>
      <header>
        <h2 id={`round-${id}`}>{title}</h2>
        <strong class={stand.is === 'open' ? 'stand open' : 'stand'}>{words.stand(stand)}</strong>
        <span class="acts">
          {!isExtended && (
            <a
              class="button"
              href={adminAddress('rounds', { extend: String(id) })}
              aria-label={text.extendTitle(title)}
            >
              {text.extend}
            </a>
          )}
          <a
            class="button quiet"
            href={adminAddress('rounds', { change: String(id) })}
            aria-label={text.changeTitle(title)}
          >
            {text.change}
          </a>
        </span>
      </header>
      <p class="aside small">
        <span class="together">{words.days(opensOn, closesOn)}</span> ·{' '}
        {indicatorCodes === null ? text.allIndicators : text.someIndicators(indicatorCodes.length)}
      </p>
      {children}
      {kind === 'revision' && <p class="aside small">{text.corrections}</p>}
      {isWhole ? (
        <AllRegions roundId={id} title={title} />
      ) : isOver && sum?.left === 0 ? (
        <p>{text.allIn}</p>
      ) : (
        <>
          <RegionTable items={items} title={title} />
          {items.length < regions && (
            <p class="small">
              <a href={adminAddress('rounds', { round: String(id) })} aria-label={text.allRegionsOf(title, regions)}>
                {text.allRegions(regions)}
              </a>
            </p>
          )}
        </>
      )}
      <HistoryList
        count={text.history(round.history.length)}
        entries={round.history.map((entry, index) => ({
          id: String(entry.revision),
          at: toDate(entry.at),
          by: entry.by,
          what: toldChange(round.history, index, text),
          reason: entry.reason,
        }))}
      />
    </section>
  )
}

function toldChange(history: RoundAnswer['history'], index: number, text: (typeof roundsText)['zh-CN']): string {
  const [before, entry] = [history[index - 1], history[index]]
  if (entry === undefined) return ''
  if (before === undefined) return text.opened(entry.opensOn, entry.closesOn)
  const isSame = before.opensOn === entry.opensOn && before.closesOn === entry.closesOn
  return isSame ? text.termsChanged : text.changed(entry.opensOn, entry.closesOn)
}

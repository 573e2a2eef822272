import type { SnapshotDetail, SnapshotDiff } from '../../../server/contract/snapshot.ts'
import { STATUS_LABELS } from '../../../server/domain/labels.ts'
import { StatusWord } from '../../components/StatusWord.tsx'
import { changesText } from '../../i18n/changes.ts'
import { language, say, textOf } from '../../i18n/language.ts'
import { snapshotsText } from '../../i18n/snapshots.ts'
import { nameOf } from '../../names.ts'
import { targetAddress } from '../../state/address.ts'
import { user } from '../../state/session.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { toldCounts } from '../changes/ChangesLede.tsx'
import { indicatorName } from '../changes/names.ts'
import { whyTurned } from '../changes/why.ts'
import { compareAddress } from './addresses.ts'
import { loadDiff, type NamedDiff } from './snapshots-data.ts'
import { toMinute } from './told-snapshot.ts'

const SHOWN = 3

/** What it has that the earlier one has not: how much, and the first statuses that turned, with why. */
export function SinceLast({ older, newer }: { older: NonNullable<SnapshotDetail['earlier']>; newer: string }) {
  const text = textOf(snapshotsText)
  const answer = useAnswer(`brief diff ${older.id} ${newer} ${user.value?.username}`, (signal) =>
    loadDiff(older.id, newer, signal, true),
  )
  return (
    <section class="section">
      <header>
        <h2>{text.since(older.id)}</h2>
        <span class="small aside">{text.sinceHint(toMinute(older.asOf))}</span>
        <span class="more">
          <a href={compareAddress(older.id, newer)}>{text.everything}</a>
        </span>
      </header>
      {answer.state === 'ready' && <Changed named={answer.value} />}
      {answer.state === 'problem' && <p role="alert">{answer.problem.detail}</p>}
    </section>
  )
}

function Changed({ named }: { named: NamedDiff }) {
  const text = textOf(snapshotsText)
  const { counts, statuses } = named.diff
  if (toldCounts(counts).length === 0) return <p>{text.nothingChanged}</p>
  const facts = [
    [text.counts.added, counts.figuresAdded],
    [text.counts.corrected, counts.figuresCorrected],
    ...(counts.targetsAdded > 0 ? [[text.addedTargets, counts.targetsAdded] as const] : []),
    [text.counts.moved, counts.targetsRevised],
    [text.counts.turned, counts.statuses],
  ] as const
  const turned = statuses.filter(({ before, after }) => before !== null && after !== null)
  return (
    <>
      <dl class="facts">
        {facts.map(([name, count]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{count}</dd>
          </div>
        ))}
      </dl>
      <ul class="turned-list">
        {turned.slice(0, SHOWN).map((one) => (
          <Turned key={`${one.targetId} ${one.milestoneYear}`} one={one} named={named} />
        ))}
      </ul>
      {counts.statuses > SHOWN && <p class="small aside">{text.moreTurned(counts.statuses - SHOWN)}</p>}
    </>
  )
}

function Turned({ one, named }: { one: SnapshotDiff['statuses'][number]; named: NamedDiff }) {
  const text = textOf(snapshotsText)
  const words = textOf(changesText)
  const { targetId, regionCode, indicatorCode, milestoneYear, before, after } = one
  const indicator = named.indicators.get(indicatorCode)
  if (!indicator || before === null || after === null) return null
  const name = `${nameOf(named.regions, regionCode)} ${indicatorName(indicator)}`
  return (
    <li>
      <StatusWord status={after.status} />
      <span>
        <a href={targetAddress(targetId, milestoneYear, named.diff.newer.asOf)}>
          {text.wasBefore(name, milestoneYear, say(STATUS_LABELS[before.status]))}
        </a>
        <small>{whyTurned(one, named.diff, indicator, language.value, words).join(words.joint)}</small>
      </span>
    </li>
  )
}

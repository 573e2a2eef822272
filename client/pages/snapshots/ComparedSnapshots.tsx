import { useLocation } from 'preact-iso'
import type { SnapshotList } from '../../../server/contract/snapshot.ts'
import { changesText } from '../../i18n/changes.ts'
import { textOf } from '../../i18n/language.ts'
import { snapshotsText } from '../../i18n/snapshots.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { Waiting } from '../../layout/Waiting.tsx'
import { user } from '../../state/session.ts'
import { useAnswer } from '../../state/use-answer.ts'
import { ChangesLede, toldCounts } from '../changes/ChangesLede.tsx'
import { ChangeTables } from '../changes/ChangeTables.tsx'
import { diffCsv, snapshotAddress } from './addresses.ts'
import { PairChoice } from './PairChoice.tsx'
import { getSnapshots, loadDiff, type NamedDiff, readyOnes } from './snapshots-data.ts'
import { toMinute } from './told-snapshot.ts'

/** What the newer of two snapshots has that the older has not; the two newest where the address names none. */
export function ComparedSnapshots() {
  const text = textOf(snapshotsText)
  const { query } = useLocation()
  const list = useAnswer(`snapshots ${user.value?.username}`, getSnapshots)
  if (list.state === 'problem') return <Trouble problem={list.problem} retry={list.retry} />
  if (list.state === 'loading') return <Waiting slow={list.slow} />
  const made = readyOnes(list.value)
  const older = query['older'] || made[1]?.id
  const newer = query['newer'] || made[0]?.id
  if (older === undefined || newer === undefined) return <NoPair title={text.needTwo} hint={text.needTwoHint} />
  const isThere = (wanted: string): boolean => made.some(({ id }) => id === wanted)
  return older !== newer && isThere(older) && isThere(newer) ? (
    <Pair key={`${older} ${newer}`} older={older} newer={newer} list={list.value} />
  ) : (
    <NoPair title={text.noPair} hint={text.noPairHint} />
  )
}

/** Why there is nothing to compare, and the way back to the snapshots. */
function NoPair({ title, hint }: { title: string; hint: string }) {
  return (
    <div class="trouble">
      <h1>{title}</h1>
      <p>{hint}</p>
      <a class="button main" href="/snapshots">
        {textOf(snapshotsText).toList}
      </a>
    </div>
  )
}

function Pair({ older, newer, list }: { older: string; newer: string; list: SnapshotList }) {
  const answer = useAnswer(`diff ${older} ${newer} ${user.value?.username}`, (signal) => loadDiff(older, newer, signal))
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  return <View named={answer.value} list={list} />
}

function View({ named: { diff, regions, plans, indicators }, list }: { named: NamedDiff; list: SnapshotList }) {
  const text = textOf(snapshotsText)
  const words = textOf(changesText)
  const { older, newer, counts, method, people } = diff
  const ends = { before: text.number(older.id), after: text.number(newer.id) }
  const isEmpty = toldCounts(counts).length === 0
  const notes = [
    text.diffDays(toMinute(older.asOf), toMinute(newer.asOf)),
    ...(isEmpty ? [text.diffNothing] : []),
    words.methodInForce(method.after.id, method.before.version, method.after.version),
  ]
  return (
    <div class="changes snapshots">
      <ChangesLede counts={counts} ends={text.diffEnds(older.id, newer.id)} notes={notes}>
        <p class="crumbs">
          <a href="/snapshots">{text.title}</a> / <a href={snapshotAddress(older.id)}>{ends.before}</a> /{' '}
          <a href={snapshotAddress(newer.id)}>{ends.after}</a>
        </p>
      </ChangesLede>
      <div class="scope scope-line">
        <PairChoice made={readyOnes(list)} older={older.id} newer={newer.id} actsAtOnce />
        <a class="csv" href={diffCsv(older.id, newer.id)}>
          {text.csv}
        </a>
      </div>
      <ChangeTables data={{ changes: diff, ends, asOf: newer.asOf, regions, plans, indicators, people }} />
    </div>
  )
}

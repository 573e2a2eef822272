import type { SnapshotDetail } from '../../../server/contract/snapshot.ts'
import { CopyText } from '../../components/CopyText.tsx'
import { textOf } from '../../i18n/language.ts'
import { snapshotsText } from '../../i18n/snapshots.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { Waiting } from '../../layout/Waiting.tsx'
import { user } from '../../state/session.ts'
import { zipAddress } from './addresses.ts'
import { Chain } from './Chain.tsx'
import { CheckList } from './CheckList.tsx'
import { Failed } from './Failed.tsx'
import { FileTable } from './FileTable.tsx'
import { MakingBar } from './MakingBar.tsx'
import { SinceLast } from './SinceLast.tsx'
import { getSnapshot } from './snapshots-data.ts'
import { toldMaker } from './told-maker.ts'
import { toCount, toInstant, toSize } from './told-snapshot.ts'
import { useWatched } from './use-watched.ts'

const isUnderWay = ({ state }: SnapshotDetail): boolean => state === 'making'

/** One snapshot; while it is made, how far it is, and then itself. */
export function OneSnapshot({ id }: { id: string }) {
  const { answer } = useWatched(
    `snapshot ${id} ${user.value?.username}`,
    (signal) => getSnapshot(id, signal),
    isUnderWay,
  )
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  return <View made={answer.value} />
}

function View({ made }: { made: SnapshotDetail }) {
  const text = textOf(snapshotsText)
  const { id, titleZh, state, failure, earlier } = made
  return (
    <div class="snapshots snapshot">
      <header class="lede with-act">
        <div>
          <p class="crumbs">
            <a href="/snapshots">{text.title}</a> / {text.number(id)}
          </p>
          <h1>{titleZh}</h1>
          <p>{toldLead(made)}</p>
        </div>
        {made.onDisk && (
          <a class="button main" href={zipAddress(id)}>
            {text.download(toSize(made.bytes ?? 0))}
          </a>
        )}
      </header>
      {state === 'making' && <MakingBar job={made} />}
      {failure !== null && (
        <>
          <Failed id={id} failure={failure} />
          <p class="after-failure">
            <a class="button main" href="/snapshots">
              {text.again}
            </a>
          </p>
        </>
      )}
      {state === 'ready' && (
        <div class="snapshot-columns">
          <div>
            <Fingerprint made={made} />
            <CheckList made={made} />
            <Chain made={made} />
          </div>
          <div>
            <FileTable made={made} />
            {earlier && <SinceLast older={earlier} newer={id} />}
          </div>
        </div>
      )}
    </div>
  )
}

function toldLead(made: SnapshotDetail): string {
  const text = textOf(snapshotsText)
  const who = toldMaker(made, made.people)
  return made.state === 'ready'
    ? text.lead(toInstant(made.asOf), toInstant(made.createdAt), who)
    : text.leadMaking(toInstant(made.asOf), who)
}

const COUNTS = ['observations', 'milestones', 'revisions', 'lines'] as const

/** The fingerprint, large and in groups of four, and how much is in it. */
function Fingerprint({ made: { sha256, counts } }: { made: SnapshotDetail }) {
  const text = textOf(snapshotsText)
  if (sha256 === null || counts === null) return null
  return (
    <section class="section">
      <header>
        <h2>{text.fingerprint}</h2>
        <span class="small aside">{text.fingerprintHint}</span>
        <span class="more">
          <CopyText value={sha256} of={text.fingerprint} />
        </span>
      </header>
      <p class="fingerprint">
        <span class="visually-hidden">{sha256}</span>
        {(sha256.match(/.{4}/g) ?? []).map((group, index) => (
          <span key={index} aria-hidden="true">
            {group}
          </span>
        ))}
      </p>
      <dl class="facts">
        {COUNTS.map((name) => (
          <div key={name}>
            <dt>{text.columns[name]}</dt>
            <dd>{toCount(counts[name])}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

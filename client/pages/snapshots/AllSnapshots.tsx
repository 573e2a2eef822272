import { useState } from 'preact/hooks'
import { Phrases } from '../../components/Phrases.tsx'
import { textOf } from '../../i18n/language.ts'
import { snapshotsText } from '../../i18n/snapshots.ts'
import { Trouble } from '../../layout/Trouble.tsx'
import { Waiting } from '../../layout/Waiting.tsx'
import type { SnapshotList } from '../../../server/contract/snapshot.ts'
import { user } from '../../state/session.ts'
import { snapshotAddress } from './addresses.ts'
import { Failed } from './Failed.tsx'
import { MakeForm } from './MakeForm.tsx'
import { MakingBar } from './MakingBar.tsx'
import { PairChoice } from './PairChoice.tsx'
import { getSnapshots, jobOf, readyOnes } from './snapshots-data.ts'
import { SnapshotTable } from './SnapshotTable.tsx'
import { shortPrint, toMinute } from './told-snapshot.ts'
import { useWatched } from './use-watched.ts'

const isUnderWay = (list: SnapshotList): boolean => jobOf(list)?.state === 'making'

/** All snapshots, the form that makes another, and how far that is. */
export function AllSnapshots() {
  const { answer, again } = useWatched(`snapshots ${user.value?.username}`, getSnapshots, isUnderWay)
  if (answer.state === 'problem') return <Trouble problem={answer.problem} retry={answer.retry} />
  if (answer.state === 'loading') return <Waiting slow={answer.slow} />
  return <ListView list={answer.value} again={again} />
}

function ListView({ list, again }: { list: SnapshotList; again: () => void }) {
  const text = textOf(snapshotsText)
  const [begun, setBegun] = useState('')
  const ready = readyOnes(list)
  const job = jobOf(list)
  const [newest] = ready
  const phrases =
    newest === undefined ? text.none : text.some(ready.length, toMinute(newest.asOf), shortPrint(newest.sha256 ?? ''))
  const isMade = ready.some(({ id }) => id === begun)
  return (
    <div class="snapshots">
      <header class="lede">
        <h1>
          <Phrases of={phrases} />
        </h1>
        <p class="purpose">
          {text.purpose}
          {newest === undefined && text.space + text.firstHint}
        </p>
      </header>
      <section class="section make">
        <header>
          <h2>{text.makeTitle}</h2>
        </header>
        <MakeForm
          now={list.asOf}
          making={job?.state === 'making' ? job.id : ''}
          onBegun={(id) => {
            setBegun(id)
            again()
          }}
          onRefused={again}
        />
        <div class="under-way">
          {job?.making && <MakingBar job={job} />}
          {job?.failure && <Failed id={job.id} failure={job.failure} />}
          <p class="told" role="status">
            {isMade && (
              <>
                {text.made(begun)} <a href={snapshotAddress(begun)}>{text.open(begun)}</a>
              </>
            )}
          </p>
        </div>
      </section>
      {ready.length > 0 && (
        <section class="section">
          <header>
            <h2>{text.list}</h2>
          </header>
          {ready.length > 1 && <PairChoice made={ready} />}
          <SnapshotTable made={ready} people={list.people} />
        </section>
      )}
    </div>
  )
}

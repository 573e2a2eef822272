import { changesText } from '../../i18n/changes.ts'
import { textOf } from '../../i18n/language.ts'
import { ChangedFigures } from './ChangedFigures.tsx'
import { ChangedTargets } from './ChangedTargets.tsx'
import type { NamedChanges } from './changes-data.ts'
import { TurnedStatuses } from './TurnedStatuses.tsx'
import './changes.css'

/** What turned, moved, came and was corrected, a table each; nothing where nothing changed. */
export function ChangeTables({ data }: { data: NamedChanges }) {
  const text = textOf(changesText)
  const { statuses, targets, figures } = data.changes
  if (statuses.length + targets.length + figures.length === 0) return null
  return (
    <>
      <section class="section">
        <header>
          <h2>{text.statuses}</h2>
        </header>
        {statuses.length > 0 ? <TurnedStatuses data={data} /> : <p>{text.noStatuses}</p>}
      </section>
      <section class="section">
        <header>
          <h2>{text.targets}</h2>
        </header>
        {targets.length > 0 ? <ChangedTargets data={data} /> : <p>{text.noTargets}</p>}
      </section>
      <section class="section">
        <header>
          <h2>{text.figures}</h2>
        </header>
        {figures.length > 0 ? <ChangedFigures data={data} /> : <p>{text.noFigures}</p>}
      </section>
    </>
  )
}

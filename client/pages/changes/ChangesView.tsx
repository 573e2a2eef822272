import { changesText } from '../../i18n/changes.ts'
import { textOf } from '../../i18n/language.ts'
import type { Asked } from './asked.ts'
import { ChangedFigures } from './ChangedFigures.tsx'
import { ChangedTargets } from './ChangedTargets.tsx'
import type { ChangesData } from './changes-data.ts'
import { ChangesLede } from './ChangesLede.tsx'
import { Scope } from './Scope.tsx'
import { TurnedStatuses } from './TurnedStatuses.tsx'

interface Props {
  data: ChangesData
  asked: Asked
}

/** The sentence, what it is about, then the three tables that it counts. */
export function ChangesView({ data, asked }: Props) {
  const text = textOf(changesText)
  const { statuses, targets, figures } = data.changes
  const isEmpty = statuses.length + targets.length + figures.length === 0
  return (
    <div class="changes">
      <ChangesLede data={data} asked={asked} />
      <Scope data={data} asked={asked} />
      {!isEmpty && (
        <>
          <section class="section">
            <header>
              <h2>{text.statuses}</h2>
            </header>
            {statuses.length > 0 ? <TurnedStatuses data={data} asked={asked} /> : <p>{text.noStatuses}</p>}
          </section>
          <section class="section">
            <header>
              <h2>{text.targets}</h2>
            </header>
            {targets.length > 0 ? <ChangedTargets data={data} asked={asked} /> : <p>{text.noTargets}</p>}
          </section>
          <section class="section">
            <header>
              <h2>{text.figures}</h2>
            </header>
            {figures.length > 0 ? <ChangedFigures data={data} asked={asked} /> : <p>{text.noFigures}</p>}
          </section>
        </>
      )}
    </div>
  )
}

import { changesText } from '../../i18n/changes.ts'
import { textOf } from '../../i18n/language.ts'
import type { Asked } from './asked.ts'
import { ChangeTables } from './ChangeTables.tsx'
import type { ChangesData } from './changes-data.ts'
import { ChangesLede, toldCounts } from './ChangesLede.tsx'
import { scopeNames } from './names.ts'
import { Scope } from './Scope.tsx'

interface Props {
  data: ChangesData
  asked: Asked
}

/** The sentence, what it is about, then the three tables that it counts. */
export function ChangesView({ data, asked }: Props) {
  const text = textOf(changesText)
  const { changes, since, asOf, roundYear, regions, plans, indicators } = data
  const { counts, method } = changes
  const scope = scopeNames(data, asked).join(text.list)
  const notes = [
    ...(toldCounts(counts).length === 0 ? [scope === '' ? text.nothingHint : text.nothingHere] : []),
    text.methodInForce(method.after.id, method.before.version, method.after.version),
    ...(roundYear === null ? [] : [text.sinceRound(roundYear)]),
  ]
  const ends = asked.asOf === '' ? text.since(since, scope) : text.between(since, asOf, scope)
  return (
    <div class="changes">
      <ChangesLede counts={counts} ends={ends} notes={notes} />
      <Scope data={data} asked={asked} />
      <ChangeTables
        data={{
          changes,
          ends: { before: text.on(since), after: text.on(asOf) },
          asOf: asked.asOf,
          regions,
          plans,
          indicators,
        }}
      />
    </div>
  )
}

import type { TargetDetail } from '../../../../server/contract/target.ts'
import { STATUS_LABELS } from '../../../../server/domain/labels.ts'
import { targetsText } from '../../../i18n/admin-targets.ts'
import { language, say, textOf } from '../../../i18n/language.ts'
import { type Consequence, consequencesOf } from './target-changes.ts'
import type { promiseOf } from './target-values.ts'

interface Props {
  detail: TargetDetail
  /** The promise as it would be; undefined while it is not well formed. */
  after: ReturnType<typeof promiseOf> | undefined
  changes: readonly string[]
}

/** What is different, old and new, and what the pages will say of it: before anything is saved. */
export function ChangePreview({ detail, after, changes }: Props) {
  const text = textOf(targetsText)
  const consequences = after && changes.length > 0 ? consequencesOf(detail, after.milestones) : []
  return (
    <section class="section" aria-labelledby="preview">
      <header>
        <h2 id="preview">{text.preview}</h2>
      </header>
      <div class="change-preview" role="status">
        {changes.length === 0 ? (
          <p class="aside">{after === undefined ? text.unreadable : text.nothing}</p>
        ) : (
          <>
            <ul class="changed">
              {changes.map((change) => (
                <li key={change}>{change}</li>
              ))}
            </ul>
            <ul class="small">
              {turned(consequences).map(({ year, before, after: status }) => (
                <li key={year}>{text.turn(year, say(STATUS_LABELS[before]), say(STATUS_LABELS[status]))}</li>
              ))}
              <li>{toldFlag(consequences)}</li>
              <li>{text.kept}</li>
            </ul>
          </>
        )}
      </div>
    </section>
  )
}

const turned = (consequences: readonly Consequence[]) =>
  consequences.flatMap(({ year, before, after }) =>
    before === undefined || before === after ? [] : [{ year, before, after }],
  )

function toldFlag(consequences: readonly Consequence[]): string {
  const text = textOf(targetsText)
  const years = consequences.filter(({ isRevised }) => isRevised).map(({ year }) => year)
  return years.length === 0 ? text.unflagged : text.flagged(years.join(language.value === 'en' ? ', ' : '、'))
}

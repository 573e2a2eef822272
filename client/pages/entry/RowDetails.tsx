import { useId, useState } from 'preact/hooks'
import { MISSING_REASON_LABELS } from '../../../server/domain/labels.ts'
import { MISSING_REASONS } from '../../../server/domain/words.ts'
import { FigureHistory } from '../../components/FigureHistory.tsx'
import { either, say, textOf } from '../../i18n/language.ts'
import { entryText } from '../../i18n/entry.ts'
import { EMPTY, isBlank } from './content.ts'
import type { Desk } from './desk.ts'
import { isEditable, type RowState, shownContent } from './row-state.ts'
import { unitOf } from './row-words.ts'
import { switchMeasure } from './switch-measure.ts'

interface Props {
  desk: Desk
  state: RowState
  onSubmit: () => void
}

/** What the indicator means, what else can be said of its figure, and how the figure came to be. */
export function RowDetails({ desk, state, onSubmit }: Props) {
  const text = textOf(entryText)
  const { row } = state
  const { indicator } = row
  const mayChange = desk.mayEnter && isEditable(state)
  const unit = /^[%‰]?$/.test(unitOf(row)) ? unitOf(row) : ` ${unitOf(row)}`
  const hasBounds = (indicator.min !== null || indicator.max !== null) && indicator.kind !== 'done'
  return (
    <div class="row-details">
      <div>
        <h2>{text.definition}</h2>
        <p>{either(indicator.definitionZh, indicator.definitionEn)}</p>
        <dl class="row-facts">
          {indicator.sourceZh !== null && (
            <div>
              <dt>{text.published}</dt>
              <dd lang="zh-CN">{indicator.sourceZh}</dd>
            </div>
          )}
          {hasBounds && (
            <div>
              <dt>{text.bounds}</dt>
              <dd>{text.boundsOf(indicator.min, indicator.max, unit)}</dd>
            </div>
          )}
        </dl>
        {mayChange && <RowChoices {...{ desk, state, onSubmit }} />}
      </div>
      <div>
        <h2>{text.history}</h2>
        <FigureHistory
          indicator={indicator}
          regionCode={desk.sheet.regionCode}
          year={desk.sheet.year}
          measure={row.measure}
          version={`${row.revision} ${row.pending?.state ?? ''}`}
        />
      </div>
    </div>
  )
}

/** Which change is entered, why there is no figure, whether the definition changed; and what can be done with this row alone. */
function RowChoices({ desk, state, onSubmit }: Props) {
  const text = textOf(entryText)
  const id = useId()
  const [failed, setFailed] = useState(false)
  const content = shownContent(state)
  const { row } = state
  const isDraft = row.pending?.state === 'draft' && state.unsent === null
  const change = (part: Partial<typeof content>): void =>
    desk.change([{ key: state.key, content: { ...content, ...part } }])
  const saidMeasure = (measure: string): string => (measure === 'yoy' ? text.yoy : text.since(measure.slice(6)))
  return (
    <div class="row-choices">
      {row.measures.length > 1 && (
        <p>
          <label for={`${id}-measure`}>{text.measure}</label>
          <select
            id={`${id}-measure`}
            value={row.measure}
            disabled={row.pending !== null}
            onChange={({ currentTarget }) => {
              setFailed(false)
              switchMeasure(desk, state, currentTarget.value).catch(() => setFailed(true))
            }}
          >
            {row.measures.map((measure) => (
              <option key={measure} value={measure}>
                {saidMeasure(measure)}
              </option>
            ))}
          </select>
          {row.pending !== null && <span class="aside">{text.measureHeld}</span>}
          {failed && <span role="alert">{text.historyFailed}</span>}
        </p>
      )}
      {row.indicator.kind !== 'done' && (
        <p>
          <label for={`${id}-missing`}>{text.missing}</label>
          <select
            id={`${id}-missing`}
            value={content.missingReason ?? ''}
            onChange={({ currentTarget }) => {
              const missingReason = MISSING_REASONS.find((reason) => reason === currentTarget.value) ?? null
              change({ text: missingReason === null ? content.text : '', missingReason })
            }}
          >
            <option value="">{text.hasFigure}</option>
            {MISSING_REASONS.map((reason) => (
              <option key={reason} value={reason}>
                {say(MISSING_REASON_LABELS[reason])}
              </option>
            ))}
          </select>
        </p>
      )}
      {!isBlank(content) && content.missingReason === null && (
        <p>
          <label class="tick-label">
            <input
              type="checkbox"
              class="tick"
              checked={content.breakBefore}
              onChange={({ currentTarget }) => change({ breakBefore: currentTarget.checked })}
            />
            {text.breakBefore}
          </label>
        </p>
      )}
      {(row.pending !== null || isDraft) && (
        <p class="row-acts">
          {isDraft && (
            <button type="button" class="button small" onClick={onSubmit}>
              {text.submitThis}
            </button>
          )}
          {row.pending !== null && (
            <button type="button" class="button small" onClick={() => change(EMPTY)}>
              {text.discard}
            </button>
          )}
        </p>
      )}
    </div>
  )
}

import { useState } from 'preact/hooks'
import type { ReviewItem } from '../../../server/contract/review.ts'
import { FigureHistory } from '../../components/FigureHistory.tsx'
import { either, language, textOf } from '../../i18n/language.ts'
import { reviewText } from '../../i18n/review.ts'
import { targetAddress } from '../../state/address.ts'
import { ChecksCell } from './ChecksCell.tsx'
import type { Overtaken } from './decide.ts'
import { Sparkline } from './Sparkline.tsx'
import { StatusCell } from './StatusCell.tsx'
import { leadingTurn, milestoneOf } from './turns.ts'
import type { ReviewData } from './use-reviews.ts'
import { ValueCell } from './ValueCell.tsx'
import { toldDay, toldGoal, toldMoment } from './wording.ts'

interface Props {
  item: ReviewItem
  data: ReviewData
  nowYear: number
  /** Someone was faster: the row is closed and says who did what. */
  overtaken: Overtaken | undefined
  isChosen: boolean
  /** Whether the click or the space came with Shift: a range. */
  onChoose: (isChosen: boolean, isRange: boolean) => void
  /** −1 or +1 rows, with Shift held or not; `decide`: to the decision bar. */
  onMove: (step: -1 | 1 | 'decide') => void
  nameOf: (username: string | null) => string
}

const STEPS: Readonly<Record<string, -1 | 1 | 'decide'>> = {
  ArrowUp: -1,
  ArrowDown: 1,
  k: -1,
  j: 1,
  K: -1,
  J: 1,
  Enter: 'decide',
}

/** One submitted figure, one decision. The roles stand in the markup because the narrow version changes `display`. */
export function ReviewRow({ item, data, nowYear, overtaken, isChosen, onChoose, onMove, nameOf }: Props) {
  const text = textOf(reviewText)
  const [isOpen, setOpen] = useState(false)
  const { observation, indicator, own } = item
  const { id, year, enteredBy, submittedAt } = observation
  const now = data.list.asOf
  const turn = leadingTurn(item)
  const milestone = milestoneOf(turn, data.targets)
  const name = either(indicator.shortNameZh, indicator.shortNameEn)
  const plan = turn && data.plans.get(turn.planCode)
  const state = overtaken ? ' overtaken' : own ? ' own' : isChosen ? ' chosen' : ''
  return (
    <tbody role="rowgroup" class={`item${state}`}>
      <tr role="row">
        <td role="cell" class="c-choose">
          {!overtaken && (
            <label>
              <input
                type="checkbox"
                id={checkboxId(id)}
                aria-label={text.choose(name, year)}
                checked={isChosen}
                disabled={own}
                onClick={(event) => onChoose(event.currentTarget.checked, event.shiftKey)}
                onKeyDown={(event) => {
                  const step = STEPS[event.key]
                  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return
                  event.preventDefault()
                  onMove(step)
                }}
              />
            </label>
          )}
        </td>
        <th role="rowheader" scope="row" class="c-name">
          {turn ? (
            <a class="plain" href={targetAddress(turn.targetId, turn.milestoneYear, undefined)}>
              {name}
            </a>
          ) : (
            <span>{name}</span>
          )}
          {plan && <small>{either(plan.titleZh, plan.titleEn)}</small>}
          {milestone && <small>{text.goal(milestone.year, toldGoal(milestone, indicator, language.value))}</small>}
        </th>
        <td role="cell" class="c-spark">
          <Sparkline item={item} milestone={milestone} />
        </td>
        <td role="cell" class="c-value">
          <ValueCell item={item} milestone={milestone} />
        </td>
        <td role="cell" class="c-status">
          <StatusCell item={item} />
        </td>
        <td role="cell" class="c-checks">
          {overtaken && (
            <p class="overtaken-by">
              {overtaken.step
                ? text.overtakenBy(
                    toldMoment(overtaken.step.at, now, language.value),
                    nameOf(overtaken.step.by),
                    text.steps[overtaken.step.step],
                    overtaken.step.comment,
                  )
                : text.overtakenGone}
            </p>
          )}
          <ChecksCell item={item} nowYear={nowYear} now={now} nameOf={nameOf} />
          <button
            type="button"
            class="more"
            aria-expanded={isOpen}
            aria-label={text.moreOf(name, year)}
            onClick={() => setOpen(!isOpen)}
          >
            {text.more}
          </button>
        </td>
        <td role="cell" class="c-reporter">
          {nameOf(enteredBy)}
          {own && text.you}
          {submittedAt && <small>{text.submittedOn(toldDay(submittedAt, now, language.value))}</small>}
        </td>
      </tr>
      {isOpen && (
        <tr role="row" class="told-more">
          <td role="cell" colSpan={7}>
            <p>
              <b>{text.definition}</b> {either(indicator.definitionZh, indicator.definitionEn)}
            </p>
            <p>
              <b>{text.history}</b>
            </p>
            <FigureHistory
              regionCode={observation.regionCode}
              year={year}
              measure={observation.measure}
              indicator={indicator}
              version={id}
            />
          </td>
        </tr>
      )}
    </tbody>
  )
}

/** By which the row's checkbox is found when the focus is to go there. */
export const checkboxId = (id: number): string => `choose-${id}`

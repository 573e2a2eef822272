import { STATUS_REASON_LABELS } from '../../../server/domain/labels.ts'
import { StatusWord } from '../../components/StatusWord.tsx'
import { compareText } from '../../i18n/compare.ts'
import { say, textOf } from '../../i18n/language.ts'
import { targetAddress } from '../../state/address.ts'
import { PanelDrawing } from './PanelDrawing.tsx'
import type { Board } from './panel-frame.ts'
import { drawnOf } from './drawn.ts'
import type { Row } from './rows.ts'
import { toldGoal, toldLatest, toldRow, unbroken } from './told.ts'

interface Props {
  row: Row
  /** What tells it from the others: the indicator's, or the region's name. */
  name: string
  over: string | null
  board: Board
  asOf: string
}

/** One target of the board: its drawing, or in words why there is none; status, latest figure and promise. */
export function Panel({ row, name, over, board, asOf }: Props) {
  const text = textOf(compareText)
  const { target, progress } = row
  const { plot, words } = drawnOf(row, board)
  const { width, height } = board.frame
  const hasFigure = target.indicator.kind !== 'done' && progress.latest !== null
  const goal = toldGoal(row, hasFigure)
  return (
    <li class="cmp-panel">
      <div class="name">
        {over && <span class="over">{over}</span>}
        <a class="plain" href={targetAddress(target.id, progress.milestoneYear, asOf || undefined)}>
          {name}
        </a>
      </div>
      <div class="drawing">
        {plot && (
          <svg
            viewBox={`0 0 ${width} ${height}`}
            style={{ maxWidth: `${width * 1.1}px` }}
            role="img"
            aria-label={toldRow(row, over === null ? name : over + text.comma + name)}
          >
            <PanelDrawing plot={plot} board={board} />
          </svg>
        )}
        {!plot && <p class="words">{words}</p>}
      </div>
      <div class="foot">
        <p>
          <StatusWord status={progress.status} size="small" />
        </p>
        {progress.reason && <p class="aside">{say(STATUS_REASON_LABELS[progress.reason])}</p>}
        {hasFigure && <p>{unbroken(toldLatest(row))}</p>}
        {goal && <p class="aside">{unbroken(goal)}</p>}
        {plot && words && <p class="aside">{words}</p>}
        {progress.flags.includes('provisional') && <p class="aside">{text.provisional}</p>}
      </div>
    </li>
  )
}

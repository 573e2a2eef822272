import type { CompositeMilestone } from '../../../server/contract/composite.ts'
import { ColumnHeads } from '../../components/ColumnHeads.tsx'
import { TakeAlong } from '../../components/TakeAlong.tsx'
import { toDate, toFigure } from '../../format.ts'
import { compositeText } from '../../i18n/composite.ts'
import { either, language, textOf } from '../../i18n/language.ts'
import { csvAddress, type View } from './address.ts'
import type { Chosen, CompositeData } from './composite-data.ts'
import { type Axis, toNearAxis } from './mean-geometry.ts'
import { MeanMark } from './MeanMark.tsx'
import { toMovedDrawing, toMoves } from './moved-picture.tsx'
import { shareText } from './share-text.ts'

interface Props {
  data: CompositeData
  chosen: Chosen
  view: View
  scope: string
}

const COLUMNS = ['name', 'halved', 'doubled', 'leftOut', 'moved'] as const
const NUMBERS = ['halved', 'doubled', 'leftOut'] as const

/** The mean with the weights as set, all equal, and each varied by itself; the smallest and the largest are marked. */
export function MovedSection({ data, chosen, view, scope }: Props) {
  const text = textOf(compositeText)
  const { mean, equal, range, milestones } = chosen
  if (mean === null || range === null) return null
  const moves = toMoves(milestones)
  const axis = toNearAxis(range.lowest.mean, range.highest.mean, 200)
  const ended = (end: number): string => toFigure(end.toFixed(1), { language: language.value })
  const day = toDate(data.answer.asOf)
  const milestone = view.milestone === 'next' ? text.next : text.year(view.milestone)
  return (
    <section class="section" aria-labelledby="variations">
      <header>
        <h2 id="variations">{text.variations}</h2>
        <p class="aside small">{moves.length === 1 ? text.onlyOne : text.variationsNote}</p>
        <div class="more">
          <TakeAlong
            name={text.pictureName(scope, view.milestone, day)}
            title={`${scope} · ${milestone} · ${text.variations}`}
            notes={[
              text.pictureNotes(day),
              text.pictureRange,
              text.pictureWeights(chosen.weighted),
              chosen.sample ? text.sample : '',
            ]}
            drawing={() => toMovedDrawing(chosen)}
            csv={csvAddress('composite-targets', view)}
          />
        </div>
      </header>
      <dl class="of-all">
        <div>
          <dt>{text.asSet}</dt>
          <dd>{shareText(mean)}</dd>
        </div>
        <div>
          <dt>{text.equal}</dt>
          <dd>
            {shareText(equal)} <Extreme chosen={chosen} targetId={null} variation="equal" />
          </dd>
        </div>
      </dl>
      <table class="desk-table counts-table composite-moved" role="table">
        <caption class="visually-hidden">{text.variations}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <ColumnHeads
              columns={COLUMNS}
              titles={{ ...text.movedColumns, moved: text.movedFrom(ended(axis.from), ended(axis.to)) }}
              numbers={NUMBERS}
            />
          </tr>
        </thead>
        <tbody role="rowgroup">
          {moves.map((one) => (
            <MovedRow key={one.targetId} milestone={one} chosen={chosen} mean={mean} axis={axis} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

interface RowProps {
  milestone: CompositeMilestone
  chosen: Chosen
  mean: number
  axis: Axis
}

function MovedRow({ milestone, chosen, mean, axis }: RowProps) {
  const text = textOf(compositeText)
  const { targetId, moved, nameZh, nameEn } = milestone
  if (moved === null) return null
  const { halved, doubled, leftOut } = moved
  const means = [mean, halved, doubled, ...(leftOut === null ? [] : [leftOut])]
  const [lowest, highest] = [Math.min(...means), Math.max(...means)]
  const titles = text.movedColumns
  const cell = (variation: 'halved' | 'doubled' | 'left-out', title: string, value: number | null) => (
    <td role="cell" class="number" data-label={title}>
      <span>
        <Extreme chosen={chosen} targetId={targetId} variation={variation} /> {shareText(value)}
      </span>
    </td>
  )
  return (
    <tr role="row">
      <th scope="row" role="rowheader">
        {either(nameZh, nameEn)}
      </th>
      {cell('halved', titles.halved, halved)}
      {cell('doubled', titles.doubled, doubled)}
      {cell('left-out', titles.leftOut, leftOut)}
      <td role="cell" class="c-mark wide">
        <MeanMark
          axis={axis}
          mean={mean}
          lowest={lowest}
          highest={highest}
          label={text.meanLabel(shareText(mean), shareText(lowest), shareText(highest))}
        />
      </td>
    </tr>
  )
}

/** Marks the variation that gives the smallest or the largest mean of all. */
function Extreme({ chosen, targetId, variation }: { chosen: Chosen; targetId: string | null; variation: string }) {
  const text = textOf(compositeText)
  const is = (end: 'lowest' | 'highest'): boolean =>
    chosen.range?.[end].targetId === targetId && chosen.range[end].variation === variation
  return (
    <>
      {is('lowest') && <span class="tag">{text.lowestMark}</span>}
      {is('highest') && <span class="tag">{text.highestMark}</span>}
    </>
  )
}

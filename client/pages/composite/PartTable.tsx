import type { CompositeMilestone } from '../../../server/contract/composite.ts'
import { STATUS_REASON_LABELS } from '../../../server/domain/labels.ts'
import { ColumnHeads } from '../../components/ColumnHeads.tsx'
import { StatusWord } from '../../components/StatusWord.tsx'
import { toFigure } from '../../format.ts'
import { compositeText } from '../../i18n/composite.ts'
import { either, language, say, textOf } from '../../i18n/language.ts'
import { targetAddress } from '../../state/address.ts'
import type { Chosen } from './composite-data.ts'
import { shareText } from './share-text.ts'

const COLUMNS = ['name', 'status', 'pathShare', 'countsAs', 'weight', 'weightShare', 'contribution'] as const
const NUMBERS = ['pathShare', 'countsAs', 'weight', 'weightShare', 'contribution'] as const

/** Each target with its weight and what it adds to the mean; those that do not count say why. */
export function PartTable({ chosen, asOf }: { chosen: Chosen; asOf: string }) {
  const text = textOf(compositeText)
  return (
    <table class="desk-table counts-table composite-parts" role="table">
      <caption class="visually-hidden">{text.parts}</caption>
      <thead role="rowgroup">
        <tr role="row">
          <ColumnHeads columns={COLUMNS} titles={text.partColumns} numbers={NUMBERS} />
        </tr>
      </thead>
      <tbody role="rowgroup">
        {chosen.milestones.map((one) => (
          <PartRow key={one.targetId} milestone={one} asOf={asOf} />
        ))}
      </tbody>
    </table>
  )
}

function PartRow({ milestone, asOf }: { milestone: CompositeMilestone; asOf: string }) {
  const text = textOf(compositeText)
  const { targetId, milestoneYear, status, reason, pathShare, countsAs, uncounted, weight } = milestone
  const { weightRevision, weightShare, contribution } = milestone
  const titles = text.partColumns
  return (
    <tr role="row" class={uncounted === null ? undefined : 'past'}>
      <th scope="row" role="rowheader">
        <a href={targetAddress(targetId, milestoneYear, asOf || undefined)}>
          {either(milestone.nameZh, milestone.nameEn)}
        </a>{' '}
        <span class="aside small nowrap">{text.year(milestoneYear)}</span>
      </th>
      <td role="cell" data-label={titles.status} class="wide">
        <StatusWord status={status} size="small" />
        {reason && <small>{say(STATUS_REASON_LABELS[reason])}</small>}
      </td>
      <td role="cell" data-label={titles.pathShare} class="number">
        {shareText(pathShare)}
      </td>
      <td role="cell" data-label={titles.countsAs} class="number">
        {uncounted === null ? shareText(countsAs) : <span class="why">{text.uncounted[uncounted]}</span>}
      </td>
      <td role="cell" data-label={titles.weight} class="number">
        {weightRevision > 0 ? <b>{toFigure(weight, { language: language.value })}</b> : weight}
      </td>
      <td role="cell" data-label={titles.weightShare} class="number">
        {shareText(weightShare)}
      </td>
      <td role="cell" data-label={titles.contribution} class="number">
        {shareText(contribution)}
      </td>
    </tr>
  )
}

import { Fragment } from 'preact'
import { FLAG_LABELS } from '../../../server/domain/labels.ts'
import { StatusWord } from '../../components/StatusWord.tsx'
import { either, say, textOf } from '../../i18n/language.ts'
import { overviewText } from '../../i18n/overview.ts'
import { targetAddress } from '../../state/address.ts'
import { BarCell } from './BarCell.tsx'
import type { Filters } from './filters.ts'
import { GapCell, LatestCell, MilestoneCell, PaceCell } from './FigureCells.tsx'
import type { Judged } from './judged.ts'
import type { Names } from './names.ts'

interface Props {
  row: Judged
  filters: Filters
  names: Names
}

export function TargetRow({ row, filters, names }: Props) {
  const text = textOf(overviewText)
  const { target, progress } = row
  const { indicator } = target
  const context =
    filters.by === 'plan'
      ? [names.region(target.regionCode), names.theme(indicator.theme)]
      : [names.region(target.regionCode), names.plan(target.planCode)]
  return (
    <tr role="row">
      <td role="cell" class="c-status">
        <StatusWord status={progress.status} />
        {progress.flags.length > 0 && (
          <small>
            {progress.flags.map((flag, index) => (
              <Fragment key={flag}>
                <span class="together">
                  {say(FLAG_LABELS[flag])}
                  {index < progress.flags.length - 1 && text.comma.trim()}
                </span>
                {text.space}
              </Fragment>
            ))}
          </small>
        )}
      </td>
      <th scope="row" role="rowheader" class="c-name">
        <a class="plain" href={targetAddress(target.id, progress.milestoneYear, filters.asOf)}>
          {either(indicator.shortNameZh, indicator.shortNameEn)}
        </a>
        <small>{context.join(' · ')}</small>
      </th>
      <BarCell progress={progress} />
      <LatestCell progress={progress} indicator={indicator} />
      <MilestoneCell progress={progress} indicator={indicator} />
      <GapCell progress={progress} indicator={indicator} />
      <PaceCell progress={progress} indicator={indicator} />
    </tr>
  )
}

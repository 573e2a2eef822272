import { Fragment } from 'preact'
import { FLAG_LABELS } from '../../../server/domain/labels.ts'
import { StatusWord } from '../../components/StatusWord.tsx'
import { either, language, say, textOf } from '../../i18n/language.ts'
import { unitOf } from '../../goal.ts'
import { overviewText } from '../../i18n/overview.ts'
import { targetAddress } from '../../state/address.ts'
import { BarCell } from './BarCell.tsx'
import type { Filters } from './filters.ts'
import { GapCell, isLong, LatestCell, MilestoneCell, PaceCell } from './FigureCells.tsx'
import type { Judged } from './judged.ts'
import type { Names } from './names.ts'

interface Props {
  row: Judged
  filters: Filters
  names: Names
  nowYear: number
}

export function TargetRow({ row, filters, names, nowYear }: Props) {
  const text = textOf(overviewText)
  const { target, progress } = row
  const { indicator } = target
  const unit = unitOf(indicator, language.value)
  const context = [
    names.region(target.regionCode),
    filters.by === 'plan' ? names.theme(indicator.theme) : names.plan(target.planCode),
    ...(isLong(unit) ? [unit] : []),
  ]
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
        <small>
          {context.join(' · ')}
          {target.sample && (
            <>
              {' '}
              <span class="nowrap">· {text.sampleMark}</span>
            </>
          )}
        </small>
      </th>
      <BarCell progress={progress} better={indicator.better} />
      <LatestCell progress={progress} indicator={indicator} />
      <MilestoneCell progress={progress} indicator={indicator} />
      <GapCell progress={progress} indicator={indicator} />
      <PaceCell progress={progress} indicator={indicator} nowYear={nowYear} />
    </tr>
  )
}

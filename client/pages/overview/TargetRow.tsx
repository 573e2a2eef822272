import { either, language, textOf } from '../../i18n/language.ts'
import { unitOf } from '../../goal.ts'
import { overviewText } from '../../i18n/overview.ts'
import { StatusWord } from '../../components/StatusWord.tsx'
import { targetAddress } from '../../state/address.ts'
import { BarCell } from './BarCell.tsx'
import type { Filters } from './filters.ts'
import { GapCell, isLong, LatestCell, MilestoneCell, PaceCell } from './FigureCells.tsx'
import { Flags } from './Flags.tsx'
import type { Judged } from './judged.ts'
import type { Names } from './names.ts'

interface Props {
  row: Judged
  filters: Filters
  names: Names
  nowYear: number
}

export function TargetRow({ row: { target, progress }, filters, names, nowYear }: Props) {
  const text = textOf(overviewText)
  const { indicator, ownerZh } = target
  const isBrief = filters.by === ''
  const unit = unitOf(indicator, language.value)
  const region = names.region(target.regionCode)
  const place = isBrief
    ? [region, briefContext(target, progress, names)]
    : filters.by === 'plan'
      ? [region, names.theme(indicator.theme)]
      : language.value === 'en'
        ? [names.shortPlan(target.planCode)] // English titles take five lines
        : [region, names.plan(target.planCode)]
  const context = [...place, isLong(unit) && unit].filter(Boolean)
  return (
    <tr role="row">
      <td role="cell" class="c-status">
        <StatusWord status={progress.status} />
        <Flags flags={progress.flags} isBrief={isBrief} />
      </td>
      <th scope="row" role="rowheader" class="c-name">
        <a class="plain" href={targetAddress(target.id, progress.milestoneYear, filters.asOf)}>
          {either(indicator.shortNameZh, indicator.shortNameEn)}
        </a>
        <small>
          {context.join(' · ')}
          {ownerZh && (
            <>
              {' · '}
              <span lang="zh-CN">{ownerZh}</span>
            </>
          )}
          {target.sample && (
            <>
              {' · '}
              <span class="nowrap">{text.sampleMark}</span>
            </>
          )}
        </small>
      </th>
      <BarCell progress={progress} indicator={indicator} />
      <LatestCell progress={progress} indicator={indicator} isBrief={isBrief} />
      <MilestoneCell progress={progress} indicator={indicator} />
      <GapCell progress={progress} indicator={indicator} />
      <PaceCell progress={progress} indicator={indicator} nowYear={nowYear} isBrief={isBrief} />
    </tr>
  )
}

/** The one thing more that a short line has room for: whom it is up to, against which year it counts, or what it is about. */
function briefContext(
  { indicator, ownerZh }: Judged['target'],
  { baseline }: Judged['progress'],
  names: Names,
): string {
  if (indicator.kind === 'change' && baseline) return textOf(overviewText).against(baseline.year)
  return ownerZh || language.value === 'en' ? '' : names.theme(indicator.theme) // English themes are long
}

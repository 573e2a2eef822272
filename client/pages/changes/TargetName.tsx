import type { Indicator } from '../../../server/contract/reference.ts'
import { nameOf, titleOf } from '../../names.ts'
import type { NamedChanges } from './changes-data.ts'
import { indicatorName } from './names.ts'

interface Props {
  data: NamedChanges
  indicator: Indicator
  regionCode: string
  planCode: string
  href: string
}

/** A target as the head of a row: its indicator, leading to its page, with region and plan. */
export function TargetName({ data, indicator, regionCode, planCode, href }: Props) {
  return (
    <th role="rowheader" scope="row">
      <a href={href}>{indicatorName(indicator)}</a>
      <small>
        {nameOf(data.regions, regionCode)} · {titleOf(data.plans, planCode)}
      </small>
    </th>
  )
}

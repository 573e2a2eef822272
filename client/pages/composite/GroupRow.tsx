import { FEWEST } from '../../../server/domain/composite.ts'
import { toPercent } from '../../format.ts'
import { compositeText } from '../../i18n/composite.ts'
import { textOf } from '../../i18n/language.ts'
import { listAddress, toAddress, type View } from './address.ts'
import type { Group } from './composite-data.ts'
import { LeftOut } from './LeftOut.tsx'
import type { Axis } from './mean-geometry.ts'
import { MeanMark } from './MeanMark.tsx'
import { StatusShares } from './StatusShares.tsx'
import { toWeights, WEIGHTS } from './weights-place.ts'
import { shareText } from './share-text.ts'

interface Props {
  group: Group
  name: string
  axis: Axis
  /** Of this group. */
  view: View
}

export function GroupRow({ group, name, axis, view }: Props) {
  const text = textOf(compositeText)
  const { columns } = text
  const address = toAddress(view)
  const head = (
    <th scope="row" role="rowheader">
      <a href={address} aria-label={text.open(name)}>
        {name}
      </a>
    </th>
  )
  if (group.total === 0) {
    return (
      <tr role="row">
        {head}
        <td role="cell" colSpan={4} class="aside">
          {text.noMilestone[view.milestone === 'next' ? 'next' : 'year']}
        </td>
      </tr>
    )
  }
  return (
    <tr role="row">
      {head}
      <td role="cell" class="c-statuses">
        <StatusShares statuses={group.statuses} listOf={(status) => listAddress(view, status)} />
      </td>
      <td role="cell" data-label={columns.kept} class="c-kept">
        <Kept group={group} />
      </td>
      <td role="cell" data-label={columns.mean} class="c-mean">
        <Mean group={group} axis={axis} address={address} />
      </td>
      <td role="cell" data-label={columns.left} class="c-left">
        <LeftOut group={group} view={view} />
      </td>
    </tr>
  )
}

function Kept({ group: { kept, assessable, keptShare } }: { group: Group }) {
  const text = textOf(compositeText)
  if (keptShare === null) return <span class="aside">{text.noneAssessable}</span>
  return (
    <span>
      <b class="big">
        {kept} / {assessable}
      </b>{' '}
      <span class="aside nowrap">{toPercent(keptShare)}</span>
    </span>
  )
}

function Mean({ group, axis, address }: { group: Group; axis: Axis; address: string }) {
  const text = textOf(compositeText)
  const { mean, range, counted, weighted } = group
  if (mean === null || range === null) return <span class="aside">{text.noneCounted}</span>
  const [said, lowest, highest] = [mean, range.lowest.mean, range.highest.mean].map(shareText)
  return (
    <div class="mean">
      <p>
        <b class="big">{said}</b> <span class="aside nowrap">{text.ofCounted(counted)}</span>{' '}
        {counted < FEWEST && <span class="tag">{text.fewMark}</span>}
      </p>
      <MeanMark
        axis={axis}
        mean={mean}
        lowest={range.lowest.mean}
        highest={range.highest.mean}
        label={text.meanLabel(said ?? '', lowest ?? '', highest ?? '')}
      />
      <p class="aside small">
        {counted > 1 && `${lowest} ${text.to} ${highest} `}
        <a class="nowrap" href={`${address}#${WEIGHTS}`} onClick={toWeights}>
          {weighted === 0 ? text.allOne : text.someOther(weighted)}
        </a>
      </p>
    </div>
  )
}

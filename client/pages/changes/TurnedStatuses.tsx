import type { TurnedStatus } from '../../../server/contract/changes.ts'
import { STATUS_REASON_LABELS } from '../../../server/domain/labels.ts'
import { StatusWord } from '../../components/StatusWord.tsx'
import { changesText } from '../../i18n/changes.ts'
import { language, say, textOf } from '../../i18n/language.ts'
import { targetAddress } from '../../state/address.ts'
import { ChangeTable } from './ChangeTable.tsx'
import type { NamedChanges } from './changes-data.ts'
import { TargetName } from './TargetName.tsx'
import { whyTurned } from './why.ts'

interface Props {
  data: NamedChanges
}

const COLUMNS = ['target', 'milestone', 'before', 'after', 'why'] as const

/** Every milestone that stands otherwise than before: what it was, what it is, why. */
export function TurnedStatuses({ data }: Props) {
  const text = textOf(changesText)
  const titles = { ...text, ...data.ends }
  return (
    <ChangeTable
      kind="turned"
      caption={text.statuses}
      columns={COLUMNS}
      titles={titles}
      rows={data.changes.statuses}
      total={data.changes.totals.statuses}
    >
      {(turned) => (
        <Row key={`${turned.targetId} ${turned.milestoneYear}`} turned={turned} titles={titles} data={data} />
      )}
    </ChangeTable>
  )
}

interface RowProps extends Props {
  turned: TurnedStatus
  titles: Record<(typeof COLUMNS)[number], string>
}

function Row({ turned, titles, data }: RowProps) {
  const text = textOf(changesText)
  const { targetId, planCode, regionCode, indicatorCode, milestoneYear, before, after } = turned
  const indicator = data.indicators.get(indicatorCode)
  if (!indicator) return null
  return (
    <tr role="row">
      <TargetName
        data={data}
        indicator={indicator}
        regionCode={regionCode}
        planCode={planCode}
        href={targetAddress(targetId, milestoneYear, data.asOf)}
      />
      <td role="cell" data-label={titles.milestone}>
        {text.year(milestoneYear)}
      </td>
      <td role="cell" data-label={titles.before}>
        <Standing standing={before} none={text.none} />
      </td>
      <td role="cell" data-label={titles.after}>
        <Standing standing={after} none={text.gone} />
      </td>
      <td role="cell" class="why">
        {whyTurned(turned, data.changes, indicator, language.value, text).join(text.joint)}
      </td>
    </tr>
  )
}

function Standing({ standing, none }: { standing: TurnedStatus['before']; none: string }) {
  if (standing === null) return <span class="aside">{none}</span>
  return (
    <span>
      <StatusWord status={standing.status} />
      {standing.reason && <small>{say(STATUS_REASON_LABELS[standing.reason])}</small>}
    </span>
  )
}

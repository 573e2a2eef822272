import type { ChangedTarget } from '../../../server/contract/changes.ts'
import { changesText } from '../../i18n/changes.ts'
import { language, textOf } from '../../i18n/language.ts'
import { targetText } from '../../i18n/target.ts'
import { withAsOf } from '../../state/address.ts'
import { changesOf } from '../target/history-entries.ts'
import { joined, toWording, type Wording } from '../target/wording.ts'
import { ChangeTable, RecordedCells, recordedTitles } from './ChangeTable.tsx'
import type { NamedChanges } from './changes-data.ts'
import { TargetName } from './TargetName.tsx'

interface Props {
  data: NamedChanges
}

const COLUMNS = ['target', 'day', 'change', 'why'] as const

/** Every revision of a target, newest first: what was promised before, what is now, why. */
export function ChangedTargets({ data }: Props) {
  const text = textOf(changesText)
  return (
    <ChangeTable
      kind="moved"
      caption={text.targets}
      columns={COLUMNS}
      titles={recordedTitles(data)}
      rows={data.changes.targets}
      total={data.changes.totals.targets}
    >
      {(target) => <Row key={`${target.targetId} ${target.at}`} target={target} data={data} />}
    </ChangeTable>
  )
}

function Row({ target, data }: Props & { target: ChangedTarget }) {
  const { targetId, planCode, regionCode, indicatorCode } = target
  const indicator = data.indicators.get(indicatorCode)
  if (!indicator) return null
  const wording = toWording(indicator, language.value, textOf(targetText))
  return (
    <tr role="row">
      <TargetName
        data={data}
        indicator={indicator}
        regionCode={regionCode}
        planCode={planCode}
        href={withAsOf(`/targets/${targetId}`, data.asOf)}
      />
      <RecordedCells
        change={target}
        told={toldChange(target, wording)}
        object={`target/${targetId}`}
        people={data.people}
      />
    </tr>
  )
}

function toldChange({ milestonesBefore, milestonesAfter }: ChangedTarget, wording: Wording): string {
  const text = changesText[wording.language]
  const joint = wording.language === 'en' ? '; ' : '；'
  if (milestonesBefore === null) {
    return text.newTarget(milestonesAfter.map((one) => text.goal(one.year, wording.goal(one))).join(joint))
  }
  const changes = changesOf({ milestones: milestonesBefore }, { milestones: milestonesAfter }, wording)
  return joined(changes.join(joint)) || text.onlyWords
}

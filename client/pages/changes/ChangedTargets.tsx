import type { ChangedTarget } from '../../../server/contract/changes.ts'
import { CORRECTION_LABELS } from '../../../server/domain/labels.ts'
import { ColumnHeads } from '../../components/ColumnHeads.tsx'
import { Limited } from '../../components/Limited.tsx'
import { toDate } from '../../format.ts'
import { changesText } from '../../i18n/changes.ts'
import { language, say, textOf } from '../../i18n/language.ts'
import { targetText } from '../../i18n/target.ts'
import { withAsOf } from '../../state/address.ts'
import { changesOf } from '../target/history-entries.ts'
import { joined, toWording, type Wording } from '../target/wording.ts'
import type { Asked } from './asked.ts'
import type { ChangesData } from './changes-data.ts'
import { TargetName } from './TargetName.tsx'

interface Props {
  data: ChangesData
  asked: Asked
}

const COLUMNS = ['target', 'day', 'change', 'why'] as const

/** Every revision of a target, newest first: what was promised before, what is now, why. */
export function ChangedTargets({ data, asked }: Props) {
  const text = textOf(changesText)
  return (
    <Limited rows={data.changes.targets} showAll={text.showAll}>
      {(shown) => (
        <table class="desk-table moved" role="table">
          <caption class="visually-hidden">{text.targets}</caption>
          <thead role="rowgroup">
            <tr role="row">
              <ColumnHeads columns={COLUMNS} titles={text} />
            </tr>
          </thead>
          <tbody role="rowgroup">
            {shown.map((target) => (
              <Row key={`${target.targetId} ${target.at}`} target={target} data={data} asked={asked} />
            ))}
          </tbody>
        </table>
      )}
    </Limited>
  )
}

function Row({ target, data, asked }: Props & { target: ChangedTarget }) {
  const text = textOf(changesText)
  const { targetId, planCode, regionCode, indicatorCode, at, correction, sample } = target
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
        href={withAsOf(`/targets/${targetId}`, asked.asOf)}
      />
      <td role="cell" class="day" data-label={text.day}>
        {toDate(at)}
      </td>
      <td role="cell" data-label={text.change}>
        <span>
          {toldChange(target, wording)}
          {sample && <span class="tag">{text.sample}</span>}
        </span>
      </td>
      <td role="cell" class="why">
        {correction && text.reason(say(CORRECTION_LABELS[correction.code]), correction.reason)}
      </td>
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

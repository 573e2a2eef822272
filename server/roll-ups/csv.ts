import type { RolledYear, RollUps } from '../contract/roll-up.ts'
import { type Column, text, value } from '../domain/csv.ts'

export interface RollUpLine {
  rollUps: Omit<RollUps, 'asOf'>
  of: RolledYear
}

const codes = (regions: readonly { code: string }[] | undefined): string | null =>
  regions?.map(({ code }) => code).join(';') ?? null

/** `roll-ups.csv`, a line per year; columns are never renamed or moved, new ones come at the end. */
export const ROLL_UP_COLUMNS: readonly Column<RollUpLine>[] = [
  value('region_code', ({ rollUps }) => rollUps.region.code),
  text('region_zh', ({ rollUps }) => rollUps.region.nameZh),
  value('indicator_code', ({ rollUps }) => rollUps.indicatorCode),
  text('indicator_zh', ({ rollUps }) => rollUps.indicator.nameZh),
  text('unit_zh', ({ rollUps }) => rollUps.indicator.unitZh),
  value('year', ({ of }) => of.year),
  value('value', ({ of }) => of.own?.value ?? null),
  value('missing_reason', ({ of }) => of.own?.missingReason ?? null),
  value('roll_up', ({ rollUps }) => rollUps.rollUp),
  value('weight_indicator_code', ({ rollUps }) => rollUps.weight?.code ?? null),
  value('refused', ({ rollUps }) => rollUps.refused),
  value('rolled_up', ({ of }) => of.rolledUp?.value ?? null),
  value('covered', ({ of }) => of.rolledUp?.covered ?? null),
  value('regions_below', ({ rollUps }) => rollUps.children),
  value('complete', ({ of }) => of.rolledUp?.complete ?? null),
  value('lacking', ({ of }) => codes(of.rolledUp?.lacking)),
  value('partial', ({ of }) => codes(of.rolledUp?.partial)),
  value('provisional', ({ of }) => of.own?.provisional ?? null),
  value('rolled_up_provisional', ({ of }) => of.rolledUp?.provisional ?? null),
  value('break_before', ({ of }) => of.own?.breakBefore ?? null),
  value('rolled_up_break', ({ of }) => of.rolledUp?.breakBefore ?? null),
  value('sample', ({ of }) => (of.own?.sample ?? false) || (of.rolledUp?.sample ?? false)),
]

import type { SheetRow } from '../../server/contract/entry.ts'
import type { Observation } from '../../server/contract/observation.ts'
import type { Indicator } from '../../server/contract/reference.ts'

// Rows of a sheet as tests of the desk need them: 重点实验室数量 of Qinghai in 2025.

export const AT = '2026-03-01T02:00:00.000Z'

export const INDICATOR: Indicator = {
  code: 'laboratories',
  nameZh: '重点实验室数量',
  nameEn: 'Number of key laboratories',
  shortNameZh: '重点实验室',
  shortNameEn: 'Key laboratories',
  unitZh: '%',
  unitEn: '%',
  kind: 'level',
  better: 'higher',
  decimals: 0,
  theme: 'platforms',
  min: '0',
  max: null,
  definitionZh: '年末数。',
  definitionEn: 'At year end.',
  sourceZh: null,
  rollUp: 'none',
  weightIndicatorCode: null,
}

export const NAME = { regionCode: '63', indicatorCode: 'laboratories', year: 2025, measure: 'value' }

export const anObservation = (part: Partial<Observation> = {}): Observation => ({
  id: 1,
  ...NAME,
  value: '17',
  missingReason: null,
  provisional: false,
  breakBefore: false,
  source: null,
  note: null,
  revision: 1,
  state: 'approved',
  correction: null,
  sample: false,
  enteredBy: 'qh-reporter',
  enteredAt: AT,
  submittedAt: null,
  decidedBy: null,
  decidedAt: null,
  comment: null,
  ...part,
})

export const aRow = (part: Partial<SheetRow> = {}): SheetRow => ({
  indicator: INDICATOR,
  measure: 'value',
  measures: ['value'],
  planCodes: ['plan'],
  targetIds: ['plan-laboratories'],
  entry: { state: 'open', roundId: 1, kind: 'annual', opensOn: '2026-02-15', closesOn: '2026-03-31' },
  revision: part.pending?.revision ?? part.approved?.revision ?? 0,
  earlier: [],
  approved: null,
  pending: null,
  returned: null,
  ...part,
})

/** A row of another indicator. */
export const aRowOf = (code: string, part: Partial<SheetRow> = {}): SheetRow =>
  aRow({ indicator: { ...INDICATOR, code, nameZh: code }, ...part })

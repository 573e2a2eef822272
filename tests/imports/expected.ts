import type { SheetRow } from '../../server/contract/entry.ts'
import type { Observation } from '../../server/contract/observation.ts'
import type { Indicator } from '../../server/contract/reference.ts'
import type { Expected } from '../../server/imports/match.ts'
import { anIndicator } from '../helpers/world.ts'

const anObservation = (part: Partial<Observation>): Observation => ({
  id: 1,
  regionCode: '63',
  indicatorCode: 'laboratories',
  year: 2024,
  measure: 'value',
  value: '7',
  missingReason: null,
  provisional: false,
  breakBefore: false,
  source: '省科技厅',
  note: null,
  revision: 1,
  state: 'approved',
  correction: null,
  sample: false,
  enteredBy: null,
  enteredAt: '2025-03-01T00:00:00.000Z',
  submittedAt: null,
  decidedBy: null,
  decidedAt: null,
  comment: null,
  ...part,
})

function aSheetRow(indicator: Partial<Indicator>, part: Partial<SheetRow> = {}): SheetRow {
  return {
    indicator: anIndicator(indicator),
    measure: 'value',
    measures: ['value'],
    planCodes: ['plan'],
    targetIds: [],
    entry: { state: 'open', roundId: 1, kind: 'annual', opensOn: '2026-01-01', closesOn: '2026-03-31' },
    revision: 0,
    earlier: [],
    approved: null,
    pending: null,
    returned: null,
    ...part,
  }
}

const INTENSITY: Partial<Indicator> = {
  code: 'carbon-intensity',
  nameZh: '单位生产总值二氧化碳排放',
  nameEn: 'CO2 per unit of GDP',
  shortNameZh: '碳强度',
  shortNameEn: 'Carbon intensity',
  unitZh: '%',
  unitEn: '%',
  kind: 'change',
  better: 'lower',
}

/** What 青海 is asked for in 2025: a level, a share, a flow of money, a change and a building. */
export const ROWS: SheetRow[] = [
  aSheetRow({}, { earlier: [anObservation({})] }),
  aSheetRow(
    {
      code: 'rd-intensity',
      nameZh: '研究与试验发展经费投入强度',
      nameEn: 'R&D intensity',
      shortNameZh: '研发强度',
      shortNameEn: 'R&D',
      unitZh: '%',
      unitEn: '%',
    },
    {
      earlier: [
        anObservation({ indicatorCode: 'rd-intensity', value: '1.0', source: '=科技统计年鉴', provisional: true }),
      ],
    },
  ),
  aSheetRow({
    code: 'contracts',
    nameZh: '技术合同成交额',
    nameEn: 'Value of technology contracts',
    shortNameZh: '合同额',
    shortNameEn: 'Contracts',
    unitZh: '亿元',
    unitEn: '100 million yuan',
    kind: 'flow',
  }),
  aSheetRow(INTENSITY, { measure: 'yoy', measures: ['yoy', 'since:2020'], planCodes: ['other'] }),
  aSheetRow(
    {
      code: 'storage-laboratory',
      nameZh: '多能互补绿色储能全国重点实验室',
      nameEn: 'State key laboratory of storage',
      shortNameZh: '储能实验室',
      shortNameEn: 'Storage laboratory',
      unitZh: '',
      unitEn: '',
      kind: 'done',
    },
    { planCodes: [] },
  ),
]

export const EXPECTED: Expected = { regionCode: '63', regionNameZh: '青海', year: 2025, rows: ROWS }

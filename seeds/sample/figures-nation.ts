import type { SampleFigureSeed } from '../shape.ts'
import { EARLY_SPRING, LATE_SPRING, series } from './series.ts'

const nation = series.bind(null, '00')
const since2020 = { measure: 'since:2020' }

/** The nation's CO₂ and energy per GDP are real and stand elsewhere; nothing is invented for them. */
export const NATION: SampleFigureSeed[] = [
  ...nation('co2-capture-energy', LATE_SPRING, [
    [2021, '-2.6', since2020],
    [2022, '-5.9', since2020],
    [2023, null, { ...since2020, missingReason: 'not-collected', note: '本年未开展捕集能耗调查。' }],
    [2024, '-3.2', { measure: 'yoy', note: '调查只给出比上年的变化；2023年缺数，相对2020年的变化无法推算。' }],
    [2025, '-14.1', { ...since2020, note: '恢复相对2020年的全面调查。' }],
  ]),
  ...nation('low-carbon-demonstrations', EARLY_SPRING, [
    [2022, '3'],
    [2023, '9'],
    [2024, '13'],
    [2025, '17'],
  ]),
  ...nation('low-carbon-innovative-enterprises', LATE_SPRING, [
    [2022, '31'],
    [2023, '58'],
    [2024, '104'],
    [2025, '127'],
  ]),
]

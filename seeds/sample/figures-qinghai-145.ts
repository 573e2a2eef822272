import type { SampleFigureSeed } from '../shape.ts'
import { AUTUMN, EARLY_SPRING, LATE_SPRING, series } from './series.ts'

const qinghai = series.bind(null, '63')
const noSurvey = { missingReason: 'not-collected', note: '本年没有分省的公民科学素质数。' } as const

/** Qinghai's 14th five-year plan, after the 2020 actuals that it prints itself. */
export const QINGHAI_145: SampleFigureSeed[] = [
  ...qinghai('rd-intensity', AUTUMN, [
    [2021, '0.77'],
    [2022, '0.80'],
    [2023, '0.85'],
    [
      2023,
      '0.83',
      {
        enteredOn: '2025-02-17',
        approvedOn: '2025-02-24',
        correction: { code: 'source-revised', reason: '经济普查后修订地区生产总值，投入强度相应调整。' },
      },
    ],
    [2024, '0.87'],
  ]),
  ...qinghai('enterprise-rd-share', AUTUMN, [
    [2021, '64.05'],
    [2022, '60.42'],
    [2023, '62.18'],
    [2024, '61.30'],
  ]),
  ...qinghai('invention-patents-per-10000', EARLY_SPRING, [
    [2021, '3.47'],
    [2022, '3.92'],
    [2023, '4.36'],
    [2024, '4.81'],
    [2025, '5.24'],
  ]),
  ...qinghai('industrial-enterprises-with-rd', AUTUMN, [
    [2021, '18.74'],
    [2022, '19.36'],
    [2023, '20.42'],
    [2024, '19.83'],
  ]),
  ...qinghai('high-tech-enterprises-per-10000', AUTUMN, [
    [2021, '15.02'],
    [2022, '15.61'],
    [2023, '16.48'],
    [2024, '16.90'],
  ]),
  ...qinghai('high-tech-enterprises', EARLY_SPRING, [
    [2021, '263'],
    [
      2021,
      '236',
      {
        enteredOn: '2023-09-05',
        approvedOn: '2023-09-08',
        correction: { code: 'typing', reason: '录入时数位颠倒，应为236家。' },
      },
    ],
    [2022, '249'],
    [2023, '254'],
    [2024, '267'],
    [2025, '281'],
  ]),
  ...qinghai('rd-personnel-per-10000', AUTUMN, [
    [2021, '23.90'],
    [2022, '25.14'],
    [2023, '27.55'],
    [2024, '28.40'],
  ]),
  ...qinghai('technology-contracts', EARLY_SPRING, [
    [2021, '13.28'],
    [2022, '16.74'],
    [2023, '20.00'],
    [2024, '24.61'],
    [2025, '23.17'],
  ]),
  ...qinghai('science-literacy', LATE_SPRING, [
    [2021, null, noSurvey],
    [2022, '7.6'],
    [2023, null, noSurvey],
    [2024, null, noSurvey],
    [2025, null, { missingReason: 'not-yet-published', note: '2025年调查的分省结果尚未公布。' }],
  ]),
  ...qinghai('national-innovation-platforms', LATE_SPRING, [
    [2021, '60'],
    [2022, '61'],
    [2023, '63'],
    [2024, '63'],
    [2025, '64'],
  ]),
]

/** Two of the indicators that are only monitored; one of them changes its definition. */
export const QINGHAI_MONITORED: SampleFigureSeed[] = [
  ...qinghai('sci-tech-enterprises', LATE_SPRING, [
    [2021, '498'],
    [2022, '541'],
    [2023, '716', { breakBefore: true, note: '自本年起改按新的认定办法统计，与以前年份不可比。' }],
    [2024, '752'],
    [2025, '803'],
  ]),
  ...qinghai('provincial-key-labs', EARLY_SPRING, [
    [2021, '75'],
    [2022, '78'],
    [2023, '78'],
    [2024, '69', { note: '省级重点实验室优化重组。' }],
    [2025, '71'],
  ]),
]

import type { SampleFigureSeed } from '../shape.ts'
import { EARLY_SPRING, LATE_SPRING, series } from './series.ts'

const hubei = series.bind(null, '42')
const shandong = series.bind(null, '37')

/** Hubei's plan of 2022 counts from 2023 on. */
export const HUBEI: SampleFigureSeed[] = [
  ...hubei('leading-talents-young-scientists', LATE_SPRING, [
    [2023, '96'],
    [2024, '231'],
    [2025, '402'],
  ]),
  ...hubei('green-innovation-platforms', EARLY_SPRING, [
    [2023, '3'],
    [2024, '7'],
    [2025, '10'],
  ]),
  ...hubei('green-major-achievements', LATE_SPRING, [
    [2023, '8'],
    [
      2023,
      '11',
      {
        enteredOn: '2024-09-12',
        approvedOn: '2024-09-20',
        correction: { code: 'late-return', reason: '两家高校迟报，补入3项。' },
      },
    ],
    [2024, '19'],
    [2025, '24', { provisional: true, note: '部分成果尚待鉴定。' }],
  ]),
  ...hubei('green-leading-enterprises', EARLY_SPRING, [
    [2023, '0'],
    [2024, '1'],
    [2025, '1'],
  ]),
  ...hubei('green-sci-tech-enterprises', EARLY_SPRING, [
    [2023, '38'],
    [2024, '61'],
    [2025, '107'],
  ]),
]

/** Shandong's plan of 2023 counts from 2024 on; its high-tech enterprises are a stock, known for earlier years too. */
export const SHANDONG: SampleFigureSeed[] = [
  ...shandong('green-high-tech-enterprises', EARLY_SPRING, [
    [2021, '604'],
    [2022, '731'],
    [2023, '798'],
    [2024, '911'],
    [2025, '968'],
  ]),
  ...shandong('green-industry-clusters', LATE_SPRING, [
    [2024, '2'],
    [2025, '5'],
  ]),
  ...shandong('national-top-talent-teams', EARLY_SPRING, [
    [2024, '2'],
    [2025, '2'],
  ]),
  ...shandong('core-technology-talent-teams', EARLY_SPRING, [
    [2024, '7'],
    [2025, '11'],
  ]),
  ...shandong('foreign-expert-teams', LATE_SPRING, [
    [2024, '5', { provisional: true, note: '部分团队尚在签约。' }],
    [
      2024,
      '6',
      {
        enteredOn: '2025-08-13',
        approvedOn: '2025-08-20',
        correction: { code: 'source-revised', reason: '年终核定数替代初步数。' },
      },
    ],
  ]),
]

import type { SampleFigureSeed } from '../shape.ts'
import { EARLY_SPRING, LATE_SPRING, series } from './series.ts'

const qinghai = series.bind(null, '63')

/** Qinghai's plan of 2022 counts from 2023 on. Its demonstration bases have no figure at all. */
export const QINGHAI_CARBON: SampleFigureSeed[] = [
  ...qinghai('green-little-giants-new', EARLY_SPRING, [
    [2023, '1'],
    [2024, '0'],
    [2025, '2'],
  ]),
  ...qinghai('green-high-tech-enterprises-new', EARLY_SPRING, [
    [2023, '3'],
    [2024, '2'],
    [2025, '1'],
  ]),
  ...qinghai('green-sci-tech-enterprises-new', LATE_SPRING, [
    [2023, '6'],
    [2024, null, { missingReason: 'not-collected', note: '认定工作移交，当年未单独统计绿色低碳领域。' }],
    [2025, '4'],
  ]),
  ...qinghai('green-incubators-new', LATE_SPRING, [
    [2023, '0'],
    [2024, '1'],
    [2025, '1'],
  ]),
  ...qinghai('green-provincial-key-labs-new', EARLY_SPRING, [
    [2023, '1'],
    [2024, '1'],
    [2025, '3'],
  ]),
  ...qinghai('green-provincial-eng-centres-new', EARLY_SPRING, [
    [2023, '1'],
    [2024, '4'],
    [2025, '5'],
  ]),
  ...qinghai('energy-storage-national-key-lab', LATE_SPRING, [
    [2023, '0'],
    [2024, '0'],
    [2025, '1'],
  ]),
  ...qinghai('atmosphere-plateau-data-centre', LATE_SPRING, [
    [2023, '0'],
    [2024, '0'],
    [2025, '0'],
  ]),
]

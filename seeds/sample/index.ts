import type { SampleFigureSeed } from '../shape.ts'
import { HUBEI, SHANDONG } from './figures-hubei-shandong.ts'
import { NATION } from './figures-nation.ts'
import { QINGHAI_145, QINGHAI_MONITORED } from './figures-qinghai-145.ts'
import { QINGHAI_CARBON } from './figures-qinghai-carbon.ts'

export { SAMPLE_TARGETS } from './targets.ts'

/** 示例数据: invented figures, loaded for the demonstration only. */
export const SAMPLE_FIGURES: SampleFigureSeed[] = [
  ...NATION,
  ...HUBEI,
  ...SHANDONG,
  ...QINGHAI_CARBON,
  ...QINGHAI_145,
  ...QINGHAI_MONITORED,
]

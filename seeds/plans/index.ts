import type { PlanSeed } from '../shape.ts'
import { cnCarbon2022To2030 } from './cn-carbon-2022-2030.ts'
import { hbCarbon2022 } from './hb-carbon-2022.ts'
import { qhCarbon2022 } from './qh-carbon-2022.ts'
import { qhStip145 } from './qh-stip-145.ts'
import { sdCarbon2023 } from './sd-carbon-2023.ts'

/** In the order of their years of issue. */
export const plans: PlanSeed[] = [qhStip145, cnCarbon2022To2030, hbCarbon2022, qhCarbon2022, sdCarbon2023]

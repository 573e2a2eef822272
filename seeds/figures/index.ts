import type { PublishedFigureSeed } from '../shape.ts'
import { NATIONAL_INTENSITIES } from './communiques.ts'
import { QINGHAI_2020 } from './qinghai-2020.ts'

/** Every figure that was really published, each with its source. */
export const PUBLISHED_FIGURES: PublishedFigureSeed[] = [...QINGHAI_2020, ...NATIONAL_INTENSITIES]

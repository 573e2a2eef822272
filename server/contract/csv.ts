import { z } from 'zod'
import { observationFilters } from './observation.ts'
import { targetFilters } from './target.ts'

const bom = z
  .enum(['0', '1'])
  .default('1')
  .meta({ description: '`0` leaves out the byte order mark by which Excel in Chinese Windows knows UTF-8' })

export const observationCsvQuery = observationFilters.extend({ bom }).strict()
export const targetCsvQuery = targetFilters.extend({ bom }).strict()

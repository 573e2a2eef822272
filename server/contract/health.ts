import { z } from 'zod'

export const health = z
  .object({
    status: z.literal('ok'),
    version: z.string(),
    database: z.enum(['sqlite', 'postgres']),
    observations: z.int().min(0).meta({ description: 'Approved figures in force' }),
    sampleObservations: z
      .int()
      .min(0)
      .meta({ description: 'Those of them that are 示例数据, invented for demonstration' }),
  })
  .meta({ id: 'Health' })
export type Health = z.infer<typeof health>

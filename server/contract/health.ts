import { z } from 'zod'
import { instant } from './list.ts'

export const health = z
  .object({
    status: z.literal('ok'),
    asOf: instant.meta({ description: "The server's clock" }),
    version: z.string(),
    database: z.enum(['sqlite', 'postgres']),
    observations: z.int().min(0).meta({ description: 'Approved figures in force' }),
    sampleObservations: z
      .int()
      .min(0)
      .meta({ description: 'Those of them that are 示例数据, invented for demonstration' }),
    auditHead: z
      .enum(['written', 'failing', 'not-kept'])
      .meta({ description: 'Whether the signed end of the audit log is written within a second of each change' }),
    auditLog: z.enum(['whole', 'checking', 'unfinished', 'broken', 'not-checked']).meta({
      description:
        'Whether the audit log was read from its first line on since the start: done, under way, not possible or left to another process, found broken',
    }),
  })
  .meta({ id: 'Health' })
export type Health = z.infer<typeof health>

export const readiness = z
  .object({
    status: z.literal('ready'),
    replica: z.enum(['up', 'down']).optional().meta({
      description:
        'Whether the replica of the database answers; where it does not, the primary does. Absent: there is none',
    }),
  })
  .meta({ id: 'Readiness' })

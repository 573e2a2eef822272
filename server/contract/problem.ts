import { z } from 'zod'

/** RFC 9457, with a code for programs, the request's id for the log, and one entry per field that is wrong. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ path: z.string(), code: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem', description: 'What is wrong and what to do (RFC 9457)' })
export type Problem = z.infer<typeof problem>

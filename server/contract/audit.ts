import { z } from 'zod'
import { isStorable } from '../domain/storable.ts'
import { ROLES } from '../domain/words.ts'
import { username } from './account.ts'
import { asOfParameter, instant, listOf, pageParameters, wholeNumber } from './list.ts'

const object = z
  .string()
  .max(400)
  .regex(/^[a-z]+(-[a-z]+)*\/./, 'audit-object')
  .refine(isStorable, 'audit-object')
  .meta({ example: 'observation/63/rd-intensity/2021/value' })

const filters = z.object({
  actor: username
    .optional()
    .meta({ description: 'Who acted; `tanbiao` is the program itself', example: 'qh-reviewer' }),
  role: z.enum(ROLES).optional().meta({ description: 'In which role' }),
  action: z
    .string()
    .max(100)
    .regex(/^[a-z]+(-[a-z]+)*\.[a-z]+(-[a-z]+)*$/, 'audit-action')
    .optional()
    .meta({ description: 'What happened', example: 'observation.approve' }),
  object: object
    .optional()
    .meta({ description: 'What it is about; all that begins so where it ends in `/*`', example: 'observation/63/*' }),
  from: asOfParameter.meta({
    description: 'From this instant on: RFC 3339, or a date (YYYY-MM-DD), which means its beginning in Asia/Shanghai',
  }),
  to: asOfParameter.meta({
    description: 'Until this instant: RFC 3339, or a date (YYYY-MM-DD), which means its end in Asia/Shanghai',
  }),
  after: wholeNumber(0, 999_999_999)
    .optional()
    .meta({ description: 'Only lines with a larger number: what was written since one looked last' }),
  q: z
    .string()
    .min(1)
    .max(200)
    .optional()
    .meta({ description: 'Words in the text of the line, each of which must be found; or the hash of a line' }),
  asOf: asOfParameter,
})
export type AuditFilters = z.infer<typeof filters>

const bom = z.enum(['0', '1']).default('1').meta({ description: '`0` leaves out the byte order mark' })

export const auditQuery = filters.extend(pageParameters.shape).strict()
export const auditCsvQuery = filters.extend({ bom }).strict()
export const auditActorsQuery = z.strictObject({ ...pageParameters.shape })
export const auditLogQuery = z.strictObject({})
export const auditObjectQuery = z.strictObject({ object, asOf: asOfParameter, ...pageParameters.shape })

const auditLine = z
  .object({
    seq: z.int().min(1).meta({ description: 'The number of the line, from 1 on' }),
    at: instant,
    actor: z.string(),
    role: z.enum(ROLES),
    action: z.string(),
    object: z.string(),
    subject: z.string().meta({
      description:
        'The object to whose life the line belongs: of a step of the review the figure, else the object itself',
    }),
    reason: z.string().nullable(),
    data: z.record(z.string(), z.unknown()).meta({ description: 'The change, whole, as it was logged' }),
    prev: z.string().meta({ description: 'SHA-256 of the line before, lowercase hexadecimal' }),
    hash: z.string().meta({ description: 'SHA-256 of this line, lowercase hexadecimal' }),
  })
  .meta({ id: 'AuditLine' })
export type AuditLine = z.infer<typeof auditLine>

const people = z.record(z.string(), z.string()).meta({ description: 'What those who acted are called' })
export const auditList = listOf(auditLine)
  .extend({
    total: z.int().min(0).meta({ description: 'How many are found in what has been searched' }),
    unsearched: z.int().min(0).meta({
      description:
        'How many older lines have not been searched, which the next page does, where lines have to be read one by one; 0 in most cases',
    }),
    people,
  })
  .meta({ id: 'AuditList' })
export type AuditList = z.infer<typeof auditList>

const value = z.union([z.string(), z.number(), z.boolean(), z.null()])
const lifeLine = auditLine
  .extend({
    changes: z
      .array(
        z.object({
          field: z.string().meta({ example: 'milestones.2030.value' }),
          old: value.meta({ description: 'Null where it was not said' }),
          new: value.meta({ description: 'Null where it is said no more' }),
        }),
      )
      .meta({ description: 'Which fields became another, held against the line before that says them' }),
  })
  .meta({ id: 'AuditLifeLine' })
export type AuditLifeLine = z.infer<typeof lifeLine>

export const auditLife = listOf(lifeLine)
  .extend({ object: z.string().meta({ description: 'Whose life it is' }), people })
  .meta({ id: 'AuditLife' })
export type AuditLife = z.infer<typeof auditLife>

const actor = z
  .object({ username: z.string(), displayName: z.string(), role: z.enum(ROLES) })
  .meta({ id: 'AuditActor' })
export type AuditActor = z.infer<typeof actor>
export const auditActorList = listOf(actor).meta({ id: 'AuditActorList' })

export const auditHead = z
  .object({
    lines: z.int().min(0),
    hash: z.string().meta({ description: 'SHA-256 of the last line, lowercase hexadecimal' }),
    at: instant,
    text: z.string().meta({ description: 'The four bare lines that are signed' }),
    signature: z.string().meta({ description: 'ECDSA P-256 over SHA-256, DER, in base64' }),
    publicKey: z.string().meta({ description: 'PEM' }),
  })
  .meta({ id: 'AuditHead', description: 'The signed end of the audit log' })

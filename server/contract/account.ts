import { z } from 'zod'
import { ACCOUNT_ROLES } from '../domain/words.ts'
import { regionCode } from './codes.ts'
import { instant, listOf, pageParameters } from './list.ts'
import { reason, someText } from './text.ts'

export const username = z
  .string()
  .max(50)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'username')
  .meta({ example: 'qh-reporter', description: 'Stable for ever' })

const terms = {
  displayName: someText(100).meta({ example: '索南（青海填报）' }),
  role: z.enum(ACCOUNT_ROLES),
  regionCode: regionCode.nullable().meta({ description: 'Of reporters and reviewers, and of them only' }),
  email: z.email('email').max(200).nullable().meta({ description: 'Where reminders go' }),
}

const accountRevision = z.object({
  revision: z.int().min(1),
  at: instant,
  by: z.string(),
  reason: z.string().nullable(),
  displayName: z.string(),
  role: z.enum(ACCOUNT_ROLES),
  regionCode: regionCode.nullable(),
  email: z.string().nullable(),
  active: z.boolean(),
})

export const account = z
  .object({
    username: z.string(),
    displayName: z.string(),
    role: z.enum(ACCOUNT_ROLES),
    regionCode: regionCode.nullable(),
    email: z.string().nullable(),
    active: z.boolean().meta({ description: 'Without it, nobody signs in' }),
    revision: z.int().min(1),
    hasPassword: z.boolean(),
    invited: z.boolean().meta({ description: 'A one-time link was given that can still be used' }),
    lastSeenAt: instant.nullable(),
    history: z.array(accountRevision).meta({ description: 'What it was and why, oldest first' }),
  })
  .meta({ id: 'Account' })
export type Account = z.infer<typeof account>

export const accountListQuery = z.strictObject({ ...pageParameters.shape })
export const accountList = listOf(account).meta({ id: 'AccountList' })
export type AccountList = z.infer<typeof accountList>

export const newAccount = z
  .strictObject({
    username,
    displayName: terms.displayName,
    role: terms.role,
    regionCode: terms.regionCode.default(null),
    email: terms.email.default(null),
    reason,
  })
  .meta({ id: 'NewAccount' })

/** What is left out stays as it is. */
export const accountChange = z
  .strictObject({
    displayName: terms.displayName.optional(),
    role: terms.role.optional(),
    regionCode: terms.regionCode.optional(),
    email: terms.email.optional(),
    active: z.boolean().optional(),
    reason,
    ifRevision: z
      .int()
      .min(1)
      .optional()
      .meta({ description: 'The revision that this changes; 409 where it is another' }),
  })
  .meta({ id: 'AccountChange' })

export const newInvitation = z.strictObject({ reason: reason.optional() }).meta({ id: 'NewInvitation' })
export const sessionsEnd = z.strictObject({ reason }).meta({ id: 'SessionsEnd' })

const link = {
  path: z.string().meta({ description: 'The one-time link below the address of the site; it is told here only' }),
  expiresAt: instant,
}
export const accountLink = z.object(link).meta({ id: 'AccountLink', description: 'A link that sets a password, once' })
export const accountWithLink = z.object({ account, ...link }).meta({ id: 'AccountWithLink' })

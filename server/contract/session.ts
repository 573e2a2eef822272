import { z } from 'zod'
import { ACCOUNT_ROLES, PASSWORD_POLICIES } from '../domain/words.ts'
import { regionCode } from './codes.ts'
import { instant } from './list.ts'

export const user = z
  .object({
    username: z.string(),
    displayName: z.string(),
    role: z.enum(ACCOUNT_ROLES),
    regionCode: regionCode.nullable().meta({ description: 'Of reporters and reviewers only' }),
  })
  .meta({ id: 'User', description: 'Whoever is signed in' })

export const signIn = z
  .strictObject({ username: z.string().min(1).max(100), password: z.string().min(1).max(1000) })
  .meta({ id: 'SignIn' })

export const session = z
  .object({
    user: user.nullable().meta({ description: 'Null where nobody is signed in' }),
    mode: z.enum(['demo', 'live']).meta({ description: '`demo`: whatever is entered is sample data' }),
    publicRead: z.boolean().meta({ description: 'Whether approved data can be read without signing in' }),
    passwordPolicy: z.enum(PASSWORD_POLICIES),
    passwordExpired: z
      .boolean()
      .meta({ description: 'The password has to be changed before anything else can be done' }),
  })
  .meta({ id: 'Session', description: 'Who is asking, and of what kind of installation' })
export type Session = z.infer<typeof session>

export const passwordChange = z
  .strictObject({ password: z.string().min(1).max(1000), newPassword: z.string().min(1).max(1000) })
  .meta({ id: 'PasswordChange' })
export const newPassword = z.strictObject({ password: z.string().min(1).max(1000) }).meta({ id: 'NewPassword' })

export const invitation = z
  .object({
    username: z.string(),
    displayName: z.string(),
    passwordPolicy: z.enum(PASSWORD_POLICIES),
    expiresAt: instant,
  })
  .meta({ id: 'Invitation', description: 'For whom a one-time link is, and until when' })
export type Invitation = z.infer<typeof invitation>

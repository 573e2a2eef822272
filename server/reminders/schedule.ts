import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import { everyHour } from '../hourly.ts'
import type { Clock } from '../http/as-of.ts'
import { inTurn, type KeepTurn } from '../turn.ts'
import { connectPost } from './post.ts'
import { remind } from './remind.ts'

/** Where letters are taken to, whom they are from, and the address of the dashboard as its readers know it. */
export interface Mail {
  smtpUrl: string
  from: string
  address: string
}

/** Nobody is written to at night: from 8 to 20 o'clock in Asia/Shanghai. */
export const isDaytime = (now: Date): boolean => {
  const hour = (now.getUTCHours() + 8) % 24
  return hour >= 8 && hour < 20
}

/** Reminds every hour of the day, of several servers one. */
export function remindEveryHour(
  app: FastifyInstance,
  db: Kysely<Database>,
  { smtpUrl, from, address }: Mail,
  clock: Clock = () => new Date(),
): void {
  const post = connectPost(smtpUrl, from)
  const onFailure = (error: unknown): void => app.log.error({ err: error }, 'a reminder could not be sent')
  const work = async (isWanted: () => boolean): Promise<void> => {
    if (!isDaytime(clock())) return
    await inTurn(db, 'reminders', clock, async (keep) => {
      const keepTurn: KeepTurn = async () => isWanted() && (await keep())
      await remind(db, clock, { post, address, onFailure, keepTurn })
    })
  }
  everyHour(app, work, onFailure)
  app.addHook('onClose', async () => post.close())
}

import type { FastifyInstance } from 'fastify'
import type { Kysely } from 'kysely'
import type { Database } from '../db/schema.ts'
import type { Clock } from '../http/as-of.ts'
import { connectPost } from './post.ts'
import { remind } from './remind.ts'

/** Where letters are taken to, whom they are from, and the address of the dashboard as its readers know it. */
export interface Mail {
  smtpUrl: string
  from: string
  address: string
}

/** How often it is looked whether someone is to be reminded. */
const EVERY_MS = 3_600_000

/** Nobody is written to at night: from 8 to 20 o'clock in Asia/Shanghai. */
export const isDaytime = (now: Date): boolean => {
  const hour = (now.getUTCHours() + 8) % 24
  return hour >= 8 && hour < 20
}

/** Reminds once the application listens and every hour of the day from then on, until it closes. */
export function remindEveryHour(
  app: FastifyInstance,
  db: Kysely<Database>,
  { smtpUrl, from, address }: Mail,
  clock: Clock = () => new Date(),
): void {
  const post = connectPost(smtpUrl, from)
  const onFailure = (error: unknown): void => app.log.error({ err: error }, 'a reminder could not be sent')
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> | undefined
  const run = (): void => {
    if (running !== undefined || !isDaytime(clock())) return
    running = remind(db, clock, { post, address, onFailure })
      .catch(onFailure)
      .finally(() => {
        running = undefined
      })
  }
  app.addHook('onListen', async () => {
    run()
    timer = setInterval(run, EVERY_MS)
    timer.unref()
  })
  app.addHook('onClose', async () => {
    clearInterval(timer)
    post.close()
    await running
  })
}

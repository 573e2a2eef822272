import type { FastifyInstance } from 'fastify'
import { findLastLine } from '../audit/queries.ts'
import { replicaOf } from '../db/connect.ts'
import { type LogLine, readingSince } from '../db/replica.ts'
import { readsLogOnly } from './access.ts'
import type { Context } from './context.ts'

/**
 * Lets a replica answer what reads alone, where it has every line that the log of the primary has at this moment: so no
 * answer is older than what anyone was told is stored, whichever server or device they ask. Who is signed in, and what is
 * in no log, is read from the primary. Comes after `guard`.
 */
export function readFromReplica(app: FastifyInstance, { db }: Context): void {
  const replica = replicaOf(db)
  if (replica === undefined) return
  replica.onChange((isUp, why) => {
    if (isUp) app.log.info('the replica answers')
    else app.log.warn({ err: why }, 'the replica is left alone until it answers again')
  })
  app.addHook('onRequest', (request, _reply, done) => {
    const { url = '' } = request.routeOptions
    if (!replica.state().isUp || !isReading(request.method) || !readsLogOnly(url)) return done()
    const goOn = (last: LogLine | undefined): void => (last === undefined ? done() : readingSince(last, done))
    findLastLine(db).then(goOn, done)
  })
}

const isReading = (method: string): boolean => method === 'GET' || method === 'HEAD'

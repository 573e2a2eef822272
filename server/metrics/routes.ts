import type { FastifyInstance, FastifyRequest } from 'fastify'
import { readUnsigned } from '../audit/head-file.ts'
import { findLastLine } from '../audit/queries.ts'
import { countWritten, engineOf } from '../db/dialect.ts'
import { aboutReplica } from './replica.ts'
import type { Context } from '../http/context.ts'
import { notFound } from '../http/refusal.ts'
import { isIn } from '../networks.ts'
import { findJob } from '../snapshots/job.ts'
import { VERSION } from '../version.ts'
import { aboutCheck } from './log-check.ts'
import { watchProcess } from './process.ts'
import { countRequests } from './requests.ts'
import { type Family, METRICS_TYPE, single, toMetricsText } from './text.ts'

/**
 * `GET /metrics` for Prometheus, to whoever asks directly from one of these networks; to everyone else, and through any
 * proxy, there is nothing at this address. Comes before the routes, of which it counts the requests.
 */
export function serveMetrics(app: FastifyInstance, context: Context, networks: readonly string[]): void {
  const readRequests = countRequests(app)
  const ownProcess = watchProcess()
  app.addHook('onClose', async () => ownProcess.stop())
  app.get('/metrics', { schema: { hide: true } }, async (request, reply) => {
    if (!isDirectlyFrom(request, networks)) throw notFound()
    const families = [
      ...aboutProgram(context),
      ...readRequests(),
      ...ownProcess.read(),
      ...(await aboutLog(context)),
      ...(await aboutReplica(context)),
      ...aboutCheck(context.check),
    ]
    return await reply.type(METRICS_TYPE).header('cache-control', 'no-store').send(toMetricsText(families))
  })
}

/** A proxy on this machine asks from loopback, whoever it asks for; it says so in one of these. */
const FORWARDED = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip']

function isDirectlyFrom({ socket, headers }: FastifyRequest, networks: readonly string[]): boolean {
  if (FORWARDED.some((name) => headers[name] !== undefined)) return false
  return isIn(socket.remoteAddress ?? '', networks)
}

function aboutProgram({ db }: Context): Family[] {
  const labels = { version: VERSION, database: engineOf(db), node: process.versions.node }
  return [
    {
      name: 'tanbiao_info',
      help: 'Which program this is; always 1.',
      type: 'gauge',
      samples: [{ labels, value: 1 }],
    },
    single(
      'counter',
      'tanbiao_write_transactions_total',
      'Transactions of this process that changed the database.',
      countWritten(db),
    ),
  ]
}

async function aboutLog({ db, clock, head }: Context): Promise<Family[]> {
  const now = clock()
  const found = await Promise.all([findLastLine(db), findJob(db, now)]).catch(() => undefined)
  const families = [single('gauge', 'tanbiao_database_up', '1: the database answers.', found === undefined ? 0 : 1)]
  const signed = head && readUnsigned(head.folder)
  if (head !== undefined) {
    families.push(
      single(
        'counter',
        'tanbiao_audit_head_failures_total',
        'Attempts to sign the end of the audit log that failed.',
        head.failures(),
      ),
    )
  }
  if (signed !== undefined) {
    const seconds = (now.getTime() - Date.parse(signed.at)) / 1000
    families.push(single('gauge', 'tanbiao_audit_head_age_seconds', 'How long ago the log was last signed.', seconds))
  }
  if (found === undefined) return families
  const [last, job] = found
  const lines = last?.seq ?? 0
  const isMaking = job?.failure === null ? 1 : 0
  families.push(single('gauge', 'tanbiao_audit_lines', 'Lines of the audit log.', lines))
  families.push(single('gauge', 'tanbiao_snapshot_making', '1: a snapshot is being made.', isMaking))
  if (signed !== undefined) {
    const unsigned = Math.max(0, lines - signed.lines)
    families.push(single('gauge', 'tanbiao_audit_unsigned_lines', 'Lines that HEAD does not cover yet.', unsigned))
  }
  return families
}

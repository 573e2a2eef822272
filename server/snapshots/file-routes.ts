import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { snapshotFilePath, snapshotPath, snapshotQuery } from '../contract/snapshot.ts'
import { stream } from '../http/csv.ts'
import type { Context } from '../http/context.ts'
import { problems } from '../http/problem-responses.ts'
import { notFound, Refusal } from '../http/refusal.ts'
import { SENTENCES } from '../http/sentences.ts'
import type { SnapshotKeeper } from './keeper.ts'
import { brokenFiles, fileNamesOf, findFolder, folderNameOf } from './folders.ts'
import { findJob } from './job.ts'
import { findSnapshot, type Snapshot } from './queries.ts'
import { zipOf } from './zip.ts'

const zipped = { description: 'All its files, in one folder', content: { 'application/zip': { schema: stream } } }
const whole = {
  description: 'The file, byte for byte as it was written',
  content: { 'application/octet-stream': { schema: stream } },
}

const TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonl': 'application/jsonl; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.pem': 'application/x-pem-file',
}

/** Snapshots, taken away whole or file by file. */
export function snapshotFileRoutes(api: FastifyInstance, { db, clock }: Context, { within }: SnapshotKeeper): void {
  const routes = api.withTypeProvider<ZodTypeProvider>()

  routes.get(
    '/snapshots/:id.zip',
    {
      schema: {
        summary: 'A snapshot as a ZIP',
        operationId: 'getSnapshotZip',
        tags: ['snapshots'],
        params: snapshotPath,
        querystring: snapshotQuery,
        response: { 200: zipped, ...problems(400, 401, 404, 410) },
      },
    },
    async ({ params }, reply) => {
      const { made, folder } = await onDisk(params.id)
      const names = fileNamesOf(made)
      refuseBroken(folder, made, names)
      reply
        .type('application/zip')
        .header('content-disposition', `attachment; filename="tanbiao-${folderNameOf(made)}.zip"`)
      return await reply.send(zipOf(folder, names, new Date(made.instant)))
    },
  )

  routes.get(
    '/snapshots/:id/files/:name',
    {
      schema: {
        summary: 'One file of a snapshot',
        operationId: 'getSnapshotFile',
        tags: ['snapshots'],
        params: snapshotFilePath,
        querystring: snapshotQuery,
        response: { 200: whole, ...problems(400, 401, 404, 410) },
      },
    },
    async ({ params: { id, name } }, reply) => {
      const { made, folder } = await onDisk(id)
      if (!fileNamesOf(made).includes(name)) throw notFound()
      refuseBroken(folder, made, [name])
      const file = path.join(folder, name)
      reply
        .type(TYPES[path.extname(name)] ?? 'text/plain; charset=utf-8')
        .header('content-length', (await stat(file)).size)
        .header('content-disposition', `attachment; filename="${name}"`)
      return await reply.send(createReadStream(file))
    },
  )

  /** A snapshot that was made, with its folder. */
  const onDisk = async (id: string): Promise<{ made: Snapshot; folder: string }> => {
    const made = await findSnapshot(db, Number(id))
    if (made === undefined) throw notFound()
    const job = await findJob(db, clock())
    if (job?.number === made.number) throw notFound()
    const folder = findFolder(within, made)
    if (folder === undefined) throw new Refusal(410, 'snapshot-gone')
    return { made, folder }
  }
}

/** Before anything is sent: a ZIP that breaks off looks like one that was cut by the network. */
function refuseBroken(folder: string, snapshot: Snapshot, names: readonly string[]): void {
  const broken = brokenFiles(folder, snapshot).filter((name) => names.includes(name))
  if (broken.length === 0) return
  const files = broken.join(', ')
  const { 'zh-CN': zh, en } = SENTENCES['snapshot-gone']
  throw new Refusal(410, 'snapshot-gone', [], { detail: { 'zh-CN': `${zh}（${files}）`, en: `${en} (${files})` } })
}

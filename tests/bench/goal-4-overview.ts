import { judgeTargets } from '../../server/targets/judge.ts'
import { resolveAsOf } from '../../server/http/as-of.ts'
import { asUser, type Desk, type Row, withService } from './desk.ts'
import { askOnce, requestOf } from './connection.ts'
import { load } from './load.ts'
import { type ReferenceServer, startReference } from './references.ts'
import { alternate, timed } from './result.ts'
import type { Service } from './service.ts'
import { writerAt } from './writer.ts'

/** As the page asks, in as many pages as it needs; the first is measured. */
const PATH = '/api/progress?limit=5000'
const CONNECTIONS = 4
const UNCHANGED = { is: 'speed', value: 0.8 } as const
const CHANGED = { is: 'most', value: 10 } as const

/** Goal 4: the list of all targets while nothing changes, and after a figure was approved. */
export async function measureOverview(desk: Desk): Promise<Row[]> {
  const reference = await startReference()
  try {
    const headers = await asUser(desk, desk.ground.auditor)
    const [region = { code: '', reporter: '', reviewer: '' }] = desk.ground.regions
    const writer = await writerAt(desk, region)
    return await withService(desk, async (service) => [
      ...(await measureUnchanged(desk, service, reference, headers)),
      ...(await measureChanged(desk, service, headers, writer.approve)),
    ])
  } finally {
    await reference.stop()
  }
}

async function measureUnchanged(
  { extent }: Desk,
  { port }: Service,
  reference: ReferenceServer,
  headers: { cookie: string },
): Promise<Row[]> {
  const first = await askOnce(port, requestOf(PATH, { headers }))
  const [, etag] = /\r\netag: *([^\r]+)/i.exec(first.head) ?? []
  const browser = { 'accept-encoding': 'gzip, deflate, br' }
  const forms: { what: string; more: Record<string, string>; note?: string }[] = [
    { what: 'unchanged, as it is', more: {} },
    { what: 'unchanged, as browsers ask', more: browser },
    {
      what: 'unchanged, if none match',
      more: { ...browser, 'if-none-match': etag ?? '"none"' },
      ...(etag === undefined && { note: 'the answer has no ETag yet' }),
    },
  ]
  const rows: Row[] = []
  for (const { what, more, note } of forms) {
    const common = { connections: CONNECTIONS, seconds: extent.windowSeconds }
    const ours = { ...common, port, request: requestOf(PATH, { headers: { ...headers, ...more } }) }
    const { bytes } = await load({ ...ours, seconds: common.seconds / 3 })
    // What is not sent again is held against the whole answer.
    const size =
      bytes > 0 ? bytes : (await askOnce(port, requestOf(PATH, { headers: { ...headers, ...browser } }))).bytes
    const other = { ...common, port: reference.port, request: requestOf(`/buffer/${size}`) }
    await load({ ...other, seconds: common.seconds / 3 })
    const taken = await alternate(
      extent.runs,
      async () => (await load(ours)).perSecond,
      async () => (await load(other)).perSecond,
    )
    rows.push({
      what,
      unit: 'per second',
      ours: taken.ours,
      reference: { name: 'Fastify, a buffer of that size', values: taken.reference },
      wanted: UNCHANGED,
      note: [`${(size / 1000).toFixed(0)} KB`, note].filter((part) => part !== undefined).join('; '),
    })
  }
  return rows
}

/** Each run approves another revision of a figure through the service, and asks for the list. */
async function measureChanged(
  { db, extent, ground }: Desk,
  { port }: Service,
  headers: { cookie: string },
  approve: (
    port: number,
    figure: { indicator: string; year: number; value: string; corrects: boolean },
  ) => Promise<void>,
): Promise<Row[]> {
  const request = requestOf(PATH, { headers })
  const judge = async (): Promise<number> => {
    const asOf = await resolveAsOf(db, () => new Date(), undefined)
    return await timed(() => judgeTargets(db, asOf))
  }
  const figure = { indicator: ground.indicators.at(-1) ?? '', year: ground.years.at(-1) ?? 0 }
  await approve(port, { ...figure, value: '10', corrects: false })
  const firsts: number[] = []
  const again: number[] = []
  const judged: number[] = []
  await judge()
  await askOnce(port, request)
  for (let run = 0; run < extent.runs; run += 1) {
    await approve(port, { ...figure, value: String(11 + (run % 9)), corrects: true })
    firsts.push(await timed(() => askOnce(port, request)))
    again.push(await timed(() => askOnce(port, request)))
    judged.push(await judge())
  }
  const targets = await db
    .selectFrom('target')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  const note = `${Number(targets?.count)} targets`
  return [
    {
      what: 'changed: the first answer after an approval',
      unit: 'ms',
      ours: firsts,
      reference: { name: 'the same again, unchanged', values: again },
      wanted: CHANGED,
      note,
    },
    {
      what: 'changed: the judging alone, without a request',
      unit: 'ms',
      ours: judged,
      reference: null,
      wanted: CHANGED,
      note,
    },
  ]
}

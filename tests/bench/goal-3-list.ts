import { asUser, type Desk, type Row, withService } from './desk.ts'
import { requestOf } from './connection.ts'
import { load } from './load.ts'
import { startReference } from './references.ts'
import { alternate } from './result.ts'

const CONNECTIONS = 8
const WANTED = { is: 'speed', value: 0.25 } as const

/** Goal 3: a list of 100 figures, signed in, against Fastify that serves 10 KB of JSON. */
export async function measureLists(desk: Desk): Promise<Row[]> {
  const headers = await asUser(desk, desk.ground.auditor)
  const { region, year } = await someSheet(desk)
  const lists = [
    { what: 'list of 100, one region and year', url: `/api/observations?limit=100&region=${region}&year=${year}` },
    { what: 'list of 100, the first page of all', url: '/api/observations?limit=100' },
  ]
  const reference = await startReference()
  try {
    return await withService(desk, async ({ port }) => {
      const rows: Row[] = []
      for (const { what, url } of lists) {
        const common = { connections: CONNECTIONS, seconds: desk.extent.windowSeconds }
        const ours = { ...common, port, request: requestOf(url, { headers }) }
        const other = { ...common, port: reference.port, request: requestOf('/json') }
        const { bytes } = await load({ ...ours, seconds: common.seconds / 3 })
        await load({ ...other, seconds: common.seconds / 3 })
        const taken = await alternate(
          desk.extent.runs,
          async () => (await load(ours)).perSecond,
          async () => (await load(other)).perSecond,
        )
        rows.push({
          what,
          unit: 'per second',
          ours: taken.ours,
          reference: { name: 'Fastify, 10 KB of JSON', values: taken.reference },
          wanted: WANTED,
          note: `${(bytes / 1000).toFixed(0)} KB each`,
        })
      }
      return rows
    })
  } finally {
    await reference.stop()
  }
}

/** A region and year that have figures: those of the middle one. */
async function someSheet({ db }: Desk): Promise<{ region: string; year: number }> {
  const { region_code: region, year } = await db
    .selectFrom('observation_revision as revision')
    .innerJoin('observation_step as step', 'step.observation_seq', 'revision.seq')
    .select(['revision.region_code', 'revision.year'])
    .where('step.step', '=', 'approved')
    .where('revision.seq', '>=', (eb) =>
      eb
        .selectFrom('observation_revision as one')
        .select((of) => of(of.fn.max('one.seq'), '/', of.lit(2)).as('middle')),
    )
    .orderBy('revision.seq')
    .limit(1)
    .executeTakeFirstOrThrow()
  return { region, year }
}

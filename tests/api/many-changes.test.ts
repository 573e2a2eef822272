import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { Changes } from '../../server/contract/changes.ts'
import { connect } from '../../server/db/connect.ts'
import { openApp, type TestApp } from '../helpers/app.ts'
import { describeOnBothEngines, emptyPostgres } from '../helpers/databases.ts'
import { makeFigures } from '../many/generate/make-figures.ts'

interface Approval {
  at: string
  seq: number
  region: string
  indicator: string
  figure: string
  isFirst: boolean
}

describeOnBothEngines('the changes among thousands of figures', (engine) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tanbiao-changes-'))
  let approvals: Approval[]
  let targets: { id: string; plan: string; region: string; indicator: string }[]
  let app: TestApp
  let close: () => Promise<void>
  beforeAll(async () => {
    const place = {
      url: engine === 'postgres' ? await emptyPostgres(inject('postgresUrl')) : undefined,
      dataDir: folder,
    }
    await makeFigures(place.url ?? folder, { figures: 3000, organisations: 3, seed: 20_261_122 })
    const db = connect(place)
    const rows = await db
      .selectFrom('observation_step as step')
      .innerJoin('observation_revision as revision', 'revision.seq', 'step.observation_seq')
      .innerJoin('audit_line as line', 'line.seq', 'step.seq')
      .where('step.step', '=', 'approved')
      .select(['step.seq', 'line.at', 'region_code', 'indicator_code', 'year', 'measure'])
      .orderBy('step.seq')
      .execute()
    const known = new Set<string>()
    approvals = rows.map(({ seq, at, region_code: region, indicator_code: indicator, year, measure }) => {
      const figure = [region, indicator, year, measure].join('/')
      const isFirst = !known.has(figure)
      known.add(figure)
      return { at, seq, region, indicator, figure, isFirst }
    })
    const stored = await db.selectFrom('target').select(['id', 'plan_code', 'region_code', 'indicator_code']).execute()
    targets = stored.map((one) => ({
      id: one.id,
      plan: one.plan_code,
      region: one.region_code,
      indicator: one.indicator_code,
    }))
    app = await openApp(db)
    close = async () => {
      await app.app.close()
      await db.destroy()
      rmSync(folder, { recursive: true })
    }
  })
  afterAll(async () => await close())

  const changesOf = async (query: string): Promise<Changes> => {
    const { status, body, text } = await app.get<Changes>(`/api/changes?${query}`)
    expect(status, text).toBe(200)
    return body
  }
  const countsOf = (between: Approval[]) => ({
    figuresAdded: between.filter(({ isFirst }) => isFirst).length,
    figuresCorrected: between.filter(({ isFirst }) => !isFirst).length,
  })

  it('are counted right between any two moments, of all and of some, in whatever order these are asked for', async () => {
    const some = fc.constantFrom(
      {},
      ...['63', '6301'].map((region) => ({ region })),
      ...targets.slice(-3).flatMap(({ id, plan, region }) => [{ target: id }, { plan }, { plan, region }]),
    )
    const moments = fc.tuple(fc.nat(approvals.length - 1), fc.nat(approvals.length - 1))
    await fc.assert(
      fc.asyncProperty(moments, some, async (ends, of: { region?: string; plan?: string; target?: string }) => {
        const [since = '', asOf = ''] = ends.toSorted((a, b) => a - b).map((at) => approvals[at]?.at)
        const about = targets.filter(({ id, plan }) => (of.target ?? id) === id && (of.plan ?? plan) === plan)
        const series = new Set(about.map(({ region, indicator }) => `${region}/${indicator}`))
        const byTarget = of.target !== undefined || of.plan !== undefined
        const between = approvals.filter(
          ({ at, region, indicator }) =>
            at > since &&
            at <= asOf &&
            (of.region ?? region) === region &&
            (!byTarget || series.has(`${region}/${indicator}`)),
        )
        const { counts, totals, figures } = await changesOf(
          String(new URLSearchParams({ since, asOf, limit: '7', ...of })),
        )
        expect(counts).toMatchObject(countsOf(between))
        expect(totals.figures).toBe(between.length)
        const newest = between.toReversed().slice(0, 7)
        expect(figures.map(({ approvedSeq, change }) => [approvedSeq, change])).toEqual(
          newest.map(({ seq, isFirst }) => [seq, isFirst ? 'added' : 'corrected']),
        )
      }),
      { numRuns: 60 },
    )
  })

  it('are all in the CSV, newest first, each correction with what it replaced', async () => {
    const { text } = await app.get('/api/changes.csv?since=1999-12-31')
    const lines: Record<string, string>[] = parse(text, { bom: true, columns: true })
    const told = lines.filter(({ what }) => what === 'figure')
    const seqs = [...new Set(told.map((line) => Number(line['approved_seq'])))]
    expect(approvals.length).toBeGreaterThan(2000)
    expect(seqs).toEqual(approvals.map(({ seq }) => seq).toReversed())
    const last = new Map<string, string>()
    for (const line of told.toReversed().filter(({ field }) => field === 'value')) {
      const figure = [line['region_code'], line['indicator_code'], line['year'], line['measure']].join('/')
      if (line['change'] === 'corrected') expect(line['old'], figure).toBe(last.get(figure) ?? '')
      last.set(figure, line['new'] ?? '')
    }
  })

  it('are told in rows as many as wanted, with how many there are and the grounds of each status', async () => {
    const whole = await changesOf('since=2015-12-31&limit=1000')
    const { totals } = whole
    expect(totals.statuses).toBeGreaterThan(3)
    const few = await changesOf('since=2015-12-31&limit=3')
    expect(few).toMatchObject({ totals, counts: whole.counts })
    for (const list of ['statuses', 'targets', 'figures'] as const) expect(few[list]).toEqual(whole[list].slice(0, 3))
    const ids = few.statuses.map(({ targetId }) => targetId)
    const about = ({ targetIds }: Changes['grounds'][number]): boolean => targetIds.some((id) => ids.includes(id))
    expect(few.grounds.every(about)).toBe(true)
    expect(new Set(few.grounds.map(({ approvedSeq }) => approvedSeq))).toEqual(
      new Set(whole.grounds.filter(about).map(({ approvedSeq }) => approvedSeq)),
    )
  })
})

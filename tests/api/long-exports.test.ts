import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { inject, expect, it, onTestFinished } from 'vitest'
import { loadDemo } from '../../seeds/load-demo.ts'
import { findLastLine, NEWEST, seqAt } from '../../server/audit/queries.ts'
import { connect } from '../../server/db/connect.ts'
import type { Engine } from '../../server/db/dialect.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import { type Exporter, exportHere, openExporter } from '../../server/exports/exporter.ts'
import type { Wanted, WantedFigures } from '../../server/exports/written.ts'
import { toAsOf } from '../../server/http/as-of.ts'
import { listApproved } from '../../server/observations/queries.ts'
import { signIn } from '../helpers/accounts.ts'
import { NOW, openApp } from '../helpers/app.ts'
import { describeOnBothEngines, emptyPostgres } from '../helpers/databases.ts'

const ALL: WantedFigures = { of: 'figures', seq: NEWEST, filters: {}, hasMark: true, hasNames: true, hasRows: true }

async function openPlace(engine: Engine) {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'tanbiao-exports-'))
  const place = { url: engine === 'postgres' ? await emptyPostgres(inject('postgresUrl')) : undefined, dataDir }
  const db = connect(place)
  await migrateToLatest(db)
  await loadDemo(db, NOW)
  const exporter = openExporter(place)
  onTestFinished(async () => {
    await exporter.close()
    await db.destroy()
    rmSync(dataDir, { recursive: true, force: true })
  })
  return { db, exporter }
}

const textOf = async (exporter: Exporter, wanted: Wanted): Promise<string> =>
  (await buffer(exporter.write(wanted))).toString('utf8')

/** The same, and what it is asked for. */
function hear(exporter: Exporter): { heard: Exporter; asked: Wanted[] } {
  const asked: Wanted[] = []
  const write = (wanted: Wanted) => {
    asked.push(wanted)
    return exporter.write(wanted)
  }
  return { heard: { ...exporter, write }, asked }
}

describeOnBothEngines('a long file', (engine) => {
  it('has the same bytes from a thread of its own as from the one that answers', async () => {
    const { db, exporter } = await openPlace(engine)
    for (const change of [
      {},
      { hasMark: false },
      { hasNames: false },
      { hasRows: false },
      { filters: { region: '63' } },
    ]) {
      const wanted = { ...ALL, ...change }
      expect(await textOf(exporter, wanted)).toBe(await textOf(exportHere(db), wanted))
    }
  })

  it('of the audit log is made by the thread too, the same bytes', async () => {
    const { db, exporter } = await openPlace(engine)
    const upTo = (await findLastLine(db))?.seq ?? 0
    const files: Wanted[] = [
      { of: 'log', upTo },
      { of: 'lines', search: { filters: {}, after: 0, upTo }, hasMark: true },
      { of: 'lines', search: { filters: { q: '2025', role: 'reviewer' }, after: 5, upTo }, hasMark: false },
    ]
    for (const wanted of files) {
      const text = await textOf(exporter, wanted)
      expect(text.length).toBeGreaterThan(1000)
      expect(text).toBe(await textOf(exportHere(db), wanted))
    }
    // The answers say what is asked of the thread, which is there for nothing else here.
    const { heard, asked } = hear(exporter)
    const { app, get } = await openApp(db, NOW, { exporter: heard })
    const headers = await signIn(db, 'auditor', NOW)
    for (const file of ['audit.csv', 'audit/log.jsonl']) expect((await get(`/api/${file}`, headers)).status).toBe(200)
    expect(asked.map(({ of }) => of)).toEqual(['lines', 'log'])
    await app.close()
  })

  it('of what changed is made by the thread too, the same bytes', async () => {
    const { db, exporter } = await openPlace(engine)
    const [since, asOf] = await Promise.all(
      ['2024-06-30T00:00:00.000Z', NOW.toISOString()].map(async (text) => {
        const instant = new Date(text)
        return toAsOf(instant, await seqAt(db, instant))
      }),
    )
    if (since === undefined || asOf === undefined) throw new Error('two days')
    const wanted: Wanted = { of: 'changes', since, asOf, filters: {}, hasMark: true, hasNames: true, hasRows: true }
    for (const change of [{}, { hasNames: false }, { filters: { region: '63' } }]) {
      const text = await textOf(exporter, { ...wanted, ...change })
      expect(text.length).toBeGreaterThan(1000)
      expect(text).toBe(await textOf(exportHere(db), { ...wanted, ...change }))
    }
  })

  it('is what the API answers, for several who ask at once', async () => {
    const { db, exporter } = await openPlace(engine)
    const { app, get } = await openApp(db, NOW, { exporter })
    const answers = await Promise.all([1, 2, 3].map(() => get('/api/observations.csv?region=63')))
    const expected = await textOf(exportHere(db), { ...ALL, hasNames: false, filters: { region: '63' } })
    for (const { status, text } of answers) expect([status, text]).toEqual([200, expected])
    await app.close()
  })

  it('that nobody reads to its end holds up no other', async () => {
    const { exporter } = await openPlace(engine)
    const left = exporter.write(ALL)
    left.once('readable', () => left.destroy())
    const hasLeft = once(left, 'close')
    const slow = exporter.write(ALL)
    await delay(50)
    expect(await textOf(exporter, ALL)).toContain('63')
    expect((await buffer(slow)).length).toBeGreaterThan(1000)
    await hasLeft
  })

  it('as of an earlier line is what was in force then', async () => {
    const { db, exporter } = await openPlace(engine)
    const end = (await findLastLine(db))?.seq ?? 0
    for (const seq of [end - 40, Math.floor(end / 2), 1]) {
      const lines = (await textOf(exporter, { ...ALL, seq })).split('\r\n').slice(1, -1)
      const figures = await listApproved(db, seq, {})
      expect(lines.map((line) => Number(line.split(',').at(-2)))).toEqual(figures.map(({ id }) => id))
    }
  })

  it('is one of 32 at a time; what was asked for and never read counts until it is left', async () => {
    const { exporter } = await openPlace(engine)
    const open = Array.from({ length: 32 }, () => exporter.write(ALL))
    expect(() => exporter.write(ALL)).toThrow('exports-busy')
    // Whoever reads what is public keeps no auditor from the log.
    expect(await textOf(exporter, { of: 'log', upTo: 1 })).toContain('"seq":1')
    for (const stream of open) stream.destroy()
    await expect.poll(() => (open.every(({ closed }) => closed) ? 'closed' : 'open')).toBe('closed')
    expect(await textOf(exporter, ALL)).toContain('63')
  })

  it('ends with an error when its thread ends, and the next one has another', async () => {
    const { exporter } = await openPlace(engine)
    const reading = exporter.write(ALL)
    const closed = once(reading, 'close').catch((error: unknown) => error)
    await once(reading, 'readable')
    await exporter.close()
    expect((await buffer(exporter.write(ALL))).length).toBeGreaterThan(1000)
    reading.resume()
    await closed
    expect(reading.destroyed).toBe(true)
  })

  it('is only announced to whoever asks for its head', async () => {
    const { db, exporter } = await openPlace(engine)
    const { heard, asked } = hear(exporter)
    const { app } = await openApp(db, NOW, { exporter: heard })
    const headers = await signIn(db, 'auditor', NOW)
    for (const file of ['observations.csv', 'audit.csv', 'audit/log.jsonl', 'changes.csv?since=2024-01-01']) {
      const { statusCode, body } = await app.inject({ method: 'HEAD', url: `/api/${file}`, headers })
      expect([statusCode, body]).toEqual([200, ''])
    }
    // Nothing is read for it.
    expect(asked).toMatchObject([{ hasRows: false }, { search: { upTo: 0 } }, { upTo: 0 }, { hasRows: false }])
    await app.close()
  })

  it('that cannot be written ends with an error, and the next one is written', async () => {
    const { exporter } = await openPlace(engine)
    const wrong = { ...ALL, filters: { year: {} as number } }
    await expect(buffer(exporter.write(wrong))).rejects.toThrow()
    expect(await textOf(exporter, ALL)).toContain('63')
  })
})

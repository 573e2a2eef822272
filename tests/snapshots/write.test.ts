import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type Kysely, sql } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { loadDemo } from '../../seeds/load-demo.ts'
import { makeKey } from '../../server/audit/keys.ts'
import { listLines } from '../../server/audit/queries.ts'
import { replayLog } from '../../server/audit/replay.ts'
import type { Database } from '../../server/db/schema.ts'
import { resolveAsOf } from '../../server/http/as-of.ts'
import { readEnclosed } from '../../server/snapshots/enclosed.ts'
import { fingerprintOf, folderNameOf } from '../../server/snapshots/folders.ts'
import { makeSnapshot, type SnapshotPlace } from '../../server/snapshots/make.ts'
import { listSnapshots } from '../../server/snapshots/queries.ts'
import { MAKER } from '../../server/snapshots/maker.ts'
import { tidySnapshots } from '../../server/snapshots/tidy.ts'
import { SUMS, UNFINISHED } from '../../server/snapshots/write.ts'
import { NOW, openApp } from '../helpers/app.ts'
import { contentOf } from '../helpers/content.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { copyToEdit } from '../helpers/snapshots.ts'

const inOrder = (one: string, other: string): number => (one < other ? -1 : 1)

const AUDITOR = { username: 'auditor', role: 'auditor' } as const

describeOnBothEngines('a snapshot', (engine) => {
  const placeOfTest = async (): Promise<SnapshotPlace> => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tanbiao-snapshots-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const db = await databaseOfTest(engine)
    await loadDemo(db, NOW)
    const signer = await makeKey(path.join(folder, 'audit'))
    return { db, within: path.join(folder, 'snapshots'), clock: () => NOW, signer, enclosed: readEnclosed() }
  }
  const make = async (place: SnapshotPlace, instant?: string) => {
    const asOf = await resolveAsOf(place.db, place.clock, instant)
    const made = await makeSnapshot(place, { asOf, actor: AUDITOR, titleZh: '年度审计' })
    return { made, folder: path.join(place.within, folderNameOf(made)) }
  }
  const read = (folder: string, name: string): string => readFileSync(path.join(folder, name), 'utf8')
  const lines = async (db: Kysely<Database>): Promise<number> => (await listLines(db)).length

  it('holds the tables as the live files have them, and the whole log up to its instant', async () => {
    const place = await placeOfTest()
    const { get } = await openApp(place.db)
    const { made, folder } = await make(place, '2026-06-01')
    for (const name of ['targets', 'progress']) {
      expect(read(folder, `${name}.csv`)).toBe((await get(`/api/${name}.csv?asOf=2026-06-01`)).text)
    }
    const log = read(folder, 'audit.jsonl').trimEnd().split('\n')
    expect(log).toEqual((await listLines(place.db)).slice(0, made.logSeq))
    expect(JSON.parse(read(folder, 'manifest.json'))).toMatchObject({
      format: 1,
      instant: '2026-06-01T15:59:59.999Z',
      seq: made.logSeq,
      rows: { 'audit.jsonl': made.logSeq },
      previous: null,
    })
  }, 60_000)

  it('names who entered and who approved each figure, as the live file does for auditors only', async () => {
    const place = await placeOfTest()
    const { folder } = await make(place)
    const { get } = await openApp(place.db)
    const live = (await get('/api/observations.csv')).text.split('\r\n')
    const kept = read(folder, 'observations.csv').split('\r\n')
    expect(kept).toHaveLength(live.length)
    expect(kept[1]).toContain(',cn-reporter,')
    expect(live.join('')).not.toContain('-reporter,')
  }, 60_000)

  it('is of files that can only be read', async () => {
    const { folder } = await make(await placeOfTest())
    for (const name of readdirSync(folder)) expect(statSync(path.join(folder, name)).mode & 0o222, name).toBe(0)
  }, 60_000)

  it('has the same bytes when it is made anew from the same instant', async () => {
    const [one, other] = [await placeOfTest(), await placeOfTest()]
    const first = await make(one, '2026-03-01T00:00:00Z')
    const second = await make(one, '2026-03-01T00:00:00Z')
    const sums = (folder: string) =>
      read(folder, SUMS)
        .split('\n')
        .filter((line) => !line.endsWith('manifest.json')) // it names the snapshot before
    expect(sums(second.folder)).toEqual(sums(first.folder))
    expect(second.made.previous).toBe(first.made.fingerprint)
    const elsewhere = await make(other, '2026-03-01T00:00:00Z')
    expect(elsewhere.made.fingerprint).toBe(first.made.fingerprint)
  }, 60_000)

  it('can be checked with sha256sum and openssl alone', async () => {
    const { folder } = await make(await placeOfTest())
    const run = (command: string, ...args: string[]) => execFileSync(command, args, { cwd: folder, encoding: 'utf8' })
    const listed = run('sha256sum', '-c', SUMS)
    expect(listed.split('\n').filter((line) => line.endsWith(': OK'))).toHaveLength(
      read(folder, SUMS).split('\n').length - 1,
    )
    for (const name of [SUMS, 'HEAD']) {
      const said = run('openssl', 'dgst', '-sha256', '-verify', 'public-key.pem', '-signature', `${name}.sig`, name)
      expect(said.trim()).toBe('Verified OK')
    }
    expect(read(folder, 'HEAD').split('\n')).toHaveLength(5)
  }, 60_000)

  it('passes its own check, alone and beside the one before', async () => {
    const place = await placeOfTest()
    const first = await make(place, '2026-03-01')
    const second = await make(place)
    const check = (folder: string, ...args: string[]) =>
      spawnSync(process.execPath, ['verify.mjs', ...args, '--lang', 'en'], { cwd: folder, encoding: 'utf8' })
    for (const { stdout, status } of [check(first.folder), check(second.folder, '.', '--older', first.folder)]) {
      expect(stdout).not.toMatch(/differs|missing/)
      expect(status, stdout).toBe(0)
    }
  }, 60_000)

  it('is recorded, with every fingerprint, and rebuilt from the log', async () => {
    const place = await placeOfTest()
    await make(place)
    await make(place)
    const [newest, first] = await listSnapshots(place.db)
    expect(newest).toMatchObject({ number: 2, previous: first?.fingerprint, madeBy: 'auditor', titleZh: '年度审计' })
    const rebuilt = await databaseOfTest(engine)
    await replayLog(rebuilt, await listLines(place.db))
    expect(await contentOf(rebuilt)).toEqual(await contentOf(place.db))
    await expect(sql`update snapshot set fingerprint = previous`.execute(place.db)).rejects.toThrow('append-only')
    await expect(sql`delete from snapshot`.execute(place.db)).rejects.toThrow('append-only')
  }, 60_000)

  it('leaves neither folder nor line where it fails half way', async () => {
    const place = await placeOfTest()
    const before = await lines(place.db)
    const sign = (): Buffer => {
      throw new Error('no key')
    }
    await expect(make({ ...place, signer: { ...place.signer, sign } })).rejects.toThrow('no key')
    expect([readdirSync(place.within), await lines(place.db)]).toEqual([[], before])
  }, 60_000)

  it('never takes the place of a folder that was there, which an older database knows nothing of', async () => {
    const place = await placeOfTest()
    const name = folderNameOf({ number: 1, instant: '2026-03-01T15:59:59.999Z' })
    mkdirSync(path.join(place.within, name), { recursive: true })
    writeFileSync(path.join(place.within, name, SUMS), 'of a life that was lost')
    const { made, folder } = await make(place, '2026-03-01')
    expect(fingerprintOf(folder)).toBe(made.fingerprint)
    const [own, aside] = readdirSync(place.within).toSorted((one, other) => one.length - other.length)
    expect([own, aside]).toEqual([name, expect.stringMatching(new RegExp(`^${name}\\.unrecorded-[0-9]+$`)) as string])
    expect(read(path.join(place.within, aside ?? ''), SUMS)).toBe('of a life that was lost')
  }, 60_000)

  it('is left to the process that writes it, if that is running', async () => {
    const place = await placeOfTest()
    const own = path.join(place.within, `${UNFINISHED}${MAKER}-abc`)
    const other = path.join(
      place.within,
      `${UNFINISHED}${MAKER.replace(/-[0-9]+-.*/, `-${process.ppid}-00000000`)}-abc`,
    )
    const gone = path.join(place.within, `${UNFINISHED}${MAKER.replace(/-[0-9]+-.*/, '-999999999-00000000')}-abc`)
    const before = path.join(place.within, `${UNFINISHED}${MAKER.slice(0, -8)}00000000-abc`)
    for (const folder of [own, other, gone, before]) mkdirSync(folder, { recursive: true })
    await tidySnapshots(place.db, place.within)
    expect(readdirSync(place.within).toSorted(inOrder)).toEqual(
      [own, other].map((one) => path.basename(one)).toSorted(inOrder),
    )
  }, 60_000)

  it('gets its name at the next start where a crash came between its line and its name, and what was not recorded goes', async () => {
    const place = await placeOfTest()
    const { folder } = await make(place)
    renameSync(folder, path.join(place.within, `${UNFINISHED}abc`))
    copyToEdit(path.join(place.within, `${UNFINISHED}abc`), path.join(place.within, `${UNFINISHED}def`))
    writeFileSync(path.join(place.within, `${UNFINISHED}def`, SUMS), 'half of it')
    mkdirSync(path.join(place.within, `${UNFINISHED}ghi`))
    expect(await tidySnapshots(place.db, place.within)).toEqual([])
    expect(readdirSync(place.within)).toEqual([path.basename(folder)])
    rmSync(folder, { recursive: true })
    expect((await tidySnapshots(place.db, place.within)).map(({ number }) => number)).toEqual([1])
  }, 60_000)
})

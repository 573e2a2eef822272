import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Kysely } from 'kysely'
import { expect, it, onTestFinished } from 'vitest'
import { loadDemo } from '../../seeds/load-demo.ts'
import type { Database } from '../../server/db/schema.ts'
import { resolveAsOf } from '../../server/http/as-of.ts'
import { SUMS, writeSnapshot } from '../../server/snapshots/write.ts'
import { NOW, openApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'

const ENCLOSED = [{ name: 'METHOD.md', content: '# Method\n' }]

function folderOfTest(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tanbiao-snapshots-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

async function write(db: Kysely<Database>, within: string, instant?: string, name = '0001') {
  const asOf = await resolveAsOf(db, () => NOW, instant)
  return await writeSnapshot(db, { within, name, asOf, previous: null, enclosed: ENCLOSED })
}

describeOnBothEngines('a snapshot on the disk', (engine) => {
  it('holds the tables as the live files have them, and the whole log', async () => {
    const db = await databaseOfTest(engine)
    await loadDemo(db, NOW)
    const { get } = await openApp(db)
    const { folder } = await write(db, folderOfTest(), '2026-06-01')
    for (const name of ['targets', 'progress'] as const) {
      const { text } = await get(`/api/${name}.csv?asOf=2026-06-01`)
      expect(readFileSync(path.join(folder, `${name}.csv`), 'utf8')).toBe(text)
    }
    const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Record<string, unknown>
    const log = readFileSync(path.join(folder, 'audit.jsonl'), 'utf8').trimEnd().split('\n')
    expect(log).toHaveLength(Number(manifest['seq']))
    expect(manifest).toMatchObject({ format: 1, rows: { 'audit.jsonl': log.length }, previous: null })
  }, 60_000)

  it('is made anew from the same instant with the same bytes, and its fingerprints are what sha256sum says', async () => {
    const db = await databaseOfTest(engine)
    await loadDemo(db, NOW)
    const [first, second] = [
      await write(db, folderOfTest(), '2026-03-01T00:00:00Z'),
      await write(db, folderOfTest(), '2026-03-01T00:00:00Z'),
    ]
    expect(second.fingerprint).toBe(first.fingerprint)
    expect(second.files).toEqual(first.files)
    expect(execFileSync('sha256sum', ['-c', SUMS], { cwd: first.folder, encoding: 'utf8' })).not.toContain('FAILED')
    expect(readFileSync(path.join(first.folder, SUMS), 'utf8')).toContain('  audit.jsonl\n')
  }, 60_000)

  it('never takes the place of another, and leaves nothing behind where it fails', async () => {
    const db = await databaseOfTest(engine)
    await loadDemo(db, NOW)
    const within = folderOfTest()
    const { folder } = await write(db, within)
    const before = readFileSync(path.join(folder, SUMS), 'utf8')
    await expect(write(db, within, '2026-03-01')).rejects.toThrow()
    expect(readdirSync(within)).toEqual(['0001'])
    expect(readFileSync(path.join(folder, SUMS), 'utf8')).toBe(before)
  }, 60_000)
})

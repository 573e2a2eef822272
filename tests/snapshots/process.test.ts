import { execFileSync, spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, inject, it } from 'vitest'
import { loadDemo } from '../../seeds/load-demo.ts'
import { connect } from '../../server/db/connect.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import { temporaryFolder } from '../helpers/audit-folder.ts'
import { describeOnBothEngines, emptyPostgres } from '../helpers/databases.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

describeOnBothEngines('the command that makes a snapshot', (engine) => {
  it('writes it beside the database, signed with the key of the log, as known on a day; another command checks it', async () => {
    const dataDir = temporaryFolder()
    const url = engine === 'postgres' ? await emptyPostgres(inject('postgresUrl')) : undefined
    const db = connect({ url, dataDir })
    await migrateToLatest(db)
    await loadDemo(db, new Date())
    await db.destroy()
    const env = { PATH: process.env['PATH'], DATA_DIR: dataDir, ...(url && { DATABASE_URL: url }) }
    const run = (...args: string[]) =>
      spawnSync(process.execPath, ['scripts/run.mjs', ...args], { cwd: ROOT, env, encoding: 'utf8' })

    const first = run('scripts/snapshot.ts', '--as-of', '2026-03-01', '--title', '年度审计')
    expect(first.stderr).toBe('')
    const second = run('scripts/snapshot.ts')
    expect(second.stdout).toMatch(/^Snapshot 2: .*\nFingerprint: [0-9a-f]{64}\n$/)
    const folders = readdirSync(path.join(dataDir, 'snapshots')).map((name) => path.join(dataDir, 'snapshots', name))
    expect(folders.map((folder) => path.basename(folder))).toEqual([
      '0001-2026-03-01T155959Z',
      expect.stringMatching(/^0002-/) as string,
    ])
    const [older = '', newer = ''] = folders
    const key = readFileSync(path.join(dataDir, 'audit/public-key.pem'), 'utf8')
    expect(readFileSync(path.join(newer, 'public-key.pem'), 'utf8')).toBe(key)
    expect(execFileSync('sha256sum', ['-c', '--quiet', 'SHA256SUMS'], { cwd: newer, encoding: 'utf8' })).toBe('')
    const checked = run('scripts/verify.ts', newer, '--older', older, '--lang', 'en')
    expect(checked.status, checked.stdout).toBe(0)
    expect(run('scripts/verify.ts', '--database').status).toBe(0)

    const again = run('scripts/snapshot.ts', '--again', '1')
    expect([again.status, again.stdout]).toEqual([0, 'Snapshot 1 comes out the same, byte for byte.\n'])
    expect(run('scripts/snapshot.ts', '--again', '9').stderr).toBe('There is no snapshot 9.\n')

    const later = run('scripts/snapshot.ts', '--as-of', '2999-01-01')
    expect([later.status, later.stderr]).toEqual([
      1,
      '--as-of must be a day or an instant that is not later than now.\n',
    ])
    expect(readdirSync(path.join(dataDir, 'snapshots'))).toHaveLength(2)
  }, 120_000)
})

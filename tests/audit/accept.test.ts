import { readdirSync, rmSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { loadPlans } from '../../seeds/load.ts'
import { acceptLog, findAuditor } from '../../server/audit/accept.ts'
import { checkHead } from '../../server/audit/head.ts'
import { openHead } from '../../server/audit/head-keeper.ts'
import { auditFolder } from '../../server/audit/keys.ts'
import { findLastLine, listLines } from '../../server/audit/queries.ts'
import { findBreak } from '../../server/audit/verify.ts'
import type { Database } from '../../server/db/schema.ts'
import { addAccount, givePassword } from '../helpers/accounts.ts'
import { NOW } from '../helpers/app.ts'
import { headLines, inAudit, opensslSays, temporaryFolder } from '../helpers/audit-folder.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { cutLog, rewriteLog } from '../helpers/tamper.ts'
import { record } from '../helpers/world.ts'

const PASSWORD = 'eine Kuh auf dem Eis'

describeOnBothEngines('going on with a log that is not as HEAD says', (engine) => {
  const refused = async (tamper: (world: { db: Kysely<Database>; dataDir: string; kept: number }) => unknown) => {
    const db = await databaseOfTest(engine)
    const dataDir = temporaryFolder()
    await loadPlans(db, NOW)
    await addAccount(db, { username: 'yan-ming', role: 'auditor' }, NOW)
    await addAccount(db, { username: 'gao-yuan', role: 'leader' }, NOW)
    for (const username of ['yan-ming', 'gao-yuan']) await givePassword(db, username, PASSWORD, NOW)
    const head = await openHead(db, dataDir, () => NOW)
    const { seq = 0 } = (await findLastLine(db)) ?? {}
    for (const code of ['a', 'b']) {
      await record(db, { action: 'theme.add', data: { code, nameZh: '题', nameEn: 'Theme' } })
    }
    await head.close()
    await tamper({ db, dataDir, kept: seq })
    const folder = auditFolder(dataDir)
    await expect(checkHead(db, folder)).rejects.toThrow('npm run accept-log')
    return { db, dataDir, folder, kept: seq }
  }

  it('takes an auditor and a reason, and is a line that says what was and what is', async () => {
    const { db, dataDir, folder, kept } = await refused(({ db, kept }) => cutLog(db, kept))
    const before = headLines(dataDir)
    const cutAt = await findLastLine(db)
    const auditor = await findAuditor(db, 'yan-ming', PASSWORD)
    const head = await acceptLog(db, folder, { auditor, reason: '恢复了备份' }, NOW)
    expect(JSON.parse((await listLines(db)).at(-1) ?? '')).toMatchObject({
      seq: kept + 1,
      actor: 'yan-ming',
      role: 'auditor',
      action: 'audit.accept',
      object: 'audit/HEAD',
      reason: '恢复了备份',
      data: {
        found: expect.stringContaining(`HEAD of ${before.at} says ${before.lines}`),
        head: { lines: before.lines, hash: before.hash, at: before.at },
        log: { lines: kept, hash: cutAt?.hash },
      },
    })
    expect(head).toMatchObject({ lines: kept + 1 })
    await checkHead(db, folder)
    expect(await findBreak(db)).toBeUndefined()
    await (await openHead(db, dataDir, () => NOW)).close()
  })

  it('keeps the pair that was there, as openssl can still check it', async () => {
    const { db, dataDir, folder } = await refused(({ db, kept }) => cutLog(db, kept))
    const auditor = await findAuditor(db, 'yan-ming', PASSWORD)
    await acceptLog(db, folder, { auditor, reason: '恢复了备份' }, NOW)
    expect(readdirSync(folder).toSorted()).toEqual([
      'HEAD',
      'HEAD.20260630T040000Z',
      'HEAD.20260630T040000Z.sig',
      'HEAD.sig',
      'private-key.pem',
      'public-key.pem',
    ])
    for (const name of ['HEAD', 'HEAD.20260630T040000Z']) {
      const [key, signature] = [inAudit(dataDir, 'public-key.pem'), inAudit(dataDir, `${name}.sig`)]
      expect(opensslSays(key, signature, inAudit(dataDir, name))).toBe('Verified OK')
    }
  })

  it('goes on after each refusal: rewritten, without HEAD, without the key, without the folder', async () => {
    const ways: Parameters<typeof refused>[0][] = [
      ({ db }) => rewriteLog(db, (line, seq) => (seq === 3 ? line.replace('"seq"', ' "seq"') : line)),
      ({ dataDir }) => ['HEAD', 'HEAD.sig'].forEach((file) => rmSync(inAudit(dataDir, file))),
      ({ dataDir }) => rmSync(inAudit(dataDir, 'private-key.pem')),
      ({ dataDir }) => rmSync(auditFolder(dataDir), { recursive: true }),
    ]
    for (const way of ways) {
      const { db, dataDir, folder } = await refused(way)
      const auditor = await findAuditor(db, 'yan-ming', PASSWORD)
      await acceptLog(db, folder, { auditor, reason: '已核' }, NOW)
      await checkHead(db, folder)
      await (await openHead(db, dataDir, () => NOW)).close()
      expect(headLines(dataDir).lines).toBe((await findLastLine(db))?.seq)
    }
  }, 60_000)

  it('is no one else’s, and nobody’s with a wrong password', async () => {
    const { db } = await refused(({ db, kept }) => cutLog(db, kept))
    for (const [username, password] of [
      ['gao-yuan', PASSWORD],
      ['yan-ming', 'wrong'],
      ['nobody', PASSWORD],
    ] as const) {
      await expect(findAuditor(db, username, password)).rejects.toThrow('Only an auditor accepts a log')
    }
  })

  it('writes nothing where the log is as HEAD says', async () => {
    const db = await databaseOfTest(engine)
    const dataDir = temporaryFolder()
    await loadPlans(db, NOW)
    await (await openHead(db, dataDir, () => NOW)).close()
    const before = await findLastLine(db)
    const auditor = { username: 'yan-ming', role: 'auditor' } as const
    expect(await acceptLog(db, auditFolder(dataDir), { auditor, reason: '已核' }, NOW)).toBeUndefined()
    expect(await findLastLine(db)).toEqual(before)
  })
})

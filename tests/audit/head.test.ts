import { cpSync, chmodSync, copyFileSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import type { Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { loadPlans } from '../../seeds/load.ts'
import { checkHead } from '../../server/audit/head.ts'
import { openHead } from '../../server/audit/head-keeper.ts'
import { auditFolder, findSigner, makeKey } from '../../server/audit/keys.ts'
import { findLastLine, listLines } from '../../server/audit/queries.ts'
import type { Database } from '../../server/db/schema.ts'
import { NOW, openApp } from '../helpers/app.ts'
import { headLines, inAudit, openSigned, opensslSays, temporaryFolder } from '../helpers/audit-folder.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { cutLog, rewriteLog } from '../helpers/tamper.ts'
import { record } from '../helpers/world.ts'

const CHANGE = (code: string) => ({ action: 'theme.add', data: { code, nameZh: '题', nameEn: 'Theme' } }) as const

describeOnBothEngines('the signed end of the audit log', (engine) => {
  const opened = () => openSigned(engine)

  it('is made with its key at the first start, and the log names the key', async () => {
    const { db, dataDir, folder } = await opened()
    const last = await findLastLine(db)
    expect(readFileSync(inAudit(dataDir, 'HEAD'), 'utf8')).toBe(
      `tanbiao-audit\n${last?.seq}\n${last?.hash}\n${NOW.toISOString()}\n`,
    )
    expect(statSync(inAudit(dataDir, 'private-key.pem')).mode & 0o777).toBe(0o600)
    const signer = findSigner(folder)
    const line = JSON.parse((await listLines(db)).at(-1) ?? '') as Record<string, unknown>
    expect(line).toMatchObject({ actor: 'tanbiao', role: 'system', object: `key/${signer?.fingerprint}` })
    expect(line).toMatchObject({
      action: 'key.add',
      data: {
        fingerprint: signer?.fingerprint,
        publicKeyPem: readFileSync(inAudit(dataDir, 'public-key.pem'), 'utf8'),
      },
    })
  })

  it('is what openssl calls verified', async () => {
    const { dataDir } = await opened()
    const [key, signature, head] = ['public-key.pem', 'HEAD.sig', 'HEAD'].map((file) => inAudit(dataDir, file))
    expect(opensslSays(key ?? '', signature ?? '', head ?? '')).toBe('Verified OK')
  })

  it('follows a change within a second, and several changes at once', async () => {
    const { db, dataDir } = await opened()
    const { lines } = headLines(dataDir)
    for (const code of ['a', 'b', 'c']) await record(db, CHANGE(code))
    const recorded = performance.now()
    await expect.poll(() => headLines(dataDir).lines, { interval: 20, timeout: 10_000 }).toBe(lines + 3)
    // A busy machine is given more than the second; it waits for 300 ms.
    expect(performance.now() - recorded).toBeLessThan(3000)
    expect(headLines(dataDir).hash).toBe((await findLastLine(db))?.hash)
  })

  it('is written when it is closed, and then no more', async () => {
    const { db, dataDir, head } = await opened()
    await record(db, CHANGE('a'))
    await head.close()
    const { seq } = (await findLastLine(db)) ?? {}
    expect(headLines(dataDir).lines).toBe(seq)
  })

  it('is kept as it is where nothing was written', async () => {
    const { head } = await opened()
    const before = await head.write()
    expect((await head.write()).signature).toEqual(before.signature)
  })

  it('passes, whole, every state in which a crash can leave its two files', async () => {
    const { db, dataDir, head, folder } = await opened()
    const old = temporaryFolder()
    cpSync(folder, old, { recursive: true })
    await record(db, CHANGE('a'))
    await head.close()
    const young = temporaryFolder()
    cpSync(folder, young, { recursive: true })
    const states: Record<string, [string, string]>[] = [
      { HEAD: [old, 'HEAD'], 'HEAD.sig': [old, 'HEAD.sig'], 'HEAD.next': [young, 'HEAD'] },
      {
        HEAD: [old, 'HEAD'],
        'HEAD.sig': [old, 'HEAD.sig'],
        'HEAD.next': [young, 'HEAD'],
        'HEAD.sig.next': [young, 'HEAD.sig'],
      },
      { HEAD: [old, 'HEAD'], 'HEAD.sig': [young, 'HEAD.sig'], 'HEAD.next': [young, 'HEAD'] },
      { HEAD: [young, 'HEAD'], 'HEAD.sig': [old, 'HEAD.sig'], 'HEAD.sig.next': [young, 'HEAD.sig'] },
      { 'HEAD.sig': [young, 'HEAD.sig'], 'HEAD.next': [young, 'HEAD'] },
    ]
    for (const state of states) {
      for (const file of ['HEAD', 'HEAD.sig', 'HEAD.next', 'HEAD.sig.next'])
        rmSync(inAudit(dataDir, file), { force: true })
      for (const [file, [from, name]] of Object.entries(state)) copyFileSync(`${from}/${name}`, inAudit(dataDir, file))
      await checkHead(db, folder)
      const again = await openHead(db, dataDir, () => NOW)
      await again.close()
      expect(headLines(dataDir)).toMatchObject({ lines: (await findLastLine(db))?.seq })
      expect(
        opensslSays(inAudit(dataDir, 'public-key.pem'), inAudit(dataDir, 'HEAD.sig'), inAudit(dataDir, 'HEAD')),
      ).toBe('Verified OK')
    }
  })

  it('is taken up by a first start that was interrupted after any of its steps', async () => {
    const db = await databaseOfTest(engine)
    const dataDir = temporaryFolder()
    await loadPlans(db, NOW)
    await makeKey(auditFolder(dataDir))
    await checkHead(db, auditFolder(dataDir))
    await (await openHead(db, dataDir, () => NOW)).close()
    await checkHead(db, auditFolder(dataDir))
    await (await openHead(db, dataDir, () => NOW)).close()
    expect((await listLines(db)).filter((line) => line.includes('"action":"key.add"'))).toHaveLength(1)
  })

  it('lets a log go on that has more lines than it says', async () => {
    const { db, dataDir, head, folder } = await opened()
    await head.close()
    await record(db, CHANGE('a'))
    await checkHead(db, folder)
    await (await openHead(db, dataDir, () => NOW)).close()
    expect(headLines(dataDir).lines).toBe((await findLastLine(db))?.seq)
  })

  const refused = async (
    tamper: (world: { db: Kysely<Database>; dataDir: string; folder: string }) => unknown,
  ): Promise<string> => {
    const { db, dataDir, head, folder } = await opened()
    await head.close()
    await tamper({ db, dataDir, folder })
    const said = await checkHead(db, folder).then(
      () => '',
      (error: Error) => error.message,
    )
    await expect(openHead(db, dataDir, () => NOW)).rejects.toThrow(said)
    return said
  }

  it('refuses a log that is shorter, with both numbers and how to go on', async () => {
    const said = await refused(({ db }) => cutLog(db, 40))
    expect(said).toMatch(
      /^The log has 40 lines; HEAD of 2026-06-30T04:00:00\.000Z says (\d+), the last with the hash [0-9a-f]{64}: \d+ are gone\./,
    )
    expect(said).toContain('npm run accept-log')
  })

  it('refuses an empty database beside the HEAD of another, and says how to begin anew', async () => {
    const { folder } = await opened()
    const said = await checkHead(await databaseOfTest(engine), folder).catch((error: Error) => error.message)
    expect(said).toMatch(/^The log has 0 lines; .+ begin anew: move .+ away\.$/)
  })

  it('refuses a log of which the chain was hashed anew, with both hashes', async () => {
    const said = await refused(({ db }) =>
      rewriteLog(db, (line, seq) => (seq === 3 ? line.replace('"seq"', ' "seq"') : line)),
    )
    expect(said).toMatch(
      /^Line \d+ of the log has the hash ([0-9a-f]{64}); HEAD of .+ says (?!\1)[0-9a-f]{64}: lines up to it were rewritten\./,
    )
  })

  it('refuses a HEAD whose text was changed, or that another key has signed', async () => {
    const changed = await refused(({ dataDir }) => {
      const file = inAudit(dataDir, 'HEAD')
      writeFileSync(file, readFileSync(file, 'utf8').replace(/\n\d+\n/, '\n12\n'))
    })
    expect(changed).toMatch(/HEAD in .+ is not signed by the key [0-9a-f]{64}\. It says: 12 lines/)
    const foreign = await refused(async ({ dataDir }) => {
      const other = await makeKey(temporaryFolder())
      writeFileSync(inAudit(dataDir, 'HEAD.sig'), other.sign(readFileSync(inAudit(dataDir, 'HEAD'))))
    })
    expect(foreign).toContain('is not signed by the key')
    const noSignature = await refused(({ dataDir }) => writeFileSync(inAudit(dataDir, 'HEAD.sig'), 'none'))
    expect(noSignature).toContain('is not signed by the key')
  })

  it('refuses where the key is not the one that the log names', async () => {
    const said = await refused(async ({ dataDir, folder }) => {
      const other = await makeKey(folder)
      writeFileSync(inAudit(dataDir, 'HEAD.sig'), other.sign(readFileSync(inAudit(dataDir, 'HEAD'))))
    })
    expect(said).toMatch(/The log names the key [0-9a-f]{64} \(line \d+\); that in .+ is [0-9a-f]{64}\./)
  })

  it('refuses where HEAD, the key or the whole folder is gone', async () => {
    const noHead = await refused(({ dataDir }) => {
      rmSync(inAudit(dataDir, 'HEAD'))
      rmSync(inAudit(dataDir, 'HEAD.sig'))
    })
    expect(noHead).toMatch(/^HEAD is missing in .+; the log has \d+ lines/)
    expect(await refused(({ dataDir }) => rmSync(inAudit(dataDir, 'private-key.pem')))).toMatch(
      /^The log names the key/,
    )
    expect(await refused(({ folder }) => rmSync(folder, { recursive: true }))).toMatch(/^The log names the key/)
  })

  it('refuses a private key that others can read, or that is none, and says what to do', async () => {
    const readable = await refused(({ dataDir }) => chmodSync(inAudit(dataDir, 'private-key.pem'), 0o640))
    expect(readable).toMatch(/can be read by others \(mode 640\)\. Run: chmod 600 .+private-key\.pem/)
    const none = await refused(({ dataDir }) => writeFileSync(inAudit(dataDir, 'private-key.pem'), 'key'))
    expect(none).toContain('is not an ECDSA P-256 key')
  })

  it('is not written for lines that were rewritten or cut off while the service runs; health says so', async () => {
    const { db, dataDir, head } = await opened()
    const { get } = await openApp(db, NOW, { head })
    const before = headLines(dataDir)
    expect((await get('/api/health')).body).toMatchObject({ auditHead: 'written' })
    await cutLog(db, 50)
    await expect(head.write()).rejects.toThrow('are gone')
    expect(headLines(dataDir)).toEqual(before)
    expect((await get('/api/health')).body).toMatchObject({ auditHead: 'failing' })
  })

  it('is tried again until it can be written, and why it failed is told once', async () => {
    const { db, dataDir, head, folder } = await opened()
    const failures: unknown[] = []
    head.onFailure((error) => failures.push(error))
    const { get } = await openApp(db, NOW, {})
    expect((await get('/api/health')).body).toMatchObject({ auditHead: 'not-kept' })
    renameSync(folder, `${folder}-away`)
    await record(db, CHANGE('a'))
    await expect.poll(() => failures.length, { timeout: 10_000 }).toBeGreaterThan(0)
    await expect(head.write()).rejects.toThrow('There is no key')
    expect(failures).toHaveLength(1)
    expect(head.state()).toBe('failing')
    renameSync(`${folder}-away`, folder)
    await expect.poll(() => head.state(), { timeout: 10_000 }).toBe('written')
    expect(headLines(dataDir).lines).toBe((await findLastLine(db))?.seq)
  })
})

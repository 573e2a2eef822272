import { copyFileSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { checkHead, writeHead } from '../../server/audit/head.ts'
import { openHead } from '../../server/audit/head-keeper.ts'
import { rotateKey } from '../../server/audit/key-lines.ts'
import { derOf, findSigner, fingerprintOf, makeKey } from '../../server/audit/keys.ts'
import { findLastLine, listLines } from '../../server/audit/queries.ts'
import { NOW } from '../helpers/app.ts'
import { headLines, inAudit, openSigned, opensslSays, temporaryFolder } from '../helpers/audit-folder.ts'
import { describeOnBothEngines } from '../helpers/databases.ts'
import { record } from '../helpers/world.ts'

interface KeyLine {
  action: string
  data: { fingerprint: string; publicKeyPem: string; oldFingerprint?: string; signature?: string }
}

describeOnBothEngines('the rotation of the key', (engine) => {
  const opened = () => openSigned(engine)
  const verified = (dataDir: string): string =>
    opensslSays(inAudit(dataDir, 'public-key.pem'), inAudit(dataDir, 'HEAD.sig'), inAudit(dataDir, 'HEAD'))

  it('can be followed from the first key to the last with openssl alone', async () => {
    const { db, dataDir, folder } = await opened()
    for (let turn = 0; turn < 3; turn++) {
      await rotateKey(db, folder, NOW)
      await writeHead(db, folder, NOW)
    }
    const keys = (await listLines(db))
      .map((line) => JSON.parse(line) as KeyLine)
      .filter(({ action }) => action.startsWith('key.'))
    expect(keys.map(({ action }) => action)).toEqual(['key.add', 'key.rotate', 'key.rotate', 'key.rotate'])
    const scratch = temporaryFolder()
    for (const [index, { data }] of keys.slice(1).entries()) {
      const before = keys[index]?.data
      expect(data.oldFingerprint).toBe(before?.fingerprint)
      expect(fingerprintOf(data.publicKeyPem)).toBe(data.fingerprint)
      const [old, der, signature] = ['old.pem', 'new.der', 'new.sig'].map((file) => path.join(scratch, file))
      writeFileSync(old ?? '', before?.publicKeyPem ?? '')
      writeFileSync(der ?? '', derOf(data.publicKeyPem))
      writeFileSync(signature ?? '', Buffer.from(data.signature ?? '', 'base64'))
      expect(opensslSays(old ?? '', signature ?? '', der ?? '')).toBe('Verified OK')
      const kept = inAudit(dataDir, `public-key.${before?.fingerprint.slice(0, 8)}.pem`)
      expect(readFileSync(kept, 'utf8')).toBe(before?.publicKeyPem)
    }
    expect(findSigner(folder)?.fingerprint).toBe(keys.at(-1)?.data.fingerprint)
    expect(readFileSync(inAudit(dataDir, 'public-key.pem'), 'utf8')).toBe(keys.at(-1)?.data.publicKeyPem)
    expect(verified(dataDir)).toBe('Verified OK')
    expect(existsSync(inAudit(dataDir, 'private-key.next.pem'))).toBe(false)
    await checkHead(db, folder)
  })

  it('has nothing behind its line signed by the old key, where a shared folder shows the new one late', async () => {
    const { db, dataDir, folder } = await opened()
    const { fingerprint } = await rotateKey(db, folder, NOW)
    const next = inAudit(dataDir, 'private-key.next.pem')
    renameSync(next, `${next}.late`)
    await expect(writeHead(db, folder, NOW)).rejects.toThrow('does not show yet')
    renameSync(`${next}.late`, next)
    await writeHead(db, folder, NOW)
    expect(findSigner(folder)?.fingerprint).toBe(fingerprint)
    await checkHead(db, folder)
  })

  it('is taken up by a service that runs', async () => {
    const { db, dataDir, head, folder } = await opened()
    const { fingerprint } = await rotateKey(db, folder, NOW)
    await record(db, { action: 'theme.add', data: { code: 'a', nameZh: '题', nameEn: 'Theme' } })
    await head.write()
    expect(head.signer().fingerprint).toBe(fingerprint)
    expect(headLines(dataDir).lines).toBe((await findLastLine(db))?.seq)
    expect(verified(dataDir)).toBe('Verified OK')
  })

  it('that was interrupted is brought to its end once its line is written, and else undone', async () => {
    const { db, dataDir, head, folder } = await opened()
    await head.close()
    const first = findSigner(folder)?.fingerprint
    await makeKey(folder, 'private-key.next.pem')
    await checkHead(db, folder)
    await (await openHead(db, dataDir, () => NOW)).close()
    expect(findSigner(folder)?.fingerprint).toBe(first)
    expect(existsSync(inAudit(dataDir, 'private-key.next.pem'))).toBe(false)

    const scratch = temporaryFolder()
    for (const file of ['HEAD', 'HEAD.sig']) copyFileSync(inAudit(dataDir, file), path.join(scratch, file))
    const { fingerprint } = await rotateKey(db, folder, NOW)
    await checkHead(db, folder)
    await (await openHead(db, dataDir, () => NOW)).close()
    expect(findSigner(folder)?.fingerprint).toBe(fingerprint)

    // The new key is in its place, and HEAD still the old one's.
    for (const file of ['HEAD', 'HEAD.sig']) copyFileSync(path.join(scratch, file), inAudit(dataDir, file))
    await checkHead(db, folder)
    await (await openHead(db, dataDir, () => NOW)).close()
    expect(verified(dataDir)).toBe('Verified OK')
  })

  it('leaves the old key nothing to sign of what came after', async () => {
    const { db, dataDir, head, folder } = await opened()
    await head.close()
    const old = findSigner(folder)
    await rotateKey(db, folder, NOW)
    await writeHead(db, folder, NOW)
    writeFileSync(inAudit(dataDir, 'HEAD.sig'), old?.sign(readFileSync(inAudit(dataDir, 'HEAD'))) ?? '')
    await expect(checkHead(db, folder)).rejects.toThrow('is not signed by the key')
  })

  it('is refused where the new key was taken away before it was in its place', async () => {
    const { db, dataDir, head, folder } = await opened()
    await head.close()
    await rotateKey(db, folder, NOW)
    rmSync(inAudit(dataDir, 'private-key.next.pem'))
    await expect(checkHead(db, folder)).rejects.toThrow('The log names the key')
  })
})

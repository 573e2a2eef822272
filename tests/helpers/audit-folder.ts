import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { loadPlans } from '../../seeds/load.ts'
import { openHead } from '../../server/audit/head-keeper.ts'
import { auditFolder } from '../../server/audit/keys.ts'
import type { Engine } from '../../server/db/dialect.ts'
import { NOW } from './app.ts'
import { databaseOfTest } from './databases.ts'

/** The plans in a database whose log is signed into a folder, until the end of the test. */
export async function openSigned(engine: Engine) {
  const db = await databaseOfTest(engine)
  const dataDir = temporaryFolder()
  await loadPlans(db, NOW)
  const head = await openHead(db, dataDir, () => NOW)
  onTestFinished(() => head.close().catch(() => undefined))
  return { db, dataDir, head, folder: auditFolder(dataDir) }
}

/** A folder that is gone at the end of the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'tanbiao-audit-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export const inAudit = (dataDir: string, file: string): string => path.join(auditFolder(dataDir), file)

/** The four lines of HEAD. */
export function headLines(dataDir: string): { name: string; lines: number; hash: string; at: string } {
  const [name = '', lines, hash = '', at = ''] = readFileSync(inAudit(dataDir, 'HEAD'), 'utf8').split('\n')
  return { name, lines: Number(lines), hash, at }
}

/** What openssl says of a signature. */
export function opensslSays(publicKey: string, signature: string, file: string): string {
  const args = ['dgst', '-sha256', '-verify', publicKey, '-signature', signature, file]
  return execFileSync('openssl', args, { encoding: 'utf8' }).trim()
}

import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { auditFolder } from '../../server/audit/keys.ts'

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

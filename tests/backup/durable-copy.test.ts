import { chmodSync, chownSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { copyDurably } from '../../server/backup/durable-copy.ts'
import { temporaryFolder } from '../helpers/audit-folder.ts'

const NOBODY = 65_534

it('copies a file that can only be read, as a service does that is not root', async () => {
  const folder = temporaryFolder()
  const [from, to] = ['from', 'to'].map((name) => path.join(folder, name)) as [string, string]
  writeFileSync(from, 'a file of a snapshot')
  chmodSync(from, 0o444)
  if (process.geteuid?.() === 0) {
    for (const name of [folder, from]) chownSync(name, NOBODY, NOBODY)
    process.seteuid?.(NOBODY)
    onTestFinished(() => process.seteuid?.(0))
  }
  await copyDurably(from, to)
  expect([readFileSync(to, 'utf8'), statSync(to).mode & 0o777]).toEqual(['a file of a snapshot', 0o444])
})

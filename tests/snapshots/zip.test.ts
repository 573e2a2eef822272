import { randomBytes } from 'node:crypto'
import { readdirSync, readlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { zipOf } from '../../server/snapshots/zip.ts'
import { temporaryFolder } from '../helpers/audit-folder.ts'

const NOW = new Date('2026-06-30T04:00:00Z')

/** The files under a folder that this process has open; Linux. */
const openFiles = (folder: string): string[] =>
  readdirSync('/proc/self/fd').flatMap((descriptor) => {
    try {
      const file = readlinkSync(`/proc/self/fd/${descriptor}`)
      return file.startsWith(folder) ? [file] : []
    } catch {
      return []
    }
  })

it('leaves no file open where a download breaks off', async () => {
  const folder = temporaryFolder()
  const names = ['one', 'other']
  for (const name of names) writeFileSync(path.join(folder, name), randomBytes(4 << 20))
  const packed = zipOf(folder, names, NOW)
  await new Promise((resolve) => packed.once('readable', resolve))
  packed.read(1)
  expect(openFiles(folder)).toHaveLength(1)
  packed.destroy()
  await expect.poll(() => openFiles(folder)).toEqual([])
})

it('ends with the error of a file that is gone', async () => {
  const folder = temporaryFolder()
  await expect(buffer(zipOf(folder, ['nothing'], NOW))).rejects.toThrow('ENOENT')
})

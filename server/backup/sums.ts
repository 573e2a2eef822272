import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { hashFile } from '../audit/chain.ts'

/** The file with the fingerprints of all others of a backup, which `sha256sum -c` reads. */
export const SUMS = 'SHA256SUMS'

/** The files below a folder, with `/` between the names, in order. */
export async function listFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join('/'))
    .toSorted()
}

/** A line `fingerprint  name` for each file below a folder. */
export async function sumsOf(folder: string): Promise<string> {
  const lines: string[] = []
  for (const name of (await listFiles(folder)).filter((one) => one !== SUMS)) {
    lines.push(`${await hashFile(path.join(folder, name))}  ${name}\n`)
  }
  return lines.join('')
}

/** What of the files that a list names is missing or has other bytes; a sentence each. */
export async function whatDiffers(folder: string, sums: string = SUMS): Promise<string[]> {
  const troubles: string[] = []
  const text = await readFile(path.join(folder, sums), 'utf8')
  const present = new Set(await listFiles(folder))
  for (const line of text.split('\n').filter((one) => one !== '')) {
    const [, fingerprint, name = ''] = /^([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? []
    if (!present.has(name)) troubles.push(`${path.join(folder, name)} is missing.`)
    else if ((await hashFile(path.join(folder, name))) !== fingerprint) {
      troubles.push(`${path.join(folder, name)} does not have the bytes that ${sums} says.`)
    }
  }
  return troubles
}

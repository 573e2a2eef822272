import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'

// Backups lie beside each other in one folder, named by when they were made.

const NAME = /^tanbiao-\d{8}T\d{6}Z$/

/** The name of a backup before it has passed its check. */
export const UNFINISHED = '.unfinished-'

/** `tanbiao-20260630T040000Z`: in the order of their names they are in the order of time. */
export const backupName = (now: Date): string => `tanbiao-${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`

/** The names of the backups in a folder, the oldest first; what is not one is left out. */
export async function listBackups(within: string): Promise<string[]> {
  return (await readdir(within)).filter((name) => NAME.test(name)).toSorted()
}

/** Removes the oldest backups beyond `keep`; answers their names. */
export async function removeBeyond(within: string, keep: number): Promise<string[]> {
  const removed = (await listBackups(within)).slice(0, -keep)
  for (const name of removed) await rm(path.join(within, name), { recursive: true })
  return removed
}

const LEFT_AFTER_MS = 86_400_000

/** Removes what was begun more than a day ago and never finished: its process was killed. */
export async function removeLeftovers(within: string, now: Date): Promise<void> {
  for (const name of (await readdir(within)).filter((one) => one.startsWith(`${UNFINISHED}tanbiao-`))) {
    const folder = path.join(within, name)
    const { mtimeMs } = await stat(folder)
    if (now.getTime() - mtimeMs > LEFT_AFTER_MS) await rm(folder, { recursive: true, force: true })
  }
}

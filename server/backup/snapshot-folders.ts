import { existsSync } from 'node:fs'
import { link, mkdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { hashFile } from '../audit/chain.ts'
import { syncFolder } from '../audit/durable-file.ts'
import { fingerprintOf, folderNameOf } from '../snapshots/folders.ts'
import type { Snapshot } from '../snapshots/queries.ts'
import { SUMS } from '../snapshots/write.ts'
import { copyDurably } from './durable-copy.ts'
import { listFiles, whatDiffers } from './sums.ts'

/** How many of the snapshots that the log names are there, and those of which there is no folder. */
export interface CopiedSnapshots {
  copied: number
  lost: number[]
}

/**
 * Copies the folders of these snapshots. A file that the backup before has with the same bytes is not written again: both
 * backups then name one file, which nobody changes; the service's own stay apart.
 *
 * @param before the same folder of the backup before
 */
export async function copySnapshots(
  snapshots: readonly Snapshot[],
  from: string,
  to: string,
  before: string | undefined,
): Promise<CopiedSnapshots> {
  const found: CopiedSnapshots = { copied: 0, lost: [] }
  for (const snapshot of snapshots) {
    const name = folderNameOf(snapshot)
    if (!(await isThere(path.join(from, name)))) found.lost.push(snapshot.number)
    else {
      const kept = before === undefined ? undefined : path.join(before, name)
      await copyFolder(path.join(from, name), path.join(to, name), kept)
      found.copied += 1
    }
  }
  return found
}

/** One that was just recorded gets its name a moment later. */
async function isThere(folder: string): Promise<boolean> {
  for (let attempt = 1; attempt <= 20; attempt++) {
    if (existsSync(folder)) return true
    await delay(50)
  }
  return false
}

async function copyFolder(from: string, to: string, before: string | undefined): Promise<void> {
  await mkdir(to, { recursive: true })
  for (const name of await listFiles(from)) {
    const target = path.join(to, name)
    await mkdir(path.dirname(target), { recursive: true })
    const isLinked = before !== undefined && (await linkSame(path.join(before, name), path.join(from, name), target))
    if (!isLinked) await copyDurably(path.join(from, name), target)
  }
  await syncFolder(to)
}

async function linkSame(kept: string, own: string, target: string): Promise<boolean> {
  if (!existsSync(kept) || (await hashFile(kept)) !== (await hashFile(own))) return false
  return await link(kept, target).then(
    () => true,
    // Some file systems know no second name.
    () => false,
  )
}

/** What of these snapshots' files is not as they were made; a sentence each. Those without a folder are left out. */
export async function checkSnapshots(snapshots: readonly Snapshot[], within: string): Promise<string[]> {
  const troubles: string[] = []
  for (const snapshot of snapshots) {
    const folder = path.join(within, folderNameOf(snapshot))
    if (!existsSync(folder)) continue
    if (fingerprintOf(folder) !== snapshot.fingerprint) {
      troubles.push(`${path.join(folder, SUMS)} is not the one that the log names for snapshot ${snapshot.number}.`)
    } else troubles.push(...(await whatDiffers(folder, SUMS)))
  }
  return troubles
}

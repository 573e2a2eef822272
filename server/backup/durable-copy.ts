import { chmod, constants, copyFile, open, stat } from 'node:fs/promises'

/**
 * Copies a file, of which the bytes are on disk when this returns; a file system that can shares them until one changes.
 *
 * @param mode of the copy; that of the file where it is absent
 */
export async function copyDurably(from: string, to: string, mode?: number): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
  // Not every system syncs what is open for reading only, and the file may be one that can only be read.
  await chmod(to, 0o600)
  const handle = await open(to, 'r+')
  try {
    await handle.chmod(mode ?? (await stat(from)).mode & 0o777)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

import { constants, copyFile, open } from 'node:fs/promises'

/** Copies a file, of which the bytes are on disk when this returns; a file system that can shares them until one changes. */
export async function copyDurably(from: string, to: string, mode?: number): Promise<void> {
  await copyFile(from, to, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE)
  const handle = await open(to, 'r+')
  try {
    if (mode !== undefined) await handle.chmod(mode)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

import { open, rename } from 'node:fs/promises'
import path from 'node:path'

/** Writes a file of which the bytes are on disk when this returns; whoever needs it whole or not at all renames it afterwards. */
export async function writeDurably(file: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  const handle = await open(file, 'w', mode)
  try {
    // The mode of a file that is there already is kept by `open`.
    await handle.chmod(mode)
    await handle.writeFile(content)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Puts a whole file in the place of another, or of none: whoever reads sees the old one or the new one. */
export async function replaceDurably(file: string, content: string | Uint8Array, mode = 0o644): Promise<void> {
  await writeDurably(`${file}.new`, content, mode)
  await rename(`${file}.new`, file)
  await syncFolder(path.dirname(file))
}

/** Makes what was renamed in a folder last. Windows does so by itself, and cannot be asked. */
export async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

import type { FileFault } from './refusal.ts'

/** A file in memory: what happens to it on the disk from now on changes nothing here. */
export interface ChosenFile {
  name: string
  bytes: ArrayBuffer
}

/** What the server takes at most. */
export const MOST_BYTES = 2 * 1024 * 1024

/** Reads what was chosen or dropped, or says why that is nothing to be sent. */
export async function openFile(files: readonly File[]): Promise<ChosenFile | FileFault> {
  const [file, second] = files
  if (file === undefined) return 'no-file'
  if (second !== undefined) return 'several'
  if (file.size > MOST_BYTES) return 'too-large'
  try {
    return { name: file.name, bytes: await file.arrayBuffer() }
  } catch {
    return 'unreadable' // a folder, too, or a file that changed since it was chosen
  }
}

import { existsSync, mkdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** Makes a folder, and those above it, one by one: below /proc, `mkdirSync` with `recursive` never comes back. */
export function makeFolder(folder: string): void {
  if (!existsSync(folder)) {
    const above = path.dirname(folder)
    if (above !== folder) makeFolder(above)
    try {
      mkdirSync(folder)
    } catch (error) {
      // Someone else may have made it meanwhile.
      if (!existsSync(folder)) throw error
    }
  }
  if (!statSync(folder).isDirectory()) throw Object.assign(new Error(`${folder} is a file`), { code: 'ENOTDIR' })
}

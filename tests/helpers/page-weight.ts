import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'

/** Bytes of a text as brotli makes it at its best. */
export const brotliOf = (text: string | Buffer): number =>
  brotliCompressSync(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).byteLength

/** What files of the built pages weigh together, in bytes of brotli, each compressed by itself as it is sent. */
export const weightOf = (pagesDir: string, files: Iterable<string>): number =>
  [...new Set(files)].reduce((sum, file) => sum + brotliOf(readFileSync(path.join(pagesDir, file))), 0)

/** All files of the built pages, as paths from their folder. */
export const builtFiles = (pagesDir: string): string[] =>
  readdirSync(pagesDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(pagesDir, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))

const STATIC_IMPORT =
  /(?:^|[;}\s])(?:import|export)\s*(?:[\w$*{}\s,]+?\bfrom\s*|[\w$*{}\s,]*\}\s*from\s*)?["'](\.{1,2}\/[^"']+)["']/g
const LINKED = /<(?:script|link)\b[^>]*?\b(?:src|href)="\/([^"]+\.(?:js|css))"/g

/** The scripts and style sheets that come with the very first page: those that it names, and what its scripts import at once. */
export function firstView(pagesDir: string): { scripts: string[]; styles: string[] } {
  const named = [...readFileSync(path.join(pagesDir, 'index.html'), 'utf8').matchAll(LINKED)].map(
    ([, file = '']) => file,
  )
  const scripts = new Set<string>()
  const follow = (file: string): void => {
    if (scripts.has(file)) return
    scripts.add(file)
    const text = readFileSync(path.join(pagesDir, file), 'utf8')
    for (const [, other = ''] of text.matchAll(STATIC_IMPORT)) follow(path.posix.join(path.posix.dirname(file), other))
  }
  for (const file of named) if (file.endsWith('.js')) follow(file)
  return { scripts: [...scripts], styles: named.filter((file) => file.endsWith('.css')) }
}

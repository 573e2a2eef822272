import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import path from 'node:path'

const REPORT = path.resolve(import.meta.dirname, '../docs/performance.md')

/** Puts a part into docs/performance.md, in the place of the one with the same first heading, or at its end. */
export function putReport(text: string): void {
  const [heading = ''] = text.split('\n')
  const parts = readFileSync(REPORT, 'utf8').split(/^(?=# )/m)
  const isThere = parts.some((part) => part.startsWith(`${heading}\n`))
  const all = isThere ? parts.map((part) => (part.startsWith(`${heading}\n`) ? text : part)) : [...parts, text]
  writeFileSync(REPORT, `${all.map((part) => part.trimEnd()).join('\n\n')}\n`)
}

/** What it was measured on. */
export function machine(): string {
  const model = cpus()[0]?.model ?? 'unknown processor'
  return `${model.trim()}, ${availableParallelism()} cores, ${Math.round(totalmem() / 2 ** 30)} GB`
}

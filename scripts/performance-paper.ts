import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const PAPER = path.resolve(import.meta.dirname, '../docs/performance.md')

/** Puts what was measured into docs/performance.md, in the place of the part with the same title (`# …`), or at its end. */
export function putPart(part: string): void {
  const titleOf = (text: string): string => text.slice(0, text.indexOf('\n'))
  const parts = readFileSync(PAPER, 'utf8').split(/^(?=# )/m)
  const at = parts.findIndex((one) => titleOf(one) === titleOf(part))
  const others = at < 0 ? [...parts, part] : parts.with(at, part)
  writeFileSync(PAPER, `${others.map((one) => one.trimEnd()).join('\n\n')}\n`)
}

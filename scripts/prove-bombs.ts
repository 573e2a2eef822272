import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { LIMITS, type Limits } from '../server/imports/limits.ts'
import type { FileKind } from '../server/imports/read-bytes.ts'
import { readTable } from '../server/imports/read-table.ts'
import { memoryOf } from '../tests/helpers/memory.ts'
import { BOMBS, type Bomb } from '../tests/imports/bombs.ts'

// Proves that no upload takes more than 100 MB of memory: each bomb is read by a fresh process, which says what came of
// it and by how much its largest memory grew. A second reading without the limit that stops the bomb must come to
// another answer, so that no limit stands there for nothing. `npm run prove:bombs -- --lift unpackedBytes` lifts a limit
// for all of them, and must fail.

const MOST_MEGABYTES = 100

interface Outcome {
  answer: string
  megabytes: number
  milliseconds: number
}

const { peak } = memoryOf('self')
if (Number.isNaN(peak())) throw new Error('The kernel does not tell the largest memory: run this on Linux.')

async function readInThisProcess(file: string, kind: FileKind, lift: string): Promise<Outcome> {
  const bytes = new Uint8Array(readFileSync(file))
  const limits: Limits = lift === '' ? LIMITS : { ...LIMITS, [lift]: Number.MAX_SAFE_INTEGER }
  const before = peak()
  const start = performance.now()
  const read = await readTable(bytes, { kind, limits })
  return {
    answer: read.is === 'table' ? `table of ${read.table.rows.length} rows` : read.refusal.code,
    megabytes: Math.round(peak() - before),
    milliseconds: Math.round(performance.now() - start),
  }
}

function readInFreshProcess(file: string, kind: FileKind, lift: string): Outcome {
  const { stdout, stderr } = spawnSync(process.execPath, [import.meta.filename, '--read', file, kind, lift], {
    encoding: 'utf8',
  })
  const outcome: unknown = stdout === '' ? { answer: `no answer: ${stderr.slice(0, 200)}` } : JSON.parse(stdout)
  return outcome as Outcome
}

function prove(lifted: string): boolean {
  const folder = mkdtempSync(path.join(tmpdir(), 'bombs-'))
  let proved = true
  console.log(`${'file'.padEnd(44)} ${'bytes'.padStart(9)}  MB of memory     ms  answer`)
  for (const bomb of BOMBS) {
    const file = path.join(folder, 'bomb')
    const bytes = bomb.make()
    writeFileSync(file, bytes)
    const outcome = readInFreshProcess(file, bomb.kind, lifted)
    const faults = faultsOf(bomb, outcome, bomb.stoppedBy && readInFreshProcess(file, bomb.kind, bomb.stoppedBy))
    proved &&= faults.length === 0
    const { answer, megabytes, milliseconds } = outcome
    const numbers = `${String(bytes.length).padStart(9)} ${String(megabytes).padStart(13)} ${String(milliseconds).padStart(6)}`
    console.log(`${bomb.name.padEnd(44)} ${numbers}  ${[answer, ...faults].join('; ')}`)
  }
  rmSync(folder, { recursive: true })
  console.log(proved ? `All ${BOMBS.length} within ${MOST_MEGABYTES} MB.` : 'Not proved.')
  return proved
}

function faultsOf(bomb: Bomb, { answer, megabytes }: Outcome, without: Outcome | undefined): string[] {
  const faults: string[] = []
  if (answer !== bomb.answer) faults.push(`EXPECTED ${bomb.answer}`)
  if (!(megabytes <= MOST_MEGABYTES)) faults.push('TOO MUCH MEMORY')
  if (without?.answer === bomb.answer) faults.push(`${bomb.stoppedBy} MAKES NO DIFFERENCE`)
  return faults
}

const [mode, file = '', kind, lift = ''] = process.argv.slice(2)
if (mode === '--read') {
  console.log(JSON.stringify(await readInThisProcess(file, kind === 'csv' ? 'csv' : 'xlsx', lift)))
} else if (mode === undefined || mode === '--lift') {
  if (!prove(file)) process.exitCode = 1
} else {
  console.error('npm run prove:bombs [-- --lift LIMIT]')
  process.exitCode = 2
}

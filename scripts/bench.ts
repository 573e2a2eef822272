import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { build } from 'vite'
import { USUAL } from '../tests/bench/desk.ts'
import { type Benchmarks, NOTHING, type Run, toReport, withRun } from '../tests/bench/report.ts'
import type { Result } from '../tests/bench/result.ts'
import { MEASURED, measureGoals } from '../tests/bench/run.ts'
import { versions } from '../tests/bench/versions.ts'
import { startPostgres } from '../tests/helpers/postgres.ts'
import { machine } from './performance-report.ts'

// npm run bench [-- --figures N … --engine sqlite|postgres … --goal N … --data FOLDER]: every goal of speed as a ratio against
// its reference, written to docs/benchmarks.md as soon as it is known. Without a folder, the data are made and thrown away.

const ROOT = path.resolve(import.meta.dirname, '..')
const NUMBERS = path.join(ROOT, 'docs/benchmarks.json')
const REPORT = path.join(ROOT, 'docs/benchmarks.md')
const ENGINES = ['sqlite', 'postgres'] as const
const SEED = 20261121

const { values } = parseArgs({
  options: {
    figures: { type: 'string', multiple: true, default: ['10000', '100000', '1000000', '10000000'] },
    engine: { type: 'string', multiple: true, default: [...ENGINES] },
    goal: { type: 'string', multiple: true, default: [...MEASURED.map(({ goal }) => String(goal)), '8'] },
    data: { type: 'string' },
    // Writes nothing to docs.
    dry: { type: 'boolean', default: false },
  },
})
const engines = ENGINES.filter((engine) => values.engine.includes(engine))
// Goal 8 is how goals 1 and 3 stand on PostgreSQL.
const goals = values.goal.flatMap((goal) => (goal === '8' ? [1, 3] : [Number(goal)]))
const sizes = values.figures.map(Number)
const isKnown = (goal: number): boolean => MEASURED.some((one) => one.goal === goal)
if (engines.length === 0 || !goals.every(isKnown) || !sizes.every(Number.isInteger)) {
  console.error('npm run bench [-- --figures N … --engine sqlite|postgres … --goal 1–8|10 … --data FOLDER --dry]')
  process.exit(1)
}
const begin = performance.now()
const say = (text: string): void => console.log(`${((performance.now() - begin) / 1000).toFixed(0)} s: ${text}`)

if (!existsSync(path.join(ROOT, 'dist/index.html'))) {
  await build({ configFile: path.join(ROOT, 'vite.config.ts'), logLevel: 'error' })
}
const load = loadavg()[0] ?? 0
const folder = values.data ?? mkdtempSync(path.join(tmpdir(), 'tanbiao-bench-'))
mkdirSync(folder, { recursive: true })
const postgresFolder = path.join(folder, 'postgres')
mkdirSync(postgresFolder, { recursive: true })
const server = await startPostgres({ folder: postgresFolder })
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.stop().finally(() => process.exit(1)))
}
try {
  const run: Run = {
    id: randomBytes(2).toString('hex'),
    day: new Date().toISOString().slice(0, 10),
    machine: machine(),
    versions: await versions(server.url),
    load,
  }
  for (const figures of sizes) {
    for (const engine of engines) {
      say(`${figures} figures, ${engine}`)
      const store = { folder, server: server.url }
      const keep = (found: Result[]): void => void (values.dry || write(run, found))
      await measureGoals(store, { engine, figures, seed: SEED }, { goals, extent: USUAL }, say, keep)
    }
  }
} finally {
  await server.stop()
  if (values.data === undefined) rmSync(folder, { recursive: true, force: true })
}

function write(run: Run, found: readonly Result[]): void {
  const before = existsSync(NUMBERS) ? (JSON.parse(readFileSync(NUMBERS, 'utf8')) as Benchmarks) : NOTHING
  const all = withRun(before, run, found)
  writeFileSync(NUMBERS, `${JSON.stringify(all, undefined, 1)}\n`)
  writeFileSync(REPORT, toReport(all))
}

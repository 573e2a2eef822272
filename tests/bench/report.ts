import { type Derived, derive } from './derived.ts'
import { GOALS, type Goal } from './goals.ts'
import { ratiosOf, type Result, type Spread, spreadOf, type Wanted } from './result.ts'

/** On what a run was measured. */
export interface Run {
  id: string
  day: string
  machine: string
  versions: string
  /** Processes that wanted to run at its start. */
  load: number
}

/** What docs/benchmarks.json holds: every result with the run that it is of, and what was tried where a goal is not met. */
export interface Benchmarks {
  runs: Run[]
  results: (Result & { run: string })[]
  /** By the number of the goal. */
  tried: Record<string, string[]>
  /** What each means gains, and why others are not taken. */
  means: string[]
}

export const NOTHING: Benchmarks = { runs: [], results: [], tried: {}, means: [] }

/** Puts what a run found in the place of what was found of the same goals, sizes and engines before. */
export function withRun(before: Benchmarks, run: Run, found: readonly Result[]): Benchmarks {
  const cellOf = ({ goal, figures, engine }: Result): string => `${goal}/${figures}/${engine}`
  const measured = new Set(found.map(cellOf))
  const results = [
    ...before.results.filter((one) => !measured.has(cellOf(one))),
    ...found.map((one) => ({ ...one, run: run.id })),
  ]
  const named = new Set(results.map((one) => one.run))
  const runs = [...before.runs.filter(({ id }) => id !== run.id), run].filter(({ id }) => named.has(id))
  return { ...before, runs, results }
}

/** The most beyond so many times the least is noise. */
const BEYOND = 2
/** Fewer are said. */
const RUNS = 5

/** docs/benchmarks.md. */
export function toReport({ runs, results, tried, means }: Benchmarks): string {
  const derived = derive(results)
  return `# Benchmarks

Each goal of speed as a ratio against a named reference on the same machine. Absolute numbers move by a factor of two from one run to the next, ratios do not: ours and the reference are measured in turn, five times each, and where it was less the row says so; a cell shows the median and in brackets the least and the most. Where the most is more than twice the least, it is called noisy. A ratio says how many times as fast ours is; where the goal is an upper bound (≤), how many times as long it takes. A goal is judged by the median. Nothing here is a test. All of it is written by

\`\`\`sh
npm run bench -- --data FOLDER
\`\`\`

which makes what is missing in the folder, 10,000, 100,000, 1,000,000 and 10,000,000 figures in a SQLite file and in a PostgreSQL of its own with the settings with which it comes, and starts the program of \`npm start\` on each, as it is for use: with sign-in, access checks, the audit log and its requests logged at level info, which nobody reads. Databases are durable: SQLite with \`synchronous = FULL\`, PostgreSQL with \`fsync\`. \`--figures 100000\`, \`--engine sqlite\` and \`--goal 3\`, each as often as you like, measure less and replace only those rows. The client is another process, which sends requests that are ready over connections that stay open, and does no more with an answer than find its end. Goal 9, what a browser takes, is in [performance.md](performance.md). The numbers behind the tables are in [benchmarks.json](benchmarks.json).

${runs.map(runLine).join('\n')}

${GOALS.map((goal) => goalPart(goal, results, derived, tried[goal.goal] ?? [])).join('\n\n')}

## The means

${means.map((one) => `- ${one}`).join('\n')}
`
}

const runLine = ({ id, day, machine, versions, load }: Run): string =>
  `- Run ${id}, ${day}: ${machine} · ${versions} · load at the start ${load.toFixed(1)}`

function goalPart(
  goal: Goal,
  all: Benchmarks['results'],
  derived: readonly Derived[],
  tried: readonly string[],
): string {
  const rows = [
    ...all.filter((one) => one.goal === goal.goal).map((one) => ({ key: one, text: resultRow(one) })),
    ...derived.filter((one) => one.goal === goal.goal).map((one) => ({ key: one, text: derivedRow(one) })),
  ].toSorted((a, b) => order(a.key, b.key))
  const parts = [
    `## ${goal.goal}. ${goal.title}`,
    goal.asks,
    goal.how,
    rows.length === 0 ? 'Not measured yet.' : [...HEAD, ...rows.map(({ text }) => text)].join('\n'),
    ...(tried.length > 0 ? [`What was tried:\n\n${tried.map((one) => `- ${one}`).join('\n')}`] : []),
  ]
  return parts.join('\n\n')
}

const HEAD = [
  '| figures | engine | what | ours | reference | ratio | goal | | run |',
  '| ---: | --- | --- | ---: | ---: | ---: | ---: | --- | --- |',
]

const order = (
  a: Pick<Result, 'what' | 'engine' | 'figures'>,
  b: Pick<Result, 'what' | 'engine' | 'figures'>,
): number => compareTexts(a.what, b.what) || compareTexts(b.engine, a.engine) || a.figures - b.figures

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function resultRow(result: Result & { run: string }): string {
  const { figures, engine, what, unit, ours, reference, note, failed, run, wanted } = result
  const few = ours.length < RUNS ? `${ours.length} ${ours.length === 1 ? 'run' : 'runs'} only` : undefined
  const notes = [note, few].filter((part) => part !== undefined)
  const named = notes.length === 0 ? what : `${what} (${notes.join('; ')})`
  const first = [count(figures), engine, named]
  if (failed !== undefined) return row([...first, 'failed', '', '', '', failed.replaceAll('|', '/'), run])
  const ratios = ratiosOf(result)
  const ratio = ratios && spreadOf(ratios)
  const judged = wanted?.is === 'most' ? spreadOf(ours) : ratio
  return row([
    ...first,
    `${spread(spreadOf(ours))} ${unit}`,
    reference === null ? '' : `${spread(spreadOf(reference.values))} ${unit}, ${reference.name}`,
    ratio === undefined ? '' : spread(ratio),
    asked(wanted, unit),
    judged === undefined ? '' : verdict(judged, wanted, figures),
    run,
  ])
}

const derivedRow = ({ figures, engine, what, ratio, wanted }: Derived): string =>
  row([count(figures), engine, what, '', '', spread(ratio), asked(wanted, ''), verdict(ratio, wanted, figures), ''])

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

function asked(wanted: Wanted | null, unit: string): string {
  if (wanted === null) return ''
  const from = wanted.from === undefined ? '' : ` from ${count(wanted.from)}`
  if (wanted.is === 'speed') return `≥ ${wanted.value}${from}`
  return wanted.is === 'times' ? `≤ ${wanted.value}${from}` : `≤ ${count(wanted.value)} ${unit}${from}`
}

/** Judged by the median; how far off it is, is a factor. */
function verdict({ median, min, max }: Spread, wanted: Wanted | null, figures: number): string {
  const noise = max > BEYOND * min ? ', noisy' : ''
  if (wanted === null) return noise.slice(2)
  const missing = wanted.is === 'speed' ? wanted.value / median : median / wanted.value
  const judged = missing <= 1 ? 'met' : `missed by ${digits(missing)} times`
  return (figures < (wanted.from ?? 0) ? `no goal at this size (${judged})` : judged) + noise
}

const spread = ({ median, min, max }: Spread): string =>
  min === max ? digits(median) : `${digits(median)} (${digits(min)}–${digits(max)})`

/** Three digits that say something; whole numbers from a hundred on. */
function digits(number: number): string {
  if (!Number.isFinite(number)) return '–'
  if (Math.abs(number) >= 100) return count(Math.round(number))
  return String(Number(number.toPrecision(3)))
}

const count = (number: number): string => number.toLocaleString('en')

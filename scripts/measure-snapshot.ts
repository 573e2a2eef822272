import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { makeFigures } from '../tests/many/generate/make-figures.ts'
import { measureSnapshot } from '../tests/many/measure-snapshot.ts'
import type { Taken } from '../tests/many/snapshot-memory.ts'
import { machine, putReport } from './performance-report.ts'
import { tellStages } from './stages.ts'

// npm run measure:snapshot [figures …] [--in FOLDER]: what a snapshot takes of time and memory; with the usual numbers,
// what it finds goes to docs/performance.md. In FOLDER the databases are kept, and found again. Linux.

const USUAL = [100_000, 1_000_000]
const SEED = 1
const MOST_MEGABYTES = 150

const { values, positionals } = parseArgs({ allowPositionals: true, options: { in: { type: 'string' } } })
const counts = positionals.length > 0 ? positionals.map(Number) : USUAL
const busy = loadavg()[0] ?? 0
const root = values.in ?? mkdtempSync(path.join(tmpdir(), 'tanbiao-figures-'))
const taken: Taken[] = []
try {
  for (const figures of counts) {
    const dataDir = path.join(root, `figures-${figures}`)
    if (!existsSync(path.join(dataDir, 'tanbiao.sqlite'))) await make(dataDir, figures)
    taken.push(measureSnapshot(dataDir))
    console.log(taken.at(-1))
  }
  if (positionals.length === 0) putReport(toReport())
  if (taken.some(({ extraMegabytes }) => extraMegabytes > MOST_MEGABYTES)) process.exitCode = 1
} finally {
  if (values.in === undefined) rmSync(root, { recursive: true, force: true })
}

async function make(dataDir: string, figures: number): Promise<void> {
  const { say, end } = tellStages()
  await makeFigures(dataDir, { figures, seed: SEED, onEntered: (count) => say('making figures', count / figures) })
  end()
}

function toReport(): string {
  const rows = taken.map(({ figures, lines, megabytes, seconds, extraMegabytes }) =>
    [
      figures.toLocaleString('en'),
      lines.toLocaleString('en'),
      megabytes.toFixed(0),
      seconds.toFixed(0),
      extraMegabytes.toFixed(0),
    ].join(' | '),
  )
  return `# Snapshots

How long a snapshot takes, and how much memory beyond what the process had before, measured by

\`\`\`sh
npm run measure:snapshot
\`\`\`

which makes the demo and so many figures beside it (\`npm run generate\`, seed ${SEED}) on a SQLite file, some three lines of the log each, and makes a snapshot of that in a fresh process, with the settings of \`npm run snapshot\`. Memory is what Linux counts as resident at the most. The goal: at most ${MOST_MEGABYTES} MB for a million figures.

${new Date().toISOString().slice(0, 10)} · ${machine()} · Node.js ${process.versions.node} · load at the start ${busy.toFixed(1)}

| figures | lines of the log | MB of files | seconds | MB of extra memory |
| ---: | ---: | ---: | ---: | ---: |
${rows.map((row) => `| ${row} |`).join('\n')}
`
}

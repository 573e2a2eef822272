import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'
import { buildApp } from '../server/app.ts'
import { connect } from '../server/db/connect.ts'
import { migrateToLatest } from '../server/db/migrate.ts'
import { loadMany } from '../tests/many/load-many.ts'
import {
  type Measured,
  measureFilters,
  measureOpening,
  measureReference,
  type Times,
} from '../tests/many/measure-overview.ts'
import { startChromium } from './chromium.ts'
import { machine, putReport } from './performance-report.ts'

// npm run measure:overview [targets] [runs] [slowed]: how long a leader waits for the overview of a nation's targets, in
// Chromium with its processor slowed; with nothing said otherwise, what it finds goes to docs/performance.md.

const busy = loadavg()[0] ?? 0
const targets = Number(process.argv[2] ?? 2000)
const runs = Number(process.argv[3] ?? 7)
const slowed = Number(process.argv[4] ?? 4)
const isUsual = process.argv.length <= 2
const SEED = 1
const DAY = new Date('2026-06-30T04:00:00.000Z')
const ROOT = path.resolve(import.meta.dirname, '..')

const folder = mkdtempSync(path.join(tmpdir(), 'tanbiao-overview-'))
const pagesDir = path.join(folder, 'pages')
await build({ configFile: path.join(ROOT, 'vite.config.ts'), logLevel: 'error', build: { outDir: pagesDir } })
writeFileSync(path.join(pagesDir, 'empty.html'), '<!doctype html><title>empty</title><p>empty')
const db = connect({ dataDir: folder })
await migrateToLatest(db)
console.log(`Recording ${targets} targets and their figures …`)
await loadMany(db, { targets, seed: SEED })
const app = await buildApp({ db, clock: () => DAY, publicRead: true, pagesDir })
const address = await app.listen({ host: '127.0.0.1', port: 0 })
const browser = await startChromium()
try {
  const server = await measureServer()
  const place = { browser, address, slowed, runs }
  const text = toReport([
    { title: 'Server', note: 'From the request to the last byte, not slowed.', measured: server },
    {
      title: 'Opening',
      note: `From the start of the navigation, slowed ${slowed} times.`,
      measured: await measureOpening(place),
    },
    {
      title: 'Filters',
      note: `From the input to the painted list, slowed ${slowed} times.`,
      measured: await measureFilters(place),
    },
    {
      title: 'Reference',
      note: `In the same browser, slowed ${slowed} times.`,
      measured: await measureReference(place),
    },
  ])
  console.log(text)
  if (isUsual) putReport(text)
} finally {
  await browser.close()
  await app.close()
  await db.destroy()
  rmSync(folder, { recursive: true, force: true })
}

async function measureServer(): Promise<Measured[]> {
  const ask = async (): Promise<number> => {
    const begin = performance.now()
    await (await fetch(`${address}/api/progress?limit=5000`)).arrayBuffer()
    return performance.now() - begin
  }
  const first = [await ask()]
  const later: number[] = []
  for (let run = 0; run < runs; run += 1) later.push(await ask())
  return [
    { what: 'the list of all targets, first request after a start', times: first },
    { what: 'the list of all targets, later', times: later },
  ]
}

interface Part {
  title: string
  note: string
  measured: readonly Measured[]
}

function toReport(parts: readonly Part[]): string {
  const versions = `Node.js ${process.versions.node}, Chromium ${browser.version()}`
  const day = new Date().toISOString().slice(0, 10)
  return `# Performance

How long someone waits for the overview with ${targets} targets, measured by

\`\`\`sh
npm run measure:overview
\`\`\`

which records ${targets} targets of 35 regions and 70 plans (seed ${SEED}) on a SQLite file, starts the real application on it, and opens it at 1440 × 900 in Chromium, whose processor is slowed ${slowed} times. Each run is a new visitor with nothing kept. The pointer rests on what it presses, and presses for 80 ms. A filter is answered when sentence and list are painted; the counts and what stands beside the list follow by one frame. The goals: usable within 2 s of the navigation, filters within 100 ms. How much is sent is held by tests/e2e/budgets.test.ts, which says what there is room for: 35 KB of script for a first view and 200 KB more for a chart, as brotli. Nothing here is a test: machines differ, so compare with the reference, which the same run measured.

${day} · ${machine()} · ${versions} · ${runs} runs · load at the start ${busy.toFixed(1)}

${parts.map(toSection).join('\n')}`
}

function toSection({ title, note, measured }: Part): string {
  const lines = measured.map(({ what, times }) => `| ${what} | ${toCells(times).join(' | ')} |`)
  return `## ${title}

${note}

| | median ms | min | max |
| --- | ---: | ---: | ---: |
${lines.join('\n')}
`
}

function toCells(times: Times): string[] {
  const sorted = times.toSorted((a, b) => a - b)
  const middle = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN
  return [middle, Math.min(...times), Math.max(...times)].map((time) => time.toFixed(0))
}

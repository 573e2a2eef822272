import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import path from 'node:path'
import { writeLargeFolder } from '../tests/snapshots/large-folder.ts'
import { machine, putReport } from './performance-report.ts'

// npm run measure:verify [-- NODE …]: how long verify.mjs takes for a snapshot of a million lines, by this Node.js or by
// those that are given, and how much memory; what it finds goes to docs/performance.md.

const busy = loadavg()[0] ?? 0
const nodes = process.argv.length > 2 ? process.argv.slice(2) : [process.execPath]
const RUNS = 3
/** Each has 331 lines. */
const REGIONS = 3025
const CHECK = path.resolve(import.meta.dirname, '../server/snapshots/verify.mjs')

interface Run {
  seconds: number
  cpuSeconds: number
  megabytes: number
}

const within = mkdtempSync(path.join(tmpdir(), 'tanbiao-measure-verify-'))
try {
  const folder = path.join(within, 'snapshot')
  console.log('Writing the snapshot …')
  const { lines, figures, revisions, megabytes } = writeLargeFolder(folder, REGIONS)
  const told = path.join(within, 'told.cjs')
  writeFileSync(
    told,
    // On Linux maxRSS counts the process that started this one, too.
    `process.on('exit', () => {
      const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
      let peak = maxRSS
      try {
        peak = Number(/VmHWM:\\s+(\\d+)/.exec(require('node:fs').readFileSync('/proc/self/status', 'utf8'))[1])
      } catch {}
      process.stderr.write(JSON.stringify([process.version, peak, userCPUTime + systemCPUTime]))
    })`,
  )
  const rows = nodes.map((node) => {
    let version = ''
    const runs = Array.from({ length: RUNS }, (): Run => {
      const begin = performance.now()
      const { status, stdout, stderr } = spawnSync(node, ['-r', told, CHECK, folder, '--lang', 'en'], {
        encoding: 'utf8',
      })
      const seconds = (performance.now() - begin) / 1000
      if (status !== 0) throw new Error(`${node}: ${stdout}${stderr}`)
      const [name, kilobytes, microseconds] = JSON.parse(stderr) as [string, number, number]
      version = name
      return { seconds, cpuSeconds: microseconds / 1e6, megabytes: kilobytes / 1024 }
    })
    const cells = [medianOf(runs, 'seconds', 1), medianOf(runs, 'cpuSeconds', 1), medianOf(runs, 'megabytes', 0)]
    console.log(version, ...cells)
    return `| ${version} | ${cells.join(' | ')} |`
  })
  const count = (number: number): string => number.toLocaleString('en')
  putReport(`# Checking a snapshot

How long an auditor waits for \`node verify.mjs\`, alone and with everything that it checks, measured by

\`\`\`sh
npm run measure:verify -- NODE …
\`\`\`

with one or more Node.js executables, on a snapshot of ${count(lines)} lines of the audit log (${count(figures)} figures, each entered, submitted and approved), ${count(revisions)} rows of \`revisions.csv\`, ${count(megabytes)} MB in all, without targets. Medians of ${RUNS} runs. Memory is the peak of the process; of what grows there are a few numbers per line and per figure. The goal: under 10 s where nothing else runs. Where the seconds that passed are far more than those of the processor, something else ran.

${new Date().toISOString().slice(0, 10)} · ${machine()} · load at the start ${busy.toFixed(1)}

| | seconds | of the processor | MB at most |
| --- | ---: | ---: | ---: |
${rows.join('\n')}
`)
} finally {
  rmSync(within, { recursive: true, force: true })
}

function medianOf(runs: readonly Run[], what: keyof Run, places: number): string {
  const sorted = runs.map((run) => run[what]).toSorted((a, b) => a - b)
  return (sorted[Math.floor(sorted.length / 2)] ?? Number.NaN).toFixed(places)
}

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, expect, inject, it, onTestFinished } from 'vitest'
import { describeOnBothEngines } from '../helpers/databases.ts'
import type { Extent } from './desk.ts'
import { type Benchmarks, NOTHING, type Run, toReport, withRun } from './report.ts'
import type { Result } from './result.ts'
import { MEASURED, measureGoals } from './run.ts'

/** So little that it says nothing about speed. */
const LITTLE: Extent = {
  runs: 1,
  windowSeconds: 0.2,
  bulkFigures: 200,
  writers: 3,
  savesEach: 2,
  slowSeconds: 0.2,
  idleSeconds: 0.1,
}

describeOnBothEngines('the benchmark', (engine) => {
  it('gives numbers for every goal that it measures', { timeout: 600_000 }, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'tanbiao-bench-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const store = { folder, server: inject('postgresUrl') }
    const found: Result[] = []
    const goals = MEASURED.map(({ goal }) => goal)
    await measureGoals(
      store,
      { engine, figures: 300, seed: 1 },
      { goals, extent: LITTLE },
      () => undefined,
      (results) => void found.push(...results),
    )
    expect(found.filter(({ failed }) => failed !== undefined)).toEqual([])
    expect(new Set(found.map(({ goal }) => goal))).toEqual(new Set(goals))
    for (const { what, unit, ours, reference } of found) {
      // What memory takes, only Linux tells.
      if (unit === 'MB' && process.platform !== 'linux') continue
      const numbers = [...ours, ...(reference?.values ?? [])]
      expect(numbers.length, what).toBeGreaterThan(0)
      for (const number of numbers) expect(number, what).toBeGreaterThanOrEqual(0)
    }
  })
})

describe('docs/benchmarks.md', () => {
  const read = (name: string): string => readFileSync(path.resolve(import.meta.dirname, '../../docs', name), 'utf8')

  it('is what its numbers come to', () => {
    const numbers = JSON.parse(read('benchmarks.json')) as Benchmarks
    expect(numbers.results.length).toBeGreaterThan(0)
    expect(read('benchmarks.md')).toBe(toReport(numbers))
  })
})

describe('what a run found', () => {
  const aRun = (id: string): Run => ({ id, day: '2026-06-30', machine: 'machine', versions: 'versions', load: 0 })
  const aResult = (part: Partial<Result> = {}): Result => ({
    goal: 3,
    what: 'list',
    figures: 10_000,
    engine: 'sqlite',
    unit: 'per second',
    ours: [10, 20, 20, 20, 30],
    reference: { name: 'reference', values: [100, 100, 100, 100, 100] },
    wanted: { is: 'speed', value: 0.25 },
    ...part,
  })
  const rows = (results: Result[]): string[] =>
    toReport(withRun(NOTHING, aRun('a1'), results))
      .split('\n')
      .filter((line) => /^\| [0-9]/.test(line))

  it('takes the place of the same goal, size and engine only', () => {
    const first = withRun(NOTHING, aRun('a1'), [aResult(), aResult({ engine: 'postgres' })])
    const second = withRun(first, aRun('b2'), [aResult({ what: 'another list' })])
    expect(second.results.map(({ what, engine, run }) => [what, engine, run])).toEqual([
      ['list', 'postgres', 'a1'],
      ['another list', 'sqlite', 'b2'],
    ])
    expect(second.runs.map(({ id }) => id)).toEqual(['a1', 'b2'])
    const third = withRun(second, aRun('c3'), [aResult({ engine: 'postgres' })])
    expect(third.runs.map(({ id }) => id)).toEqual(['b2', 'c3'])
  })

  it('is judged by the median of the ratios of each run, and told how far off it is', () => {
    expect(rows([aResult()])).toEqual([
      '| 10,000 | sqlite | list | 20 (10–30) per second | 100 per second, reference | 0.2 (0.1–0.3) | ≥ 0.25 | missed by 1.25 times, noisy | a1 |',
    ])
  })

  it('counts what takes time the other way round', () => {
    const [speed = '', times = '', most = ''] = [
      ...rows([aResult({ unit: 'ms' })]),
      ...rows([aResult({ unit: 'ms', wanted: { is: 'times', value: 3 } })]),
      ...rows([aResult({ unit: 'ms', wanted: { is: 'most', value: 20 } })]),
    ]
    expect(speed).toContain('| 5 (3.33–10) | ≥ 0.25 | met, noisy |')
    expect(times).toContain('| 0.2 (0.1–0.3) | ≤ 3 | met, noisy |')
    expect(most).toContain('| ≤ 20 ms | met, noisy |')
  })

  it('is compared over sizes and engines by the ratios to the same reference', () => {
    const found = rows([
      aResult({ ours: [50, 50, 50, 50, 50] }),
      aResult({ figures: 10_000_000, ours: [40, 40, 40, 40, 40] }),
      aResult({ engine: 'postgres', ours: [20, 20, 20, 20, 20] }),
    ])
    expect(found.filter((row) => row.includes('against'))).toEqual([
      '| 10,000,000 | sqlite | list: rate against 10,000 figures |  |  | 0.8 | ≥ 0.9 | missed by 1.13 times |  |',
      '| 10,000 | postgres | list: rate against SQLite |  |  | 0.4 | ≥ 0.5 | missed by 1.25 times |  |',
    ])
  })

  it('says where there was no time for five runs', () => {
    expect(rows([aResult({ ours: [10], note: '8 KB each' })])[0]).toContain('| list (8 KB each; 1 run only) |')
  })

  it('says why a goal could not be measured', () => {
    const [row] = rows([aResult({ ours: [], reference: null, failed: 'the service ended' })])
    expect(row).toContain('| failed |')
    expect(row).toContain('the service ended')
  })
})

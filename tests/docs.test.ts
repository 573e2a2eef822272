import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { AUDIT_COLUMNS } from '../server/audit/csv.ts'
import { CHANGE_COLUMNS } from '../server/changes/csv.ts'
import { COMPOSITE_COLUMNS, PART_COLUMNS } from '../server/composite/csv.ts'
import { OBSERVATION_COLUMNS } from '../server/observations/csv.ts'
import { REGION_COLUMNS } from '../server/regions/csv.ts'
import { ROLL_UP_COLUMNS } from '../server/roll-ups/csv.ts'
import { FRESHNESS_COLUMNS } from '../server/sheets/csv.ts'
import { REVISION_COLUMNS } from '../server/snapshots/revisions.ts'
import { SDMX_COLUMNS } from '../server/snapshots/sdmx/csv.ts'
import { PROGRESS_COLUMNS, TARGET_COLUMNS } from '../server/targets/csv.ts'
import { YEAR_COLUMNS } from '../server/yearly-progress/csv.ts'

const ROOT = path.resolve(import.meta.dirname, '..')
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')
const PAPERS = globSync('{*.md,docs/**/*.md,seeds/*.md}', { cwd: ROOT }).toSorted()

describe('the papers', () => {
  it('are all there', () => {
    const expected = [
      'README.md',
      'README.zh-CN.md',
      'ARCHITECTURE.md',
      'METHOD.md',
      'METHOD.zh-CN.md',
      'CONTRIBUTING.md',
      'CHANGELOG.md',
      'SECURITY.md',
      'seeds/README.md',
    ]
    expect(PAPERS).toEqual(expect.arrayContaining(expected))
    expect(read('LICENSE')).toMatch(/^MIT License/)
  })

  it.each(PAPERS)('%s links to what exists', (file) => {
    const links = [...read(file).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link = '']) => link)
    const local = links.filter((link) => !/^[a-z]+:/.test(link))
    const broken = local.filter((link) => !existsSync(path.join(ROOT, path.dirname(file), link)))
    expect(broken).toEqual([])
  })

  it('say what every column of the CSV files means', () => {
    const columns = [
      ...OBSERVATION_COLUMNS,
      ...TARGET_COLUMNS,
      ...PROGRESS_COLUMNS,
      ...COMPOSITE_COLUMNS,
      ...PART_COLUMNS,
      ...CHANGE_COLUMNS,
      ...FRESHNESS_COLUMNS,
      ...REGION_COLUMNS,
      ...ROLL_UP_COLUMNS,
      ...YEAR_COLUMNS,
      ...AUDIT_COLUMNS,
      ...REVISION_COLUMNS,
      ...SDMX_COLUMNS,
    ].map(({ name }) => name)
    expect(columns.length).toBeGreaterThan(60)
    for (const name of columns) expect(read('docs/csv.md'), name).toContain(`\`${name}\``)
  })

  it('name every setting that is read', () => {
    const settings = [...read('server/config.ts').matchAll(/^ {2}([A-Z_]{3,}):/gm)].map(([, name = '']) => name)
    expect(settings.length).toBeGreaterThan(4)
    for (const paper of ['docs/operations.md', 'docs/operations.zh-CN.md']) {
      for (const name of settings) expect(read(paper), `${name} in ${paper}`).toContain(`\`${name}\``)
    }
  })

  it('name every number that /metrics tells', () => {
    const told = ['routes', 'requests', 'process', 'log-check', 'replica']
      .map((file) => read(`server/metrics/${file}.ts`))
      .join('\n')
    const names = [...told.matchAll(/'((?:tanbiao|process)_[a-z_]+)'/g)].map(([, name = '']) => name)
    expect(names.length).toBeGreaterThan(10)
    for (const name of names) expect(read('docs/operations.md'), name).toContain(`\`${name}\``)
  })

  it('name every npm script', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    for (const name of Object.keys(scripts)) {
      const call = name === 'test' || name === 'start' ? `npm ${name}` : `npm run ${name}`
      expect(read('CONTRIBUTING.md'), name).toContain(call)
    }
  })
})

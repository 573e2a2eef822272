import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

// The import table of ARCHITECTURE.md, held against the code.

const ROOT = path.resolve(import.meta.dirname, '..')

interface Import {
  file: string
  /** A path from the root of the project, or the name of a package. */
  of: string
  typeOnly: boolean
}

const FILES = globSync('{server,client,migrations,seeds,scripts}/**/*.{ts,tsx,mjs}', { cwd: ROOT }).toSorted()
const sourceOf = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8')

const IMPORT = /(?:import|export)\s+(type\s)?[^'"()]*?from\s+'([^']+)'|import\s+'([^']+)'|import\('([^']+)'\)/g

function importsOf(file: string): Import[] {
  return [...sourceOf(file).matchAll(IMPORT)].map(([, type, from, bare, dynamic]) => {
    const name = from ?? bare ?? dynamic ?? ''
    const of = name.startsWith('.') ? path.posix.join(path.posix.dirname(file), name) : name
    return { file, of, typeOnly: type !== undefined }
  })
}

const IMPORTS = FILES.flatMap(importsOf)
const from = (pattern: RegExp): Import[] => IMPORTS.filter(({ file }) => pattern.test(file))
const describeImport = ({ file, of }: Import): string => `${file} imports ${of}`

describe('who may import whom', () => {
  it('finds the imports at all', () => {
    expect(IMPORTS.length).toBeGreaterThan(200)
    expect(IMPORTS).toContainEqual({ file: 'server/main.ts', of: 'server/app.ts', typeOnly: false })
  })

  it.each([
    ['the domain is pure: itself and the exact fractions', /^server\/domain\//, /^(server\/domain\/|fraction\.js$)/],
    ['the contract: itself, the domain, zod', /^server\/contract\//, /^(server\/(contract|domain)\/|zod$)/],
    [
      'the client: itself, contract and domain, its libraries',
      /^client\//,
      /^(client\/|server\/(contract|domain)\/|preact|@preact\/signals|echarts\/|fraction\.js$)/,
    ],
    ['a migration never depends on the program as it is today', /^migrations\//, /^(migrations\/|kysely)/],
    ['rows: contract, domain, database, kysely', /^server\/.*\/rows\.ts$/, /^(server\/(contract|domain|db)\/|kysely$)/],
    [
      'the database layer: itself, words of the domain, migrations',
      /^server\/db\//,
      /^(server\/(db|domain)\/|migrations\/index\.ts|kysely|better-sqlite3$|pg$|node:)/,
    ],
  ])('%s', (_law, file, allowed) => {
    expect(
      from(file)
        .filter(({ of }) => !allowed.test(of))
        .map(describeImport),
    ).toEqual([])
  })

  it('the client takes types only from the contract, so that no zod reaches the browser', () => {
    const taken = from(/^client\//).filter(({ of, typeOnly }) => of.startsWith('server/contract/') && !typeOnly)
    expect(taken.map(describeImport)).toEqual([])
  })

  it('queries know nothing of routes, and no feature of the routes of another', () => {
    const routes = from(/^server\/.*\/[a-z-]+\.ts$/).filter(({ of }) => of.endsWith('/routes.ts'))
    expect(routes.map(describeImport)).toEqual([])
  })

  it('no file imports itself in a circle, types aside', () => {
    const edges = Map.groupBy(
      IMPORTS.filter(({ typeOnly }) => !typeOnly),
      ({ file }) => file,
    )
    const done = new Set<string>()
    const visit = (file: string, trail: readonly string[]): void => {
      expect(trail, `circle over ${file}`).not.toContain(file)
      if (done.has(file)) return
      for (const { of } of edges.get(file) ?? []) visit(of, [...trail, file])
      done.add(file)
    }
    for (const file of FILES) visit(file, [])
  })
})

/** Secrets, what passes, and what follows from the rest: none of it is in the log. */
const PASSING = [
  'server/accounts/limits.ts',
  'server/accounts/secrets.ts',
  'server/accounts/sessions.ts',
  'server/db/once.ts',
  'server/imports/kept.ts',
  'server/observations/current-figures.ts',
  'server/snapshots/job.ts',
  'server/turn.ts',
]

describe('each thing in its one place', () => {
  const filesWith = (pattern: RegExp, text: RegExp): string[] =>
    FILES.filter((file) => pattern.test(file) && text.test(sourceOf(file)))

  it('settings are read by the configuration, which main and demo hand the environment', () => {
    expect(filesWith(/^(server|client|migrations|seeds)\//, /process\.env/)).toEqual(['server/main.ts'])
  })

  it('only main ends the process', () => {
    expect(filesWith(/^(server|seeds|migrations)\//, /process\.exit\b(?!Code)/)).toEqual(['server/main.ts'])
  })

  it('the client asks the server from one file', () => {
    expect(filesWith(/^client\//, /\bfetch\(/)).toEqual(['client/api.ts'])
  })

  it('one file loads ECharts', () => {
    expect(
      from(/^client\//)
        .filter(({ of, typeOnly }) => of.startsWith('echarts') && !typeOnly)
        .map(({ file }) => file),
    ).toSatisfy((files: string[]) => new Set(files).size <= 1)
  })

  it('one file writes spreadsheets', () => {
    expect(new Set(IMPORTS.filter(({ of }) => of.startsWith('hucre')).map(({ file }) => file))).toEqual(
      new Set(['server/imports/write-spreadsheet.ts']),
    )
  })

  it('rows are written by the changes of the audit log only', () => {
    const writers = filesWith(/^(server|seeds|scripts)\//, /\.insertInto\(/).filter((file) => !PASSING.includes(file))
    expect(writers.toSorted()).toEqual([
      'server/accounts/rows.ts',
      'server/audit/record.ts',
      'server/audit/replay.ts',
      'server/composite/rows.ts',
      'server/observations/rows.ts',
      'server/plans/rows.ts',
      'server/rounds/rows.ts',
      'server/snapshots/rows.ts',
      'server/targets/rows.ts',
    ])
  })

  it('only sessions, limits and what is thrown away are ever updated or deleted', () => {
    const writers = filesWith(/^(server|seeds|scripts)\//, /\.(updateTable|deleteFrom|mergeInto|replaceInto)\(/)
    expect(writers.filter((file) => !PASSING.includes(file))).toEqual([])
  })
})

describe('both engines', () => {
  const TESTS = globSync('tests/**/*.ts', { cwd: ROOT }).filter((file) => !file.startsWith('tests/helpers/'))

  it('a test that opens a database of one of them alone ends its name with (sqlite) or (postgres)', () => {
    expect(TESTS.length).toBeGreaterThan(150)
    for (const engine of ['sqlite', 'postgres']) {
      const opened = new RegExp(`\\b(openDatabase|databaseOfTest|shared)\\(\\s*'${engine}'`)
      const alone = TESTS.filter((file) => opened.test(sourceOf(file)))
      expect(alone.filter((file) => !new RegExp(`\\(${engine}\\)[\`']`).test(sourceOf(file)))).toEqual([])
    }
  })
})

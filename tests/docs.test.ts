import { existsSync, globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { AUDIT_COLUMNS } from '../server/audit/csv.ts'
import { DERIVED_TABLES, UNLOGGED_TABLES } from '../server/audit/logged-tables.ts'
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

/** For whoever runs it, in two languages. */
const OPERATIONS = ['docs/operations.md', 'docs/operations.zh-CN.md'] as const
const SECTIONS = {
  'Installing without the internet': '不连互联网的安装',
  'As a service of the machine': '作为系统服务',
  'In a container': '用容器',
  Databases: '数据库',
  Sizes: '规模与配置',
  Settings: '设置',
  'The first administrator': '首位管理员',
  'Who may do what': '谁能做什么',
  'Passwords and sessions': '密码与登录',
  'The reporting year': '填报年度',
  'Reading the audit log': '查阅操作日志',
  'In front of it': '前面的代理',
  'Several servers': '多台服务器',
  'Watching it': '监测',
  'What is checked at start and after': '启动时和启动后的核对',
  'The signed end of the audit log': '操作日志末尾的签名',
  'Snapshots and what they are checked with': '数据快照与核对',
  'Backup and restore': '备份与恢复',
  Upgrading: '升级',
  'Moving to another database': '换到另一种数据库',
  'When a start is refused': '拒绝启动时',
}

const settingsRead = (): string[] =>
  [...read('server/config.ts').matchAll(/^ {2}([A-Z_]{3,}):/gm)].map(([, name = '']) => name)

/** The sections of a paper, each with how many rows its tables have and what it says to type, without comments. */
function sectionsOf(file: string): { head: string; rows: number; typed: string[] }[] {
  const [, ...sections] = read(file).split(/^## /m)
  return sections.map((section) => ({
    head: section.slice(0, section.indexOf('\n')),
    rows: [...section.matchAll(/^\|/gm)].length,
    typed: [...section.matchAll(/^```[a-z]+\n([\s\S]*?)^```$/gm)].map(([, block = '']) => withoutComments(block)),
  }))
}

const withoutComments = (block: string): string =>
  block
    .split('\n')
    .map((line) => line.replace(/(^|\s+)#.*$/, ''))
    .filter((line) => line !== '')
    .join('\n')

/** As a head is named in an address. */
const anchorOf = (head: string): string =>
  head
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-')

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
    const settings = settingsRead()
    expect(settings.length).toBeGreaterThan(4)
    for (const paper of OPERATIONS) {
      for (const name of settings) expect(read(paper), `${name} in ${paper}`).toContain(`\`${name}\``)
    }
  })

  it('have a line for every setting in the file for the service, but for the folder, which the units name', () => {
    const lines = read('docs/deploy/tanbiao.env').split('\n')
    for (const name of settingsRead().filter((one) => one !== 'DATA_DIR')) {
      expect(
        lines.filter((line) => line.replace(/^#/, '').startsWith(`${name}=`)),
        name,
      ).toHaveLength(1)
    }
  })

  it('name every number that /metrics tells', () => {
    const told = globSync('server/metrics/*.ts', { cwd: ROOT }).map(read).join('\n')
    const names = [...told.matchAll(/'((?:tanbiao|process|nodejs)_[a-z0-9_]+)'/g)].map(([, name = '']) => name)
    expect(names.length).toBeGreaterThan(20)
    for (const paper of OPERATIONS) {
      for (const name of names) expect(read(paper), `${name} in ${paper}`).toContain(`\`${name}\``)
    }
  })

  it('name every table that the log does not hold', () => {
    const tables = [...Object.keys(UNLOGGED_TABLES), ...Object.keys(DERIVED_TABLES)]
    for (const paper of OPERATIONS) {
      for (const table of tables) expect(read(paper), `${table} in ${paper}`).toContain(`\`${table}\``)
    }
  })

  it('say the same to whoever runs it in both languages: sections, rows of tables, what is typed', () => {
    const [english, chinese] = OPERATIONS.map(sectionsOf)
    expect(english?.map(({ head }) => head)).toEqual(Object.keys(SECTIONS))
    expect(chinese?.map(({ head }) => head)).toEqual(Object.values(SECTIONS))
    for (const [index, { head, rows, typed }] of (english ?? []).entries()) {
      expect(chinese?.[index], head).toMatchObject({ rows, typed })
    }
  })

  it.each(OPERATIONS)('%s links to its own sections', (file) => {
    const anchors = sectionsOf(file).map(({ head }) => anchorOf(head))
    const links = [...read(file).matchAll(/\]\(#([^)]+)\)/g)].map(([, link = '']) => link)
    expect(links.length).toBeGreaterThan(10)
    expect(links.filter((link) => !anchors.includes(link))).toEqual([])
  })

  it('name every npm script', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }
    for (const name of Object.keys(scripts)) {
      const call = name === 'test' || name === 'start' ? `npm ${name}` : `npm run ${name}`
      expect(read('CONTRIBUTING.md'), name).toContain(call)
    }
  })
})

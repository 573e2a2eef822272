import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it, onTestFinished } from 'vitest'
import { type BrowserTest, openBrowserTest } from '../helpers/browser.ts'
import { brotliOf, builtFiles, firstView, weightOf } from '../helpers/page-weight.ts'

// What the pages may weigh, in brotli. Another file in the first view is not forbidden; a heavier first view is.

const KB = 1024
const SCRIPT = 35 * KB
const CHARTS = 200 * KB
const STYLES = 20 * KB

/** What there is room for is worth knowing before it is gone. */
const tell = (what: string, bytes: number): void => console.log(`${what}: ${(bytes / KB).toFixed(1)} KB of brotli`)

describe('the built pages', () => {
  const pagesDir = inject('pagesDir')
  const textOf = (file: string): string => readFileSync(path.join(pagesDir, file), 'utf8')
  const stylesheets = builtFiles(pagesDir).filter((file) => file.endsWith('.css'))

  it('begin with at most 35 KB of script', () => {
    const { scripts } = firstView(pagesDir)
    expect(scripts.length).toBeGreaterThan(0)
    expect(weightOf(pagesDir, scripts), scripts.join(', ')).toBeLessThanOrEqual(SCRIPT)
  })

  it('begin with at most 20 KB of styles', () => {
    const { styles } = firstView(pagesDir)
    expect(styles.length).toBeGreaterThan(0)
    tell('styles of the first view', weightOf(pagesDir, styles))
    tell('styles of all pages together', weightOf(pagesDir, stylesheets))
    expect(weightOf(pagesDir, styles), styles.join(', ')).toBeLessThanOrEqual(STYLES)
  })

  it('begin without the chart library', () => {
    const charting = (file: string): boolean => textOf(file).includes('zrender') || textOf(file).includes('echarts')
    expect(builtFiles(pagesDir).filter((file) => file.endsWith('.js') && charting(file)).length).toBeGreaterThan(0)
    expect(firstView(pagesDir).scripts.filter((file) => textOf(file).includes('zrender'))).toEqual([])
  })

  it('bring no fonts', () => {
    expect(builtFiles(pagesDir).filter((file) => /\.(woff2?|ttf|otf|eot)$/.test(file))).toEqual([])
    expect(stylesheets.filter((file) => /@font-face|@import/.test(textOf(file)))).toEqual([])
  })
})

describe('what a browser loads', () => {
  let test: BrowserTest
  beforeAll(async () => {
    test = await openBrowserTest()
  })
  afterAll(async () => await test.close())

  /** The files of the pages that a new visitor's browser asks for, up to the moment in which `shown` is there. */
  async function loaded(url: string, shown: string): Promise<{ scripts: string[]; styles: string[]; fonts: string[] }> {
    const context = await test.browser.newContext({ viewport: { width: 1440, height: 900 } })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    const asked: { kind: string; file: string }[] = []
    page.on('request', (request) =>
      asked.push({ kind: request.resourceType(), file: new URL(request.url()).pathname.slice(1) }),
    )
    await page.goto(`${test.address}${url}`, { waitUntil: 'networkidle' })
    await page.locator(shown).first().waitFor()
    const of = (kind: string): string[] => asked.filter((one) => one.kind === kind).map(({ file }) => file)
    return { scripts: of('script'), styles: of('stylesheet'), fonts: of('font') }
  }

  it('of the overview is within the budgets, with all that comes after its first paint', async () => {
    const { scripts, styles, fonts } = await loaded('/', 'main table')
    expect(scripts.length).toBeGreaterThan(0)
    tell('script of the overview', weightOf(inject('pagesDir'), scripts))
    expect(weightOf(inject('pagesDir'), scripts), scripts.join(', ')).toBeLessThanOrEqual(SCRIPT)
    expect(weightOf(inject('pagesDir'), styles), styles.join(', ')).toBeLessThanOrEqual(STYLES)
    expect(fonts).toEqual([])
  })

  it('for a chart is at most 200 KB of script more', async () => {
    const overview = new Set((await loaded('/', 'main table')).scripts)
    const target = await loaded('/targets/qh-stip-145-rd-intensity', 'main svg path')
    const more = target.scripts.filter((file) => !overview.has(file))
    tell('script that a chart takes beside it', weightOf(inject('pagesDir'), more))
    expect(more.some((file) => file.includes('echarts'))).toBe(true)
    expect(weightOf(inject('pagesDir'), more), more.join(', ')).toBeLessThanOrEqual(CHARTS)
    expect(target.fonts).toEqual([])
  })
})

describe('weighing pages', () => {
  it('counts what the first page names and imports at once, each once, and not what comes later', () => {
    const pagesDir = mkdtempSync(path.join(tmpdir(), 'tanbiao-weighed-'))
    onTestFinished(() => rmSync(pagesDir, { recursive: true, force: true }))
    mkdirSync(path.join(pagesDir, 'assets'))
    const write = (file: string, text: string): void => writeFileSync(path.join(pagesDir, file), text)
    write(
      'index.html',
      `<script type="module" crossorigin src="/assets/a.js"></script><link rel="modulepreload" crossorigin href="/assets/b.js"><link rel="stylesheet" href="/assets/a.css">`,
    )
    write(
      'assets/a.js',
      `import{x as e,y as $t}from"./b.js";import"./c.js";var l=()=>import("./later.js");export{e}from"./d.js"`,
    )
    write('assets/b.js', `import z from"./a.js";export const x=1`)
    for (const name of ['c', 'd', 'later']) write(`assets/${name}.js`, `export const ${name}="import './nothing.js'"`)
    write('assets/a.css', 'a{color:red}')
    write('assets/later.css', 'b{color:red}')
    const { scripts, styles } = firstView(pagesDir)
    expect(scripts.toSorted()).toEqual(['assets/a.js', 'assets/b.js', 'assets/c.js', 'assets/d.js'])
    expect(styles).toEqual(['assets/a.css'])
    expect(weightOf(pagesDir, ['assets/a.css', 'assets/a.css'])).toBe(brotliOf('a{color:red}'))
  })
})

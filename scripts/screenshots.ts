import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { DEMO_PASSWORD } from '../seeds/demo-accounts.ts'
import { loadDemo } from '../seeds/load-demo.ts'
import { buildApp } from '../server/app.ts'
import { connectSqlite } from '../server/db/connect.ts'
import { migrateToLatest } from '../server/db/migrate.ts'
import { keepSigned } from '../tests/helpers/snapshots.ts'
import { startChromium } from './chromium.ts'
import { faultsOf } from './page-faults.ts'
import { SHOWN_PAGES } from './shown-pages.ts'
import { makeShownSnapshots } from './shown-snapshots.ts'

// The demo as it looks on a fixed day: the pictures of the README, or, with the word `every`, each page at four widths,
// light and dark, in both languages, with an index to look through and what is seen to be wrong.

const ROOT = path.resolve(import.meta.dirname, '..')
const DAY = new Date('2026-06-30T04:00:00.000Z')
const HEIGHT_PX = 900

/** A page as someone sees it, and the pictures that are taken of it, by their width. */
interface View {
  url: string
  username?: string | undefined
  theme: 'light' | 'dark'
  /** The whole page, not only what is seen without scrolling. */
  whole: boolean
  files: readonly { file: string; width: number }[]
}

const README: readonly [string, string][] = [
  ['overview', '/'],
  ['target', '/targets/cn-carbon-2022-2030-co2-capture-energy?milestone=2030'],
  ['compare', '/compare?region=63'],
]
const LANGUAGES = ['zh', 'en'] as const
const WIDTHS_PX = [360, 768, 1440, 1920]
const THEMES = ['light', 'dark'] as const
/** A chart is drawn anew after its box has got another size. */
const REDRAWN_MS = 200

const inLanguage = (url: string, language: string): string => `${url}${url.includes('?') ? '&' : '?'}lang=${language}`

const readmeViews = (): View[] =>
  README.flatMap(([name, url]) =>
    LANGUAGES.map((language) => ({
      url: inLanguage(url, language),
      theme: 'light' as const,
      whole: false,
      files: [{ file: `${name}-${language}.png`, width: 1440 }],
    })),
  )

/** Each page, or those whose name contains the word that was given. */
const everyView = (word: string): View[] =>
  SHOWN_PAGES.filter(({ name }) => name.includes(word)).flatMap(({ name, url, username }) =>
    LANGUAGES.flatMap((language) =>
      THEMES.map((theme) => ({
        url: inLanguage(url, language),
        username,
        theme,
        whole: true,
        files: WIDTHS_PX.map((width) => ({ file: `${name}-${width}-${theme}-${language}.png`, width })),
      })),
    ),
  )

/** Takes the pictures of a view; answers what is seen to be wrong on them. */
async function take(browser: Browser, address: string, folder: string, view: View): Promise<string[]> {
  const { url, username, theme, whole, files } = view
  const [first] = files
  const page = await browser.newPage({
    viewport: { width: first?.width ?? 1440, height: HEIGHT_PX },
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  if (username !== undefined) {
    await page.request.post(`${address}/api/session`, { data: { username, password: DEMO_PASSWORD } })
  }
  await page.goto(`${address}${url}`, { waitUntil: 'networkidle' })
  const faults: string[] = []
  for (const { file, width } of files) {
    await page.setViewportSize({ width, height: HEIGHT_PX })
    await page.waitForTimeout(REDRAWN_MS)
    await page.screenshot({ path: path.join(folder, file), fullPage: whole })
    faults.push(...(await faultsOf(page)).map((fault) => `${file}: ${fault}`))
  }
  await page.context().close()
  return faults
}

const toIndex = (files: readonly string[]): string =>
  `<!doctype html><meta charset="utf-8"><title>Tanbiao</title><style>body{font:14px sans-serif;display:flex;flex-wrap:wrap;gap:16px;align-items:start}figure{margin:0}img{max-width:460px;border:1px solid #999}</style>${files
    .map((file) => `<figure><figcaption>${file}</figcaption><img loading="lazy" src="${file}" alt=""></figure>`)
    .join('\n')}`

const [what, word = ''] = process.argv.slice(2)
const every = what === 'every'
const folder = path.join(ROOT, every ? 'data/screenshots' : 'docs/pictures')
const views = every ? everyView(word) : readmeViews()
const pictures = views.flatMap(({ files }) => files.map(({ file }) => file))

await build({ configFile: path.join(ROOT, 'vite.config.ts'), logLevel: 'error' })
const db = connectSqlite(':memory:')
await migrateToLatest(db)
await loadDemo(db, DAY)
const clock = (): Date => DAY
const signed = await keepSigned(db, clock)
await makeShownSnapshots(db, signed.snapshots, clock)
const { head, snapshots } = signed
const pagesDir = path.join(ROOT, 'dist')
const app = await buildApp({ db, clock, head, snapshots, mode: 'demo', publicRead: true, pagesDir })
const address = await app.listen({ host: '127.0.0.1', port: 0 })
const browser = await startChromium()
mkdirSync(folder, { recursive: true })
const faults: string[] = []
for (const [index, view] of views.entries()) {
  const found = await take(browser, address, folder, view)
  faults.push(...found)
  console.log(`${index + 1}/${views.length} ${view.url} ${view.theme}`)
  for (const fault of found) console.error(`  ${fault}`)
}
if (every) writeFileSync(path.join(folder, 'index.html'), toIndex(pictures))
await browser.close()
await app.close()
await signed.remove()
await db.destroy()
console.log(`${pictures.length} pictures in ${path.relative(ROOT, folder)}, ${faults.length} faults seen`)
process.exitCode = faults.length > 0 ? 1 : 0

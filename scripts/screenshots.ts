import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { build } from 'vite'
import { DEMO_PASSWORD } from '../seeds/demo-accounts.ts'
import { loadDemo } from '../seeds/load-demo.ts'
import { buildApp } from '../server/app.ts'
import { connectSqlite } from '../server/db/connect.ts'
import { migrateToLatest } from '../server/db/migrate.ts'
import { startChromium } from './chromium.ts'
import { faultsOf } from './page-faults.ts'
import { SHOWN_PAGES } from './shown-pages.ts'

// The demo as it looks on a fixed day: the pictures of the README, or, with the word `every`, each page at four widths,
// light and dark, in both languages, with an index to look through and what is seen to be wrong.

const ROOT = path.resolve(import.meta.dirname, '..')
const DAY = new Date('2026-06-30T04:00:00.000Z')
const HEIGHT_PX = 900

interface Shot {
  file: string
  url: string
  username?: string | undefined
  width: number
  theme: 'light' | 'dark'
  whole: boolean
}

const README: readonly [string, string][] = [
  ['overview', '/'],
  ['target', '/targets/cn-carbon-2022-2030-co2-capture-energy?milestone=2030'],
  ['compare', '/compare?region=63'],
]
const LANGUAGES = ['zh', 'en'] as const
const WIDTHS_PX = [360, 768, 1440, 1920]
const THEMES = ['light', 'dark'] as const

const inLanguage = (url: string, language: string): string => `${url}${url.includes('?') ? '&' : '?'}lang=${language}`

const readmeShots = (): Shot[] =>
  README.flatMap(([name, url]) =>
    LANGUAGES.map((language) => ({
      file: `${name}-${language}.png`,
      url: inLanguage(url, language),
      width: 1440,
      theme: 'light' as const,
      whole: false,
    })),
  )

/** Each page, or those whose name contains the word that was given. */
const everyShot = (word: string): Shot[] =>
  SHOWN_PAGES.filter(({ name }) => name.includes(word)).flatMap(({ name, url, username }) =>
    LANGUAGES.flatMap((language) =>
      THEMES.flatMap((theme) =>
        WIDTHS_PX.map((width) => ({
          file: `${name}-${width}-${theme}-${language}.png`,
          url: inLanguage(url, language),
          username,
          width,
          theme,
          whole: true,
        })),
      ),
    ),
  )

/** Takes a picture; answers what is seen to be wrong on it. */
async function take(browser: Browser, address: string, folder: string, shot: Shot): Promise<string[]> {
  const { file, url, username, width, theme, whole } = shot
  const page = await browser.newPage({
    viewport: { width, height: HEIGHT_PX },
    colorScheme: theme,
    reducedMotion: 'reduce',
  })
  if (username !== undefined) {
    await page.request.post(`${address}/api/session`, { data: { username, password: DEMO_PASSWORD } })
  }
  await page.goto(`${address}${url}`, { waitUntil: 'networkidle' })
  await page.screenshot({ path: path.join(folder, file), fullPage: whole })
  const faults = await faultsOf(page)
  await page.context().close()
  return faults.map((fault) => `${file}: ${fault}`)
}

const toIndex = (shots: readonly Shot[]): string =>
  `<!doctype html><meta charset="utf-8"><title>Tanbiao</title><style>body{font:14px sans-serif;display:flex;flex-wrap:wrap;gap:16px;align-items:start}figure{margin:0}img{max-width:460px;border:1px solid #999}</style>${shots
    .map(({ file }) => `<figure><figcaption>${file}</figcaption><img loading="lazy" src="${file}" alt=""></figure>`)
    .join('\n')}`

const [what, word = ''] = process.argv.slice(2)
const every = what === 'every'
const folder = path.join(ROOT, every ? 'data/screenshots' : 'docs/pictures')
const shots = every ? everyShot(word) : readmeShots()

await build({ configFile: path.join(ROOT, 'vite.config.ts'), logLevel: 'error' })
const db = connectSqlite(':memory:')
await migrateToLatest(db)
await loadDemo(db, DAY)
const app = await buildApp({ db, clock: () => DAY, mode: 'demo', publicRead: true, pagesDir: path.join(ROOT, 'dist') })
const address = await app.listen({ host: '127.0.0.1', port: 0 })
const browser = await startChromium()
mkdirSync(folder, { recursive: true })
const faults: string[] = []
for (const [index, shot] of shots.entries()) {
  const found = await take(browser, address, folder, shot)
  faults.push(...found)
  console.log(`${index + 1}/${shots.length} ${shot.file}${found.length > 0 ? ` – ${found.length} faults` : ''}`)
}
if (every) writeFileSync(path.join(folder, 'index.html'), toIndex(shots))
await browser.close()
await app.close()
await db.destroy()
for (const fault of faults) console.error(fault)
console.log(`${shots.length} pictures in ${path.relative(ROOT, folder)}, ${faults.length} faults seen`)
process.exitCode = faults.length > 0 ? 1 : 0

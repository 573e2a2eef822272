import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { build } from 'vite'
import { DEMO_PASSWORD } from '../seeds/demo-accounts.ts'
import { loadDemo } from '../seeds/load-demo.ts'
import { buildApp } from '../server/app.ts'
import { connectSqlite } from '../server/db/connect.ts'
import { migrateToLatest } from '../server/db/migrate.ts'
import { startChromium } from './chromium.ts'

// Makes the pictures of the README: the demo as it looks on a fixed day.

const ROOT = path.resolve(import.meta.dirname, '..')
const FOLDER = path.join(ROOT, 'docs/pictures')
const DAY = new Date('2026-06-30T04:00:00.000Z')

const PICTURES: { name: string; url: string; username?: string }[] = [
  { name: 'overview-zh', url: '/' },
  { name: 'overview-en', url: '/?lang=en' },
  { name: 'target-zh', url: '/targets/cn-carbon-2022-2030-co2-capture-energy?milestone=2030' },
  { name: 'target-en', url: '/targets/cn-carbon-2022-2030-co2-capture-energy?milestone=2030&lang=en' },
  { name: 'entry-zh', url: '/entry/63/2025', username: 'qh-reporter' },
  { name: 'entry-en', url: '/entry/63/2025?lang=en', username: 'qh-reporter' },
]

await build({ configFile: path.join(ROOT, 'vite.config.ts'), logLevel: 'error' })
const db = connectSqlite(':memory:')
await migrateToLatest(db)
await loadDemo(db, DAY)
const app = await buildApp({ db, clock: () => DAY, mode: 'demo', publicRead: true, pagesDir: path.join(ROOT, 'dist') })
const address = await app.listen({ host: '127.0.0.1', port: 0 })
const browser = await startChromium()
mkdirSync(FOLDER, { recursive: true })
for (const { name, url, username } of PICTURES) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
  if (username !== undefined) {
    await page.request.post(`${address}/api/session`, { data: { username, password: DEMO_PASSWORD } })
  }
  await page.goto(`${address}${url}`, { waitUntil: 'networkidle' })
  await page.screenshot({ path: path.join(FOLDER, `${name}.png`) })
  await page.close()
  console.log(`docs/pictures/${name}.png`)
}
await browser.close()
await app.close()
await db.destroy()

import { existsSync } from 'node:fs'
import path from 'node:path'
import { loadPlans } from '../seeds/load.ts'
import { buildApp } from './app.ts'
import { readConfig } from './config.ts'
import { serve } from './serve.ts'
import { openDatabase } from './start.ts'

const PAGES = path.resolve(import.meta.dirname, '../dist')

try {
  const config = readConfig(process.env, { dataDir: 'data/tanbiao' })
  if (!existsSync(path.join(PAGES, 'index.html'))) throw new Error('The pages are not built. Run: npm run build')
  const db = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir })
  await loadPlans(db, new Date())
  const { logLevel, trustProxy, publicRead, passwordPolicy } = config
  const app = await buildApp({ db, logLevel, trustProxy, publicRead, passwordPolicy, pagesDir: PAGES })
  const address = await serve(app, db, config)
  console.log(`碳标 Tanbiao: ${address}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

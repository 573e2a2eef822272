import { existsSync } from 'node:fs'
import path from 'node:path'
import { loadPlans } from '../seeds/load.ts'
import { openHead } from './audit/head-keeper.ts'
import { inviteFirstAdministrator } from './accounts/first-administrator.ts'
import { buildApp } from './app.ts'
import { readConfig } from './config.ts'
import { remindEveryHour } from './reminders/schedule.ts'
import { serve } from './serve.ts'
import { openSnapshots } from './snapshots/keeper.ts'
import { snapshotEveryYear } from './snapshots/schedule.ts'
import { openDatabase } from './start.ts'

const PAGES = path.resolve(import.meta.dirname, '../dist')

try {
  const config = readConfig(process.env, { dataDir: 'data/tanbiao' })
  if (!existsSync(path.join(PAGES, 'index.html'))) throw new Error('The pages are not built. Run: npm run build')
  const db = await openDatabase({
    url: config.databaseUrl,
    replicaUrl: config.replicaUrl,
    dataDir: config.dataDir,
  })
  await loadPlans(db, new Date())
  const head = await openHead(db, config.dataDir)
  const snapshots = await openSnapshots(db, config.dataDir, head)
  const { logLevel, trustProxy, publicRead, passwordPolicy, metricsFrom } = config
  const app = await buildApp({
    ...{ db, head, snapshots, logLevel, trustProxy, publicRead, passwordPolicy, metricsFrom },
    pagesDir: PAGES,
  })
  if (config.mail !== undefined) remindEveryHour(app, db, config.mail)
  snapshotEveryYear(app, db, snapshots)
  const address = await serve(app, db, config, head)
  const link = await inviteFirstAdministrator(db, new Date())
  // In one piece, and nowhere else: whoever reads the log of the requests must not find the link.
  console.log(`碳标 Tanbiao: ${address}${link === undefined ? '' : invitation(config.publicUrl ?? address, link)}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

function invitation(site: string, { username, path }: { username: string; path: string }): string {
  return `
  首位管理员请在 7 天内打开这个链接设定密码；用户名 ${username}，链接只能用一次，下次启动会给新的。
  The first administrator sets a password at this link within 7 days; user name ${username}. It works once, and the next start gives another.
  ${site}${path}`
}

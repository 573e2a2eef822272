import { existsSync } from 'node:fs'
import path from 'node:path'
import { loadPlans } from '../seeds/load.ts'
import { openHead } from './audit/head-keeper.ts'
import { auditFolder } from './audit/keys.ts'
import { prepareLaterCheck } from './audit/later-check.ts'
import { inviteFirstAdministrator } from './accounts/first-administrator.ts'
import { buildApp } from './app.ts'
import { readConfig } from './config.ts'
import { openExporter } from './exports/exporter.ts'
import { giveBackAfterStart } from './idle-memory.ts'
import { serve } from './serve.ts'
import { openSnapshots } from './snapshots/keeper.ts'
import { snapshotEveryYear } from './snapshots/schedule.ts'
import { openSoon } from './start.ts'

const PAGES = path.resolve(import.meta.dirname, '../dist')

try {
  const config = readConfig(process.env, { dataDir: 'data/tanbiao' })
  if (!existsSync(path.join(PAGES, 'index.html'))) throw new Error('The pages are not built. Run: npm run build')
  const place = { url: config.databaseUrl, dataDir: config.dataDir }
  const addresses = { ...place, replicaUrl: config.replicaUrl }
  const { db, lines, unread } = await openSoon(addresses, config.startCheckLines)
  const check = prepareLaterCheck({ place, upTo: unread }, lines, auditFolder(config.dataDir))
  await loadPlans(db, new Date())
  const head = await openHead(db, config.dataDir)
  const snapshots = await openSnapshots(db, config.dataDir, head)
  const { logLevel, trustProxy, publicRead, passwordPolicy, metricsFrom } = config
  const exporter = openExporter(addresses)
  const app = await buildApp({
    ...{ db, head, check, snapshots, exporter, logLevel, trustProxy, publicRead, passwordPolicy, metricsFrom },
    pagesDir: PAGES,
  })
  if (config.mail !== undefined) {
    const { remindEveryHour } = await import('./reminders/schedule.ts')
    remindEveryHour(app, db, config.mail)
  }
  snapshotEveryYear(app, db, snapshots)
  giveBackAfterStart(app)
  const { address, stop } = await serve(app, db, config, head)
  const link = await inviteFirstAdministrator(db, new Date())
  // In one piece, and nowhere else: whoever reads the log of the requests must not find the link.
  console.log(`碳标 Tanbiao: ${address}${link === undefined ? '' : invitation(config.publicUrl ?? address, link)}`)
  check.begin({
    onWhole: () =>
      app.log.info({ lines }, 'the audit log is whole from its first line on, and so is the database file'),
    onLeft: () => app.log.info('another process checks the rest of the audit log'),
    onFailed: (why) => app.log.error({ why }, 'the rest of the audit log could not be checked'),
    onBroken: (sentence) => {
      app.log.fatal(`${sentence} The service stops.`)
      process.exitCode = 1
      void stop()
    },
  })
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

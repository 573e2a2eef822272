import path from 'node:path'
import type { Kysely } from 'kysely'
import { build } from 'vite'
import { DEMO_ACCOUNTS, DEMO_PASSWORD } from '../seeds/demo-accounts.ts'
import { loadDemo } from '../seeds/load-demo.ts'
import { regions } from '../seeds/regions.ts'
import { openHead } from '../server/audit/head-keeper.ts'
import { buildApp } from '../server/app.ts'
import { readConfig } from '../server/config.ts'
import { makeFolder } from '../server/db/folder.ts'
import type { Database } from '../server/db/schema.ts'
import { ROLE_LABELS } from '../server/domain/labels.ts'
import { explainTrouble } from '../server/db/trouble.ts'
import { serve } from '../server/serve.ts'
import { openSnapshots } from '../server/snapshots/keeper.ts'
import { openExporter } from '../server/exports/exporter.ts'
import { openDatabase } from '../server/start.ts'

const LOOPBACK = new Set(['127.0.0.1', '::1', 'localhost'])

/** Says what is being done, and at its end how long it took. */
async function step<Result>(what: string, work: () => Promise<Result>): Promise<Result> {
  process.stdout.write(`${what} …`)
  const start = performance.now()
  const result = await work().catch((error: unknown) => {
    process.stdout.write('\n')
    throw error
  })
  process.stdout.write(` ${((performance.now() - start) / 1000).toFixed(1)} s\n`)
  return result
}

function makeDataDir(dataDir: string): void {
  try {
    makeFolder(dataDir)
  } catch (error) {
    throw new Error(explainTrouble(error, { dataDir }), { cause: error })
  }
}

/** One line per account: its name, its role in both languages, its region. */
function accountTable(): string {
  const lines = DEMO_ACCOUNTS.map(({ username, role, regionCode }) => {
    const { 'zh-CN': zh, en } = ROLE_LABELS[role]
    const region = regions.find(({ code }) => code === regionCode)
    return `    ${username.padEnd(12)}  ${zh} ${en}${region === undefined ? '' : ` · ${region.nameZh} ${region.nameEn}`}`
  })
  return lines.join('\n')
}

let opened: Kysely<Database> | undefined
try {
  const config = readConfig(process.env, { dataDir: 'data/demo', logLevel: 'warn', publicRead: true })
  if (!LOOPBACK.has(config.host)) {
    throw new Error(
      `The demo shows invented figures and listens on this machine only; HOST=${config.host} is refused. For others to reach it use: npm start`,
    )
  }
  const root = path.resolve(import.meta.dirname, '..')
  makeDataDir(config.dataDir)
  // Beside the data, so that a demo and whatever else builds or serves the pages keep out of each other's way.
  const pagesDir = path.join(config.dataDir, 'pages')
  await step('Building the pages', () =>
    build({ configFile: path.join(root, 'vite.config.ts'), logLevel: 'error', build: { outDir: pagesDir } }),
  )
  const db = await step('Loading the five plans and the sample figures', async () => {
    opened = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir })
    await loadDemo(opened, new Date())
    return opened
  })
  const head = await openHead(db, config.dataDir)
  const snapshots = await openSnapshots(db, config.dataDir, head)
  const app = await buildApp({
    db,
    head,
    snapshots,
    exporter: openExporter({ url: config.databaseUrl, dataDir: config.dataDir }),
    logLevel: config.logLevel,
    trustProxy: config.trustProxy,
    metricsFrom: config.metricsFrom,
    mode: 'demo',
    publicRead: config.publicRead,
    passwordPolicy: config.passwordPolicy,
    pagesDir,
  })
  const { address } = await serve(app, db, config, head)
  console.log(`
碳标 Tanbiao  ${address}
  示例数据：除国家统计公报和方案载明的数值外，年度数据均为虚构，只用于演示。
  Sample figures: apart from published and printed ones, the yearly figures are invented, for demonstration only.
  登录账号，密码都是 ${DEMO_PASSWORD} / Accounts to sign in with, all with the password ${DEMO_PASSWORD}:
${accountTable()}
  Data in ${config.databaseUrl === undefined ? config.dataDir : 'the database of DATABASE_URL'}; delete it to start anew. Stop with Ctrl+C.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
  // Idle connections would keep the process for seconds.
  await opened?.destroy()
}

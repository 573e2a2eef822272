import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { findChromium, findNginx, findPostgresBin, hasChineseFont, hasSqliteProgram, hasUnzip } from './test-machine.ts'

// Before the tests: finds Chromium, a Chinese font, PostgreSQL and nginx, or installs them where that may be done (root on a
// Debian system), or says what to install.

interface Need {
  what: string
  package: string
  isMet: () => boolean
}

const NEEDS: Need[] = [
  { what: 'Chromium (or set CHROMIUM to a browser)', package: 'chromium', isMet: () => findChromium() !== undefined },
  { what: 'a Chinese font', package: 'fonts-noto-cjk', isMet: hasChineseFont },
  {
    what: "PostgreSQL's server binaries (or set POSTGRES_BIN to their folder)",
    package: 'postgresql-15',
    isMet: () => findPostgresBin() !== undefined,
  },
  { what: 'nginx (or set NGINX to it)', package: 'nginx-light', isMet: () => findNginx() !== undefined },
  { what: 'unzip', package: 'unzip', isMet: hasUnzip },
  { what: 'the program sqlite3', package: 'sqlite3', isMet: hasSqliteProgram },
]

const CLUSTER_SETTINGS = '/etc/postgresql-common/createcluster.d'

const missing = (): Need[] => NEEDS.filter((need) => !need.isMet())

async function install(packages: string[]): Promise<void> {
  console.log(`The tests need ${packages.join(', ')}: installing with apt-get, which takes a minute or two.`)
  // The tests start servers of their own; the package need not set one up for this machine.
  mkdirSync(CLUSTER_SETTINGS, { recursive: true })
  writeFileSync(path.join(CLUSTER_SETTINGS, 'tanbiao.conf'), 'create_main_cluster = false\n')
  await aptGet('update')
  // fontconfig has fc-list, by which the font is found.
  await aptGet('install', '-y', '--no-install-recommends', 'fontconfig', ...packages)
}

/** Runs apt-get with a dot every second; what it said is shown when it fails. */
async function aptGet(...words: string[]): Promise<void> {
  process.stdout.write(`> apt-get ${words.join(' ')} `)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const run = spawn('apt-get', ['-q', ...words], { stdio: ['ignore', 'pipe', 'pipe'], env: environment })
  let said = ''
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (chunk) => (said += String(chunk)))
  const dots = setInterval(() => process.stdout.write('.'), 1000)
  const [code] = (await once(run, 'close')) as [number | null]
  clearInterval(dots)
  process.stdout.write(code === 0 ? ' done\n' : ` failed\n${said}\n`)
}

const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
if (missing().length > 0 && mayInstall) await install(missing().map((need) => need.package))

const stillMissing = missing()
for (const need of stillMissing) {
  console.error(`The tests need ${need.what}. On Debian or Ubuntu: sudo apt-get install fontconfig ${need.package}`)
}
process.exitCode = stillMissing.length > 0 ? 1 : 0

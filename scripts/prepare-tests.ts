import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findChromium, findPostgresBin, hasChineseFont } from './test-machine.ts'

// Before the tests: finds Chromium, a Chinese font and PostgreSQL, or installs them where that may be done (root on a
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
]

const missing = (): Need[] => NEEDS.filter((need) => !need.isMet())

function install(packages: string[]): void {
  console.log(`The tests need ${packages.join(', ')}: installing with apt-get, which takes a minute or two.`)
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  for (const step of [
    ['update', '-qq'],
    // fontconfig has fc-list, by which the font is found.
    ['install', '-y', '--no-install-recommends', 'fontconfig', ...packages],
  ]) {
    console.log(`> apt-get ${step.join(' ')}`)
    spawnSync('apt-get', step, { stdio: 'inherit', env: environment })
  }
}

const mayInstall = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
if (missing().length > 0 && mayInstall) install(missing().map((need) => need.package))

const stillMissing = missing()
for (const need of stillMissing) {
  console.error(`The tests need ${need.what}. On Debian or Ubuntu: sudo apt-get install fontconfig ${need.package}`)
}
process.exitCode = stillMissing.length > 0 ? 1 : 0

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'

// What the tests need of the machine beyond npm, and where it is found.

const CHROMIUMS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
const POSTGRES_ROOT = '/usr/lib/postgresql'

/** The browser that the tests drive: `CHROMIUM`, or the first that is installed. */
export function findChromium(): string | undefined {
  return [process.env['CHROMIUM'], ...CHROMIUMS].find((file) => file !== undefined && existsSync(file))
}

/** The reverse proxy that the tests put in front: `NGINX`, or Debian's. */
export function findNginx(): string | undefined {
  return [process.env['NGINX'], '/usr/sbin/nginx'].find((file) => file !== undefined && existsSync(file))
}

/** The folder with `initdb` and `postgres` of the newest version: `POSTGRES_BIN`, or Debian's. */
export function findPostgresBin(): string | undefined {
  const versions = existsSync(POSTGRES_ROOT)
    ? readdirSync(POSTGRES_ROOT)
        .map(Number)
        .toSorted((a, b) => b - a)
    : []
  const folders = [process.env['POSTGRES_BIN'], ...versions.map((version) => `${POSTGRES_ROOT}/${version}/bin`)]
  return folders.find((folder) => folder !== undefined && existsSync(`${folder}/initdb`))
}

/** Whether what a snapshot is packed into can be unpacked as an auditor would. */
export const hasUnzip = (): boolean => spawnSync('unzip', ['-v']).status === 0

/** Whether some installed font has Chinese characters; without one, pages are measured with empty boxes in place of text. */
export function hasChineseFont(): boolean {
  try {
    return execFileSync('fc-list', [':lang=zh', 'family'], { encoding: 'utf8' }).trim() !== ''
  } catch {
    return false
  }
}

/** Whether the program with which the benchmark compares is there. */
export const hasSqliteProgram = (): boolean => spawnSync('sqlite3', ['-version']).status === 0

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/** A cell as a spreadsheet program made it of a CSV file. */
export interface MadeCell {
  /** `string`, `float`, `boolean` …; undefined where it is empty. */
  type: string | undefined
  /** The number of a `float`. */
  value: string | undefined
  /** A formula or a link: what acts when someone opens the file or clicks. */
  isLive: boolean
}

/** The version of LibreOffice that this machine has; undefined where it has none. */
export function findLibreOffice(): string | undefined {
  const { status, stdout } = spawnSync('soffice', ['--version'], { encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

/** As opened by a double click: comma, double quote, UTF-8, numbers known, formulas worked out; in Chinese. */
const OPENED = 'CSV:44,34,76,1,,2052,false,true,false'

/** The rows that LibreOffice makes of a CSV file. */
export function openCsv(csv: string): MadeCell[][] {
  const folder = mkdtempSync(path.join(tmpdir(), 'tanbiao-spreadsheet-'))
  try {
    const file = path.join(folder, 'text.csv')
    writeFileSync(file, csv)
    const profile = `-env:UserInstallation=${pathToFileURL(path.join(folder, 'profile')).href}`
    const convert = ['--headless', profile, `--infilter=${OPENED}`, '--convert-to', 'fods', '--outdir', folder, file]
    execFileSync('soffice', convert, { stdio: 'ignore', timeout: 300_000 })
    return readSheet(readFileSync(path.join(folder, 'text.fods'), 'utf8'))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The cells of the first sheet of a flat OpenDocument file, up to the last row that has something in it. */
export function readSheet(xml: string): MadeCell[][] {
  const table = /<table:table [^]*?<\/table:table>/.exec(xml)?.[0] ?? ''
  const rows = table.split('<table:table-row').slice(1).map(toCells)
  return rows.slice(0, rows.findLastIndex((cells) => cells.some(({ type }) => type !== undefined)) + 1)
}

function toCells(row: string): MadeCell[] {
  return row
    .split('<table:table-cell')
    .slice(1)
    .flatMap((cell) => {
      const head = cell.slice(0, cell.indexOf('>'))
      const of = (name: string): string | undefined => new RegExp(` ${name}="([^"]*)"`).exec(head)?.[1]
      const made = {
        type: of('office:value-type'),
        value: of('office:value'),
        isLive: of('table:formula') !== undefined || cell.includes('<text:a '),
      }
      return Array.from({ length: Math.min(Number(of('table:number-columns-repeated') ?? 1), 100) }, () => made)
    })
}

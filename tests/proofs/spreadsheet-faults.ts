import { csvHead } from '../../server/domain/csv.ts'
import { OBSERVATION_COLUMNS } from '../../server/observations/csv.ts'
import type { HostileRow } from './hostile-text.ts'
import type { MadeCell } from './spreadsheet-program.ts'

const NAMES = OBSERVATION_COLUMNS.map(({ name }) => name)

/** What is wrong with what a spreadsheet program made of `observations.csv`, row by row of what it was made from. */
export function faultsOfFigures(made: readonly MadeCell[][], rows: readonly HostileRow[]): string[] {
  const faults = made.length === rows.length + 1 ? [] : [`${made.length} rows of ${rows.length} and a head`]
  const at = (cells: readonly MadeCell[], name: string): MadeCell | undefined => cells[NAMES.indexOf(name)]
  for (const [index, row] of rows.entries()) {
    const cells = made[index + 1] ?? []
    const figure = at(cells, 'value')
    if (figure?.type !== 'float' || Number(figure.value) !== Number(row.value)) faults.push(told(figure, row.value))
    for (const name of ['source', 'note'] as const) {
      if (at(cells, name)?.type !== 'string') faults.push(told(at(cells, name), row[name]))
    }
  }
  return [...faults, ...liveCells(made)]
}

/** The cells of any file that act. */
export const liveCells = (made: readonly MadeCell[][]): string[] =>
  made.flatMap((cells, row) =>
    cells.flatMap(({ isLive }, column) => (isLive ? [`row ${row + 1}, column ${column + 1} is live`] : [])),
  )

const told = (cell: MadeCell | undefined, text: string): string => JSON.stringify({ made: cell ?? null, of: text })

/** Several exported files as one: the first with its head, the others without. */
export const joined = (files: readonly string[]): string =>
  files
    .map((csv, index) => (index === 0 ? csv : csv.replace(/^\uFEFF/, '').slice(csvHead(OBSERVATION_COLUMNS).length)))
    .join('')

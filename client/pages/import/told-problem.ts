import type { ImportPreview } from '../../../server/contract/import.ts'

type Problem = ImportPreview['problems'][number]

/** A problem as a row of a table: where it is, apart from what it is. */
export interface ToldProblem {
  row: number | null
  column: string | null
  /** What the column is called in the file; empty where that is not told. */
  header: string
  message: string
}

const PLACE =
  /^(?:第 [0-9]+ 行|Row [0-9]+)(?:(?: |, column )[A-Z]+(?: 列)?(?:（(.*?)）(?=：)| \((.*?)\)(?=:))?)?(?:：|: )/

/** The sentence of the server begins with the place, for those who have no table. */
export function toToldProblem({ row, column, message }: Problem): ToldProblem {
  const place = PLACE.exec(message)
  const header = place?.[1] ?? place?.[2] ?? ''
  return { row, column, header, message: place === null ? message : message.slice(place[0].length) }
}

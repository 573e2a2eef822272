import type { Limits } from './limits.ts'
import { readCsv } from './read-csv.ts'
import { readXlsx } from './read-xlsx.ts'
import { Refused, type Refusal } from './refused.ts'
import type { Table } from './table.ts'

export type FileKind = 'csv' | 'xlsx'

export type ReadTable = { is: 'table'; table: Table } | { is: 'refused'; refusal: Refusal }

/** What is to be read, and how much of it at most. */
export interface ReadingTask {
  bytes: Uint8Array
  kind: FileKind
  limits: Limits
}

/** Reads a file in the thread that asks, with every limit but those of time and heap, which `readTable` sets. */
export async function readBytes({ bytes, kind, limits }: ReadingTask): Promise<ReadTable> {
  try {
    return { is: 'table', table: kind === 'csv' ? readCsv(bytes, limits) : await readXlsx(bytes, limits) }
  } catch (error) {
    if (error instanceof Refused) return { is: 'refused', refusal: error.refusal }
    throw error
  }
}

import { LIMITS, type Limits } from '../../server/imports/limits.ts'
import { type FileKind, readBytes } from '../../server/imports/read-bytes.ts'
import type { Refusal } from '../../server/imports/refused.ts'
import type { Table } from '../../server/imports/table.ts'

/** The table of a file that is one. */
export async function tableOf(bytes: Uint8Array, kind: FileKind = 'xlsx'): Promise<Table> {
  const read = await readBytes({ bytes, kind, limits: LIMITS })
  if (read.is === 'refused') throw new Error(`Refused: ${JSON.stringify(read.refusal)}`)
  return read.table
}

/** Why a file is refused that must be. */
export async function refusalOf(bytes: Uint8Array, kind: FileKind = 'xlsx', limits: Limits = LIMITS): Promise<Refusal> {
  const read = await readBytes({ bytes, kind, limits })
  if (read.is === 'table') throw new Error(`Not refused: ${JSON.stringify(read.table).slice(0, 300)}`)
  return read.refusal
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

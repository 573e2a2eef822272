import path from 'node:path'
import { readdirSync } from 'node:fs'
import { makeFolder } from '../../../server/db/folder.ts'
import { openSqliteSink, UNFINISHED } from './sqlite-sink.ts'
import { openPostgresSink } from './postgres-sink.ts'
import { ELSEWHERE, type Sink, type Tables } from './sink.ts'

/** Opens an empty place: `postgres://…`, or else a folder. Throws one sentence where there is something. */
export async function openPlace(to: string, tables: Tables): Promise<Sink> {
  if (/^postgres(ql)?:\/\//.test(to)) return await openPostgresSink(to, tables)
  const folder = path.resolve(to)
  makeFolder(folder)
  const found = readdirSync(folder).find((name) => !name.startsWith(UNFINISHED))
  if (found !== undefined) throw new Error(`${folder} is not empty: there is ${found}. ${ELSEWHERE}`)
  return await openSqliteSink(folder, tables)
}

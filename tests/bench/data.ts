import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { connect } from '../../server/db/connect.ts'
import type { Engine } from '../../server/db/dialect.ts'
import { makeFigures } from '../many/generate/make-figures.ts'
import type { Place } from '../proofs/proof-desk.ts'

/** Where data sets are kept: a folder, and a PostgreSQL server. */
export interface Store {
  folder: string
  /** The address of any database of the server. */
  server: string
}

/** Which data set. */
export interface DataSet {
  engine: Engine
  figures: number
  seed: number
}

/** How many figures are made between two words about it. */
const TOLD = 250_000

/** The one place in which data are made. */
async function make({ dataDir, url }: Place, { figures, seed }: DataSet, say: (text: string) => void): Promise<void> {
  let told = 0
  const onEntered = (entered: number): void => {
    if (entered < told + TOLD) return
    told = entered
    say(`${entered.toLocaleString('en')} figures made`)
  }
  await makeFigures(url ?? dataDir, { figures, seed, onEntered })
}

/** Makes the data set, or takes the one that was made before, whole. */
export async function findData(store: Store, set: DataSet, say: (text: string) => void): Promise<Place> {
  const place = placeOf(store, set)
  const mark = path.join(place.dataDir, 'made.json')
  const wanted = JSON.stringify(set)
  if (existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return place
  rmSync(place.dataDir, { recursive: true, force: true })
  mkdirSync(place.dataDir, { recursive: true })
  if (place.url !== undefined) await makeDatabase(store.server, place.url)
  await make(place, set, say)
  writeFileSync(mark, wanted)
  return place
}

function placeOf({ folder, server }: Store, { engine, figures }: DataSet, suffix = ''): Place {
  const name = `${engine}-${figures}${suffix}`
  const dataDir = path.join(folder, name)
  return engine === 'sqlite' ? { dataDir } : { dataDir, url: addressOf(server, name) }
}

/** The address of another database of the server. */
export const addressOf = (server: string, name: string): string => server.replace(/[^/]*$/, name)

/** What is larger is written to as it is: some ten thousand drafts among millions of figures change no measurement. */
const COPIED_BYTES = 4e9

/** A copy of a data set on which may be written, where that is not too large; answers how to throw it away. */
export async function workOn(store: Store, set: DataSet): Promise<{ place: Place; drop: () => Promise<void> }> {
  const original = placeOf(store, set)
  if ((await sizeOf(original)) > COPIED_BYTES) return { place: original, drop: async () => undefined }
  const place = placeOf(store, set, '-work')
  const drop = async (): Promise<void> => {
    rmSync(place.dataDir, { recursive: true, force: true })
    if (place.url !== undefined)
      await asAdministrator(store.server, `drop database if exists ${nameOf(place.url)} with (force)`)
  }
  await drop()
  mkdirSync(place.dataDir, { recursive: true })
  if (place.url === undefined) {
    copyFileSync(path.join(original.dataDir, 'tanbiao.sqlite'), path.join(place.dataDir, 'tanbiao.sqlite'))
  } else {
    await asAdministrator(store.server, `create database ${nameOf(place.url)} template ${nameOf(original.url ?? '')}`)
  }
  return { place, drop }
}

async function sizeOf({ dataDir, url }: Place): Promise<number> {
  if (url === undefined) return statSync(path.join(dataDir, 'tanbiao.sqlite')).size
  const db = connect({ dataDir, url })
  try {
    const { rows } = await sql<{ bytes: string }>`select pg_database_size(current_database()) as bytes`.execute(db)
    return Number(rows[0]?.bytes)
  } finally {
    await db.destroy()
  }
}

/** A database that has nothing in it, in the place of one that may be there. */
export async function makeDatabase(server: string, url: string): Promise<void> {
  await asAdministrator(server, `drop database if exists ${nameOf(url)} with (force)`)
  await asAdministrator(server, `create database ${nameOf(url)}`)
}

const nameOf = (url: string): string => `"${url.slice(url.lastIndexOf('/') + 1)}"`

async function asAdministrator(server: string, statement: string): Promise<void> {
  const administrator = connect({ url: server, dataDir: '' })
  try {
    await sql.raw(statement).execute(administrator)
  } finally {
    await administrator.destroy()
  }
}

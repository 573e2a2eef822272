import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { auditFolder, findSigner } from '../../server/audit/keys.ts'
import { resolveAsOf } from '../../server/http/as-of.ts'
import { readEnclosed } from '../../server/snapshots/enclosed.ts'
import { writeUnfinished } from '../../server/snapshots/write.ts'
import { openDatabase } from '../../server/start.ts'
import type { Place } from './proof-desk.ts'

/** A snapshot that was made, and the fingerprint of every file of it that `SHA256SUMS` lists. */
export interface MadeSnapshot {
  instant: string
  logSeq: number
  previous: string | null
  sums: Record<string, string>
}

/** Time zone and locale of a process. */
interface Environment {
  TZ: string
  LANG: string
}

interface Task {
  place: Place
  environment: Environment
  made: MadeSnapshot[]
}

const TASK = 'task.json'
const TROUBLES = 'troubles.json'

/** Makes all of them again in a process that is started in this environment; answers what was not the same. */
export async function remakeElsewhere(
  place: Place,
  environment: Environment,
  made: readonly MadeSnapshot[],
): Promise<string[]> {
  const folder = place.dataDir
  writeFileSync(path.join(folder, TASK), JSON.stringify({ place, environment, made }))
  rmSync(path.join(folder, TROUBLES), { force: true })
  const child = spawn(process.execPath, [import.meta.filename, folder], {
    env: { PATH: process.env['PATH'] ?? '', ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) return [`the process ended with ${code}`]
  return JSON.parse(readFileSync(path.join(folder, TROUBLES), 'utf8')) as string[]
}

/** The program as it is started for use, on a database as it is found. */
async function remake({ place, environment, made }: Task): Promise<string[]> {
  const troubles: string[] = []
  const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions()
  const wanted = environment.LANG === 'C' ? 'en-US' : environment.LANG.slice(0, 5).replace('_', '-')
  if (timeZone !== environment.TZ || locale !== wanted) troubles.push(`the process is in ${timeZone} and ${locale}`)
  const db = await openDatabase(place)
  const signer = findSigner(auditFolder(place.dataDir))
  if (signer === undefined) throw new Error('there is no key')
  const enclosed = readEnclosed()
  const within = path.join(place.dataDir, 'remade')
  for (const { instant, logSeq, previous, sums } of made) {
    const asOf = await resolveAsOf(db, () => new Date('2999-01-01'), instant)
    if (asOf.seq !== logSeq) troubles.push(`${instant} is line ${asOf.seq} and was ${logSeq}`)
    const { folder, files } = await writeUnfinished(db, { within, asOf, previous, enclosed, signer })
    rmSync(folder, { recursive: true })
    const again = Object.fromEntries(files.map(({ name, sha256 }) => [name, sha256]))
    const names = new Set([...Object.keys(sums), ...Object.keys(again)])
    for (const name of names) if (again[name] !== sums[name]) troubles.push(`${instant}: ${name} is another`)
  }
  await db.destroy()
  return troubles
}

if (import.meta.main) {
  const [folder = ''] = process.argv.slice(2)
  const task = JSON.parse(readFileSync(path.join(folder, TASK), 'utf8')) as Task
  writeFileSync(path.join(folder, TROUBLES), JSON.stringify(await remake(task)))
}

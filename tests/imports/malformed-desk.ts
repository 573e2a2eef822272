import type { Kysely } from 'kysely'
import type { ImportPreview } from '../../server/contract/import.ts'
import type { Problem } from '../../server/contract/problem.ts'
import type { Database } from '../../server/db/schema.ts'
import { columnLetter } from '../../server/imports/table.ts'
import { addAccount, signIn } from '../helpers/accounts.ts'
import { openApp } from '../helpers/app.ts'
import { contentOf } from '../helpers/content.ts'
import { addRound } from '../helpers/desk.ts'
import { addGround, record } from '../helpers/world.ts'
import { EXPECTED, ROWS } from './expected.ts'
import { entryText } from './made-tables.ts'
import type { Said } from './malformed-proof.ts'

/** A reporter before the real application, who sends files. */
export interface ImportDesk {
  /** What the application says of a file; throws where it says anything but what would be done, or why nothing can be. */
  say: (bytes: Uint8Array) => Promise<Said & { id: string | null }>
  /** Every line of the log, every row of the tables that follow from it, and every import that could be applied. */
  content: () => Promise<string>
  close: () => Promise<void>
}

/** Qinghai is asked for what the made tables hold, and takes any figure for it. */
export async function openImportDesk(db: Kysely<Database>): Promise<ImportDesk> {
  await addGround(db)
  for (const { indicator } of ROWS) {
    await record(db, { action: 'indicator.add', data: { ...indicator, min: null, max: null } })
  }
  await addAccount(db, { username: 'qh-reporter', role: 'reporter' })
  await addRound(db, { indicatorCodes: ROWS.map(({ indicator }) => indicator.code) })
  const { cookie } = await signIn(db, 'qh-reporter')
  const { app, request } = await openApp(db)
  const { regionCode, year } = EXPECTED
  return {
    say: async (bytes) => {
      const { status, body } = await request({
        method: 'POST',
        url: `/api/imports?region=${regionCode}&year=${year}`,
        headers: { cookie, 'content-type': 'application/octet-stream', 'accept-language': 'zh-CN' },
        payload: Buffer.from(bytes),
      })
      if (status === 200) return toSaid(body as unknown as ImportPreview)
      const problem = body as unknown as Problem
      if (status === 422 && problem.code === 'file-refused') return { ...toRefusal(problem), id: null }
      throw new Error(`answered with ${status} ${problem.code}: ${problem.detail}`)
    },
    content: async () => {
      const kept = await db.selectFrom('import_preview').select('id').orderBy('id').execute()
      return JSON.stringify({ ...(await contentOf(db)), kept })
    },
    close: () => app.close(),
  }
}

const toSaid = ({ id, problems, changes }: ImportPreview): Said & { id: string | null } => ({
  id,
  places: problems.map(({ row, column }) => ({ row: row ?? undefined, column: column ?? undefined })),
  sentences: problems.map(({ message }) => message),
  entries: new Map(changes.map((change) => [change.row, entryText(change)])),
})

/** The path of a refused file names its row and column as numbers: row.7.column.2. */
function toRefusal({ errors = [] }: Problem): Said {
  const numberIn = (path: string, part: string): number | undefined => {
    const digits = new RegExp(`(?:^|\\.)${part}\\.([0-9]+)`).exec(path)?.[1]
    return digits === undefined ? undefined : Number(digits)
  }
  const places = errors.map(({ path }) => {
    const column = numberIn(path, 'column')
    return { row: numberIn(path, 'row'), column: column === undefined ? undefined : columnLetter(column) }
  })
  return { places, sentences: errors.map(({ message }) => message), entries: new Map() }
}

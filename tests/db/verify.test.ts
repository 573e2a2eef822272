import { type Kysely, sql } from 'kysely'
import { expect, it } from 'vitest'
import { loadPlans } from '../../seeds/load.ts'
import { hashOf } from '../../server/audit/chain.ts'
import { listLines } from '../../server/audit/queries.ts'
import { findBreak } from '../../server/audit/verify.ts'
import { engineOf } from '../../server/db/dialect.ts'
import type { Database } from '../../server/db/schema.ts'
import { NOW } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'

/** Lets the log be changed, as someone can who has the file. */
async function openLog(db: Kysely<Database>): Promise<void> {
  if (engineOf(db) === 'postgres') return void (await sql`alter table audit_line disable trigger all`.execute(db))
  await sql`pragma foreign_keys = off`.execute(db)
  await sql`drop trigger audit_line_no_update`.execute(db)
  await sql`drop trigger audit_line_no_delete`.execute(db)
}

async function textOf(db: Kysely<Database>, seq: number): Promise<string> {
  return (await listLines(db))[seq - 1] ?? ''
}

describeOnBothEngines('the chain of the audit log', (engine) => {
  const tampered = async (change: (db: Kysely<Database>) => Promise<unknown>) => {
    const db = await databaseOfTest(engine)
    await loadPlans(db, NOW)
    await openLog(db)
    await change(db)
    return await findBreak(db)
  }

  it('is whole as the program writes it, and when nothing was written', async () => {
    expect(await tampered(async () => undefined)).toBeUndefined()
    expect(await findBreak(await databaseOfTest(engine))).toBeUndefined()
  })

  it('breaks where a text was changed', async () => {
    const found = await tampered((db) =>
      sql`update audit_line set line = replace(line, 'tanbiao', 'someone') where seq >= 20`.execute(db),
    )
    expect(found).toEqual({ seq: 20, why: 'its text does not have its hash' })
  })

  it('breaks at the next line where a text was changed with its hash', async () => {
    const found = await tampered(async (db) => {
      const line = (await textOf(db, 7)).replace('"data":{', '"data":{"x":1,')
      await sql`update audit_line set line = ${line}, hash = ${hashOf(line)} where seq = 7`.execute(db)
    })
    expect(found).toEqual({ seq: 8, why: 'it does not continue the hash of the line before' })
  })

  it('breaks where a column says otherwise than the text', async () => {
    const found = await tampered((db) => sql`update audit_line set actor = 'someone' where seq = 3`.execute(db))
    expect(found).toEqual({ seq: 3, why: 'its column actor does not say what its text says' })
  })

  it('breaks where a line is missing, also the first', async () => {
    const missing = { why: 'it is missing' }
    expect(await tampered((db) => sql`delete from audit_line where seq = 5`.execute(db))).toEqual({
      seq: 5,
      ...missing,
    })
    expect(await tampered((db) => sql`delete from audit_line where seq = 1`.execute(db))).toEqual({
      seq: 1,
      ...missing,
    })
  })

  it('breaks where a text is none', async () => {
    const found = await tampered((db) =>
      sql`update audit_line set line = 'null', hash = ${hashOf('null')} where seq = 4`.execute(db),
    )
    expect(found?.seq).toBe(4)
  })
})

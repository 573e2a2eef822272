import { expect, inject, it, onTestFinished } from 'vitest'
import { openHead } from '../../server/audit/head-keeper.ts'
import { findLastLine } from '../../server/audit/queries.ts'
import { connect } from '../../server/db/connect.ts'
import { migrateToLatest } from '../../server/db/migrate.ts'
import { headLines, temporaryFolder } from '../helpers/audit-folder.ts'
import { emptyPostgres } from '../helpers/databases.ts'
import { addGround, addIndicator } from '../helpers/world.ts'

it('what a server recorded and did not live to sign, another signs', async () => {
  const place = { dataDir: temporaryFolder(), url: await emptyPostgres(inject('postgresUrl')) }
  const [killed, living] = [connect(place), connect(place)]
  onTestFinished(async () => void (await Promise.all([killed.destroy(), living.destroy()])))
  await migrateToLatest(living)
  await addGround(living)
  const head = await openHead(living, place.dataDir, undefined, 50)
  onTestFinished(() => head.close())
  // Nobody signs for this connection.
  await addIndicator(killed)
  const last = await findLastLine(killed)
  await expect.poll(() => headLines(place.dataDir).lines).toBe(last?.seq)
})

import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { folderNameOf } from '../../server/snapshots/folders.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { openDesk } from '../helpers/desk.ts'
import { keepSigned, makeWith } from '../helpers/snapshots.ts'
import { addApproved, addDraft, record } from '../helpers/world.ts'

describeOnBothEngines('a figure that is entered again as it was', (engine) => {
  it('changes nothing, has no row in revisions.csv, and the snapshot passes its check', async () => {
    const db = await databaseOfTest(engine)
    await openDesk(db)
    const observationId = await addDraft(db, { year: 2025, value: '45' })
    await record(db, { action: 'observation.discard', data: { observationId, comment: null } })
    const correction = { code: 'typing', reason: '原数无误，补说明原因' } as const
    await addApproved(db, { year: 2025, value: '45', revision: 2 })
    await addApproved(db, { year: 2024, value: '40', revision: 2, correction })
    const { snapshots, remove } = await keepSigned(db)
    onTestFinished(remove)
    const folder = path.join(snapshots.within, folderNameOf(await makeWith(snapshots, db)))
    const { status, stdout } = spawnSync(process.execPath, ['verify.mjs', '--lang', 'en'], {
      cwd: folder,
      encoding: 'utf8',
    })
    expect(status, stdout).toBe(0)
  })
})

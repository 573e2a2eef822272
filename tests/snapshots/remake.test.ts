import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readEnclosed } from '../../server/snapshots/enclosed.ts'
import { folderNameOf } from '../../server/snapshots/folders.ts'
import { type SnapshotPlace } from '../../server/snapshots/make.ts'
import { remakeSnapshot } from '../../server/snapshots/remake.ts'
import { SUMS } from '../../server/snapshots/write.ts'
import { NOW } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { openDesk } from '../helpers/desk.ts'
import { keepSigned, makeWith } from '../helpers/snapshots.ts'
import { addApproved } from '../helpers/world.ts'
import { openTables } from '../helpers/tamper.ts'

describeOnBothEngines('a snapshot that is made anew from its instant', (engine) => {
  const openMade = async () => {
    const db = await databaseOfTest(engine)
    await openDesk(db)
    const { head, snapshots, remove } = await keepSigned(db)
    onTestFinished(remove)
    await makeWith(snapshots, db)
    const made = await makeWith(snapshots, db)
    // What comes later must not matter.
    await addApproved(db, { year: 2024, value: '41', revision: 2 }, NOW)
    const { within } = snapshots
    const place: SnapshotPlace = { db, clock: () => NOW, within, signer: head.signer(), enclosed: readEnclosed() }
    return { place, made, folder: path.join(within, folderNameOf(made)) }
  }

  it('has the same bytes, and leaves the one that is there as it is', async () => {
    const { place, folder } = await openMade()
    const signature = readFileSync(path.join(folder, `${SUMS}.sig`))
    expect(await remakeSnapshot(place, 2)).toEqual({ folder, isRestored: false })
    expect(readFileSync(path.join(folder, `${SUMS}.sig`))).toEqual(signature)
    expect(readdirSync(place.within)).toHaveLength(2)
  })

  it('takes the place of a folder that is gone', async () => {
    const { place, folder } = await openMade()
    const kept = `${folder}.kept`
    cpSync(folder, kept, { recursive: true })
    rmSync(folder, { recursive: true })
    expect(await remakeSnapshot(place, 2)).toEqual({ folder, isRestored: true })
    const listed = readFileSync(path.join(kept, SUMS), 'utf8').split('\n').filter(Boolean)
    for (const line of listed) {
      const name = line.slice(66)
      expect(readFileSync(path.join(folder, name)), name).toEqual(readFileSync(path.join(kept, name)))
    }
    expect(readFileSync(path.join(folder, SUMS))).toEqual(readFileSync(path.join(kept, SUMS)))
  })

  it('names the files that are not the same bytes, and puts nothing in the place of what was', async () => {
    const { place, folder } = await openMade()
    rmSync(folder, { recursive: true })
    const enclosed = place.enclosed.map((one) => (one.name === 'METHOD.md' ? { ...one, content: 'another' } : one))
    await expect(remakeSnapshot({ ...place, enclosed }, 2)).rejects.toThrow(
      'Snapshot 2 does not come out the same: METHOD.md.',
    )
    await openTables(place.db)
    await place.db.updateTable('current_figure').set({ value: '1' }).where('year', '=', 2021).execute()
    await expect(remakeSnapshot(place, 2)).rejects.toThrow(/Snapshot 2 does not come out the same: .*observations\.csv/)
    expect(existsSync(folder)).toBe(false)
    expect(readdirSync(place.within)).toHaveLength(1)
  })

  it('has a folder with the files that were made, or says which are others', async () => {
    const { place, folder } = await openMade()
    const file = path.join(folder, 'observations.csv')
    chmodSync(file, 0o644)
    writeFileSync(file, `${readFileSync(file, 'utf8')}forged`)
    await expect(remakeSnapshot(place, 2)).rejects.toThrow(/its folder does not have the files .*: observations\.csv\./)
  })

  it('has to be one that was made', async () => {
    const { place } = await openMade()
    await expect(remakeSnapshot(place, 7)).rejects.toThrow('There is no snapshot 7.')
  })
})

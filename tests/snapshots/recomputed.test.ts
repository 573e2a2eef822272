import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { addAccount } from '../helpers/accounts.ts'
import { NOW } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { addGround } from '../helpers/world.ts'
import { makeFolder, newKeys, runVerify } from './folders.ts'
import { addRandomTargets } from './random-world.ts'

/** Run again with what a failing test prints. */
const SEED = Number(process.env['VERIFY_SEED'] ?? Date.now() % 2 ** 31)

describeOnBothEngines('the status that verify.mjs computes', (engine) => {
  it.each([NOW, new Date('2034-01-31T16:00:00.000Z')])(
    `is the server's, of random targets of all kinds, at %s (VERIFY_SEED=${SEED})`,
    async (now) => {
      const db = await databaseOfTest(engine)
      await addGround(db)
      await addAccount(db, { username: 'auditor', role: 'auditor' })
      await addRandomTargets(db, SEED, 250)
      const folder = mkdtempSync(path.join(tmpdir(), 'tanbiao-recomputed-'))
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
      const { privateKey, publicKey } = newKeys()
      await makeFolder(db, folder, now, privateKey, publicKey)
      const { findings, code } = await runVerify(folder)
      expect(findings).toEqual([])
      expect(code).toBe(0)
      const rows = readFileSync(path.join(folder, 'progress.csv'), 'utf8').trim().split('\r\n')
      expect(rows.length).toBeGreaterThan(200)
    },
    120_000,
  )
})

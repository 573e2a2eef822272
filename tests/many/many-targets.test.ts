import { expect, it } from 'vitest'
import type { ProgressList } from '../../server/contract/listed-target.ts'
import { flawsOf } from '../../server/domain/promise.ts'
import { STATUSES } from '../../server/domain/words.ts'
import { openApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { loadMany } from './load-many.ts'
import { makeManyTargets } from './many-targets.ts'

describeOnBothEngines('the many targets for measuring', (engine) => {
  it('are the same for the same seed, and others for another', () => {
    expect(makeManyTargets(200, 1)).toEqual(makeManyTargets(200, 1))
    expect(makeManyTargets(200, 1)).not.toEqual(makeManyTargets(200, 2))
  })

  it('promise what can be promised', () => {
    const { indicators, promises } = makeManyTargets(2000, 1)
    const byCode = new Map(indicators.map((indicator) => [indicator.code, indicator]))
    expect(new Set(promises.map(({ id }) => id)).size).toBe(2000)
    for (const { id, indicatorCode, milestones } of promises) {
      const indicator = byCode.get(indicatorCode)
      expect(indicator && flawsOf(milestones, indicator.kind, indicator.better), id).toEqual([])
    }
  })

  it('come to stand in every way in which a target can', async () => {
    const db = await databaseOfTest(engine)
    await loadMany(db, { targets: 400, seed: 1 })
    const { body } = await (await openApp(db)).get<ProgressList>('/api/progress?limit=5000')
    expect(body.total).toBe(400)
    const statuses = new Set(body.items.flatMap(({ progress }) => progress.map(({ status }) => status)))
    expect([...statuses].toSorted()).toEqual([...STATUSES].toSorted())
  })
})

import { expect, it } from 'vitest'
import type { TargetDetail } from '../../server/contract/target.ts'
import { openApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { aBaseline, addApproved, addGround, addIndicator, addTarget, aMilestone } from '../helpers/world.ts'

describeOnBothEngines('the worked examples of the method, through the API', (engine) => {
  it('20 in 2020 to 100 in 2030, 45 in 2025: behind, although the growth-rate method says on track', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    await addTarget(db)
    const figure = await addApproved(db, { year: 2025, value: '45' })
    const { get } = await openApp(db)
    const { body } = await get<TargetDetail>('/api/targets/plan-laboratories')
    expect(body.progress).toMatchObject([
      {
        status: 'behind',
        latest: { year: 2025, value: '45', derived: false, revisionIds: [figure] },
        expected: '60',
        pathShare: 0.625,
        second: { id: 'growth-rate', status: 'on-track' },
        flags: ['methods-disagree'],
      },
    ])
    expect(body.progress[0]?.second?.ratio).toBeCloseTo(1.01, 2)
  })

  it('0 in 2020 to 100 in 2030, 5 in 2025: far behind, and no second method', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    await addTarget(db, { milestones: [aMilestone({ baseline: aBaseline(2020, '0') })] })
    await addApproved(db, { year: 2025, value: '5' })
    const { get } = await openApp(db)
    const { body } = await get<TargetDetail>('/api/targets/plan-laboratories')
    expect(body.progress).toMatchObject([{ status: 'far-behind', pathShare: 0.1, second: null }])
  })

  it('100 in 2020 down to 70 in 2030, 85 in 2025: exactly on the path', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db, { better: 'lower' })
    const milestone = aMilestone({ comparator: 'at-most', value: '70', baseline: aBaseline(2020, '100') })
    await addTarget(db, { milestones: [milestone] })
    await addApproved(db, { year: 2025, value: '85' })
    const { get } = await openApp(db)
    const { body } = await get<TargetDetail>('/api/targets/plan-laboratories')
    expect(body.progress).toMatchObject([{ status: 'on-track', pathShare: 1 }])
    expect(body.progress[0]?.second?.ratio).toBeCloseTo(0.91, 2)
  })

  it('CO₂ per GDP, −18 % against 2020 by 2025, from the yearly changes of 2021 to 2024', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    const change = { kind: 'change', better: 'lower', unitZh: '%', unitEn: '%', min: '-100' } as const
    await addIndicator(db, change)
    const milestone = aMilestone({ year: 2025, comparator: 'at-most', value: '-18', baseline: aBaseline(2020, '0') })
    await addTarget(db, { milestones: [milestone] })
    for (const [year, value] of [
      [2021, '-3.8'],
      [2022, '-0.8'],
      [2023, '0'],
      [2024, '-3.4'],
    ] as const) {
      await addApproved(db, { year, value, measure: 'yoy' })
    }
    const { get } = await openApp(db)
    const { body } = await get<TargetDetail>('/api/targets/plan-laboratories')
    expect(body.progress).toMatchObject([
      {
        status: 'far-behind',
        latest: { year: 2024, value: '-7.81', derived: true },
        expected: '-14.4',
        pathShare: 0.5427,
        flags: ['awaiting-final'],
        requiredPerYear: '-10.19',
      },
    ])
  })
})

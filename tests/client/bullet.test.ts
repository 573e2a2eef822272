import { describe, expect, it } from 'vitest'
import { BULLET, toBullet } from '../../client/components/bullet-geometry.ts'

const way = { coveredShare: 0.5, baseline: '20', expected: '60', milestone: '100' }

describe('a bullet bar', () => {
  it('reaches from the baseline as far as the way is covered', () => {
    const half = (BULLET.baselineAt + BULLET.milestoneAt) / 2
    expect(toBullet(way)).toEqual({
      baselineAt: BULLET.baselineAt,
      milestoneAt: BULLET.milestoneAt,
      fill: { from: BULLET.baselineAt, to: half },
      pathAt: half,
      beyond: null,
    })
  })

  it('goes left of the baseline when moving away, and says so when it leaves the drawing', () => {
    const away = toBullet({ ...way, coveredShare: -0.1 })
    expect(away?.fill.to).toBe(BULLET.baselineAt)
    expect(away?.fill.from).toBeLessThan(BULLET.baselineAt)
    expect(toBullet({ ...way, coveredShare: -3 })).toMatchObject({
      fill: { from: BULLET.left, to: BULLET.baselineAt },
      beyond: 'left',
    })
  })

  it('passes the milestone, up to the edge', () => {
    expect(toBullet({ ...way, coveredShare: 1.1 })?.beyond).toBeNull()
    expect(toBullet({ ...way, coveredShare: 2 })).toMatchObject({ fill: { to: BULLET.right }, beyond: 'right' })
  })

  it('draws the path of a fall from the top down, as a share of the way', () => {
    const fall = toBullet({ coveredShare: 0.4341, baseline: '0', expected: '-14.4', milestone: '-18' })
    expect(fall?.pathAt).toBeCloseTo(BULLET.baselineAt + 0.8 * (BULLET.milestoneAt - BULLET.baselineAt), 1)
  })

  it('is no bar without a way from a baseline to a milestone', () => {
    expect(toBullet({ ...way, coveredShare: null })).toBeNull()
    expect(toBullet({ ...way, expected: null })?.pathAt).toBeNull()
  })
})

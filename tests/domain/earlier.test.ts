import { expect, it } from 'vitest'
import { earlierOf } from '../../server/domain/earlier.ts'

const logs = (...lengths: number[]) => lengths.map((logSeq, index) => ({ number: index + 1, logSeq }))

it('the snapshot to compare with is the one of the longest log that is no longer', () => {
  const all = logs(10, 30, 20, 40)
  expect(all.map((one) => earlierOf(one, all)?.number)).toEqual([undefined, 3, 1, 2])
})

it('of two with the same log the lower number is the earlier, and neither is compared with itself', () => {
  const all = logs(20, 20, 10, 20)
  expect(all.map((one) => earlierOf(one, all)?.number)).toEqual([3, 1, undefined, 2])
  expect(all.toReversed().map((one) => earlierOf(one, all.toReversed())?.number)).toEqual([2, undefined, 1, 3])
})

import { describe, it } from 'vitest'
import {
  assertAnswersEveryLegalInput,
  assertAnotherUnitChangesNothing,
  assertBetterIsNeverWorse,
  assertCutOffsHoldExactly,
  assertGrowthCutOffsHold,
  assertMirroringChangesNothing,
  assertNoPromiseVanishes,
  assertOneYearIsJudgedAlike,
} from './properties.ts'

const RUNS = 500

describe('for any promise and any figures', () => {
  it('another unit changes no verdict', () => assertAnotherUnitChangesNothing(RUNS))
  it('a falling promise is judged like its rising mirror image', () => assertMirroringChangesNothing(RUNS))
  it('a better latest figure never gives a worse status', () => assertBetterIsNeverWorse(RUNS))
  it('whatever is legal gets an answer that keeps to the contract', () => assertAnswersEveryLegalInput(RUNS))
  it('the cut-offs hold exactly, to the last digit', () => assertCutOffsHoldExactly(RUNS))
  it('the second method, too, has its cut-offs where they are stated', () => assertGrowthCutOffsHold(RUNS))
  it('over one year both methods are the same', () => assertOneYearIsJudgedAlike(RUNS))
  it('no promise vanishes unseen', () => assertNoPromiseVanishes(RUNS))
})

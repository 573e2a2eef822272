import { describe, it } from 'vitest'
import { assertAnyTextGetsAnAnswer, assertFiguresAreReadExactly } from './typed-figures.ts'

const RUNS = 5000

describe('for any string that an office may write', () => {
  it('it becomes exactly the figure that it means, or is refused', () => assertFiguresAreReadExactly(RUNS))
  it('what is taken is canonical and is read again as itself', () => assertAnyTextGetsAnAnswer(RUNS))
})

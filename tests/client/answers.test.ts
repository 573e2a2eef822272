import { beforeEach, describe, expect, it } from 'vitest'
import { answersNow, forgetAnswers, rememberAnswer } from '../../client/state/answers.ts'

beforeEach(forgetAnswers)

describe('what the pages remember of answers', () => {
  it('does not grow with every day and filter that is looked at: the oldest go first', () => {
    for (let day = 1; day <= 1000; day += 1) {
      rememberAnswer(answersNow(), 'of every page', 'here')
      rememberAnswer(answersNow(), `overview ${day}`, day)
    }
    expect(answersNow().size).toBe(30)
    expect(answersNow().get('overview 1000')).toBe(1000)
    expect(answersNow().get('of every page')).toBe('here')
    expect(answersNow().has('overview 1')).toBe(false)
  })

  it('is forgotten when someone else reads, with what was still on its way to who read before', () => {
    const before = answersNow()
    rememberAnswer(before, 'target', 'with names')
    forgetAnswers()
    rememberAnswer(before, 'target', 'with names')
    expect(answersNow().has('target')).toBe(false)
  })
})

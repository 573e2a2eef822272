import { describe, expect, it } from 'vitest'
import { type Cause, causesOf } from '../../server/domain/changes.ts'
import { METHOD_VERSIONS, type MethodVersion, methodOn } from '../../server/domain/method-versions.ts'
import { METHOD } from '../../server/domain/progress.ts'
import type { Status } from '../../server/domain/words.ts'

type Grounds = Record<Cause, string>
const BEFORE: Grounds = { figure: 'f', target: 't', method: 'm', year: 'y' }
const AFTER: Grounds = { figure: 'F', target: 'T', method: 'M', year: 'Y' }

/** A judgement told as the grounds (capital: exchanged) on which the milestone is achieved; behind on all others. */
const achievedOn =
  (...sufficient: string[]) =>
  (grounds: Grounds): Status => {
    const exchanged = Object.values(grounds).join('')
    return sufficient.some((letters) => letters.split('').every((letter) => exchanged.includes(letter)))
      ? 'achieved'
      : 'behind'
  }

describe('why a status turned', () => {
  it.each<[string, string[], Cause[]]>([
    ['a figure', ['F'], ['figure']],
    ['the promise', ['T'], ['target']],
    ['the method', ['M'], ['method']],
    ['the year', ['Y'], ['year']],
    ['a figure and the year, of which neither would have been enough', ['FY'], ['figure', 'year']],
    ['figure or promise, of which either would have been enough', ['F', 'T'], ['figure', 'target']],
    ['one that was enough, not the two that would have been as well', ['M', 'FY'], ['method']],
    ['three together', ['FTY'], ['figure', 'target', 'year']],
    ['all of it together', ['FTMY'], ['figure', 'target', 'method', 'year']],
  ])('%s', (_why, sufficient, causes) => {
    expect(causesOf(BEFORE, AFTER, achievedOn(...sufficient))).toEqual(causes)
  })

  it('names nothing that did not change', () => {
    expect(causesOf(BEFORE, { ...BEFORE, figure: 'F' }, achievedOn('F', 'T', 'Y'))).toEqual(['figure'])
  })

  it('names what turned it to what it is, not what turned it to something else', () => {
    const statusOf = ({ figure, target }: Grounds): Status =>
      target === 'T' ? 'achieved' : figure === 'F' ? 'on-track' : 'behind'
    expect(causesOf(BEFORE, AFTER, statusOf)).toEqual(['target'])
  })

  it('is nothing where the status did not turn', () => {
    expect(causesOf(BEFORE, AFTER, () => 'behind')).toEqual([])
  })

  it('is the promise where the milestone is new', () => {
    expect(causesOf(BEFORE, AFTER, ({ target }) => (target === 'T' ? 'behind' : null))).toEqual(['target'])
  })
})

describe('the versions of the method', () => {
  it('begin with one that judges every earlier day, and follow one another', () => {
    expect(METHOD_VERSIONS[0].from).toBeNull()
    const days = METHOD_VERSIONS.slice(1).map(({ from }) => from ?? '')
    expect(days).toEqual([...new Set(days)].filter((day) => day !== '').toSorted())
  })

  it('end with the one that every judgement names', () => {
    expect(METHOD_VERSIONS.at(-1)).toMatchObject(METHOD)
  })

  it('are in force from their day on', () => {
    const versions: [MethodVersion, ...MethodVersion[]] = [
      { id: 'linear-path', version: '1.0', from: null },
      { id: 'linear-path', version: '1.1', from: '2027-02-01' },
    ]
    expect(
      ['1999-01-01', '2027-01-31', '2027-02-01', '2030-01-01'].map((day) => methodOn(day, versions).version),
    ).toEqual(['1.0', '1.0', '1.1', '1.1'])
  })
})

import { describe, expect, it } from 'vitest'
import {
  less,
  toDate,
  toFigure,
  toMeasured,
  toParts,
  toPercent,
  toRounded,
  toShare,
  toYearInShanghai,
} from '../../client/format.ts'

const zh = { language: 'zh-CN' } as const
const en = { language: 'en' } as const

describe('a figure on the screen', () => {
  it.each([
    ['20', '20'],
    ['1.0', '1.0'],
    ['17.555', '17.555'],
    ['-3.80', '−3.80'],
    ['9500', '9500'],
    ['10430', '10,430'],
    ['1234567', '1,234,567'],
    ['123456789012345678901234567.5', '123,456,789,012,345,678,901,234,567.5'],
  ])('%s keeps its digits: %s', (figure, shown) => {
    expect(toFigure(figure, zh)).toBe(shown)
  })

  it.each([
    ['1500000', '150 万'],
    ['1234567', '1,234,567'],
    ['12345600', '1234.56 万'],
    ['350000000', '3.5 亿'],
  ])('shortens %s in Chinese only where nothing is lost: %s', (figure, shown) => {
    expect(toFigure(figure, zh)).toBe(shown)
  })

  it('never shortens in English, nor where the unit is 万元 already', () => {
    expect(toFigure('1500000', en)).toBe('1,500,000')
    expect(toMeasured('1500000', '万元', zh)).toBe('1,500,000 万元')
    expect(toMeasured('1500000', '元', zh)).toBe('150 万元')
  })

  it('shows a missing figure as a dash, never as 0', () => {
    expect(toFigure(null, zh)).toBe('—')
  })

  it('signs changes, but not zero', () => {
    expect(toFigure('0.6', { ...zh, signed: true })).toBe('+0.6')
    expect(toFigure('0.0', { ...zh, signed: true })).toBe('0.0')
    expect(toFigure('-0.0', { ...zh, signed: true })).toBe('0.0')
  })

  it('puts no space before the percent sign, and one before a word', () => {
    expect(toMeasured('10.5', '%', zh)).toBe('10.5%')
    expect(toMeasured('20', '家', zh)).toBe('20 家')
  })

  it.each([
    ['20', 'enterprises', '20 enterprises'],
    ['1', 'enterprises', '1 enterprise'],
    ['1', 'laboratories', '1 laboratory'],
    ['1', 'persons and teams', '1 person or team'],
    ['-1', 'teams', '−1 team'],
    ['1.0', 'points', '1.0 points'],
    ['1', 'per 10,000 employed persons', '1 per 10,000 employed persons'],
    ['23.17', '100 million yuan', '23.17 × 100 million yuan'],
  ])('has the unit behind it that English has: %s %s', (figure, unit, said) => {
    expect(toMeasured(figure, unit, en)).toBe(said)
  })

  it('is cut at the point for columns', () => {
    expect(toParts('-10.5', zh)).toEqual({ whole: '−10', fraction: '.5', scale: '' })
  })
})

describe('rounding a derived figure', () => {
  it.each([
    ['10.188', 1, '10.2'],
    ['-10.188', 2, '-10.19'],
    ['2.5', 0, '3'],
    ['-2.5', 0, '-3'],
    ['99.95', 1, '100.0'],
    ['0.049', 1, '0.0'],
    ['-0.04', 1, '0.0'],
    ['1.5', 3, '1.5'],
  ])('takes %s to %i places: %s', (figure, places, rounded) => {
    expect(toRounded(figure, places)).toBe(rounded)
  })
})

describe('a difference', () => {
  it.each([
    ['10', '8', '2'],
    ['8', '10', '-2'],
    ['1.5', '1.25', '0.25'],
    ['-3', '-3.0', '0.0'],
    ['-18', '-65', '47'],
  ])('of %s and %s is exactly %s', (figure, other, difference) => {
    expect(less(figure, other)).toBe(difference)
  })
})

describe('a share', () => {
  it.each([
    [0.6, '0.60'],
    [0.5427, '0.5427'],
    [1, '1.00'],
    [-0.2, '−0.20'],
    [null, '—'],
  ])('%s is a number with two to four places: %s', (share, shown) => {
    expect(toShare(share)).toBe(shown)
  })

  it.each([
    [0.9999, '99.9%'],
    [0.99996, '99.9%'],
    [0.996, '99.6%'],
    [0.0004, '0.1%'],
    [0.004, '0.4%'],
    [-0.004, '−0.4%'],
    [0, '0%'],
    [0.5427, '54%'],
    [0.285, '29%'],
    [1, '100%'],
    [0.29, '29%'],
    [-0.2, '−20%'],
    [1.304, '130%'],
    [1.375, '138%'],
    [-0.375, '−38%'],
  ])('%s of the way is told as %s, 100%% only when done and 0%% only when nothing is', (share, shown) => {
    expect(toPercent(share)).toBe(shown)
  })
})

describe('an instant', () => {
  it('belongs to the day and year of Shanghai', () => {
    expect(toDate('2026-03-18T15:59:59.999Z')).toBe('2026-03-18')
    expect(toYearInShanghai('2025-12-31T16:00:00.000Z')).toBe(2026)
  })
})

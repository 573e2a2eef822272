import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHexColour } from '../../client/pictures/hex-colour.ts'
import { wrapText } from '../../client/charts/wrap-text.ts'

/** Han characters are two wide, others one. */
const measure = (text: string): number => text.replace(/[\u2e80-\uffff]/g, '##').length
const wrap = (text: string, width: number): string[] => wrapText(text, width, measure)

describe('words of a picture, broken into lines', () => {
  it('breaks between Han characters', () => {
    expect(wrap('示例数据虚构', 8)).toEqual(['示例数据', '虚构'])
  })

  it('begins no line with a closing sign, and ends none with an opening one', () => {
    expect(wrap('示例数据，虚构', 8)).toEqual(['示例数', '据，虚构'])
    expect(wrap('来源见《方案》全文', 8)).toEqual(['来源见', '《方案》', '全文'])
    expect(wrap('达到 20%。完', 8)).toEqual(['达到', '20%。完'])
  })

  it('keeps words, numbers and their signs whole', () => {
    expect(wrap('as known on 2026-06-30', 11)).toEqual(['as known on', '2026-06-30'])
  })

  it('cuts a word that is wider than a line', () => {
    expect(wrap('abcdefgh ij', 3)).toEqual(['abc', 'def', 'gh', 'ij'])
  })

  it('says nothing with no words', () => {
    expect(wrap('  ', 8)).toEqual([])
  })

  it('leaves out no letter and makes no line too wide, whatever the text', () => {
    const letters = fc.constantFrom('示', '数', '，', '。', '《', '》', '（', '）', 'a', 'B', '9', '.', ' ', '%', '—')
    fc.assert(
      fc.property(fc.string({ unit: letters, maxLength: 60 }), fc.integer({ min: 12, max: 40 }), (text, width) => {
        const lines = wrap(text, width)
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
        for (const line of lines) expect(line).toBe(line.trim())
        // Signs that may not stand apart can be wider together than a line; then they are cut.
        for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(width)
      }),
    )
  })
})

describe('colours of a picture', () => {
  it.each([
    ['rgb(24, 32, 35)', { hex: '#182023', alpha: 1 }],
    ['rgba(24, 32, 35, 0.14)', { hex: '#182023', alpha: 0.14 }],
    ['color(srgb 1 0.5 0)', { hex: '#ff8000', alpha: 1 }],
    ['color(srgb 0 0 0 / 0.5)', { hex: '#000000', alpha: 0.5 }],
    ['none', undefined],
    ['url("#gradient")', undefined],
  ])('%s', (computed, written) => {
    expect(toHexColour(computed)).toEqual(written)
  })
})

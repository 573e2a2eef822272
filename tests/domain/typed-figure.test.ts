import { describe, expect, it } from 'vitest'
import { LANGUAGES } from '../../server/domain/labels.ts'
import { REFUSAL_CODES } from '../../server/domain/typed-figure-refusals.ts'
import { tellConversion, tellMissing, tellRefusal } from '../../server/domain/typed-figure-words.ts'
import { readTypedFigure, type TypedFigure } from '../../server/domain/typed-figure.ts'
import type { Wanted } from '../../server/domain/typed-figure-wanted.ts'

const UNITS_EN: Record<string, string> = { 家: 'enterprises', 亿元: '100 million yuan', '%': '%' }
const wanted = (unitZh: string): Wanted => ({ kind: 'level', unitZh, unitEn: UNITS_EN[unitZh] ?? 'things' })
const CHANGE: Wanted = { kind: 'change', unitZh: '%', unitEn: '%' }
const DONE: Wanted = { kind: 'done', unitZh: '', unitEn: '' }

const read = (text: string, unit = '家') => readTypedFigure(text, wanted(unit))

/** What a text became, in a few words: its value and what was done, or what it is. */
function brief(read: TypedFigure): string {
  if (read.is === 'figure') return [read.value, ...read.conversions].join(' ')
  if (read.is === 'missing') return `missing ${read.suggestion}`
  if (read.is === 'blank') return 'blank'
  const more = 'suggestion' in read ? ` ${read.suggestion}` : ''
  return read.code + more
}

describe('a figure as it stands', () => {
  it.each(['0', '5', '-3.8', '1.0', '17.55', '0.50', '2025', '123456789012345678901234567890'])(
    'takes %s unchanged',
    (text) => {
      expect(brief(read(text))).toBe(text)
    },
  )
  it.each([' 5 ', '\u00a05', '\u30005\u3000', '\t5\r\n', '\ufeff5', '\u200b5\u202c'])(
    'leaves out the white space around %j',
    (text) => {
      expect(brief(read(text))).toBe('5')
    },
  )
})

describe('a figure in another form', () => {
  it.each([
    ['１２３．５', '123.5 half-width'],
    ['－3.5', '-3.5 half-width'],
    ['−3.5', '-3.5'],
    ['＋3.5', '3.5 half-width plus-sign'],
    ['+3.8', '3.8 plus-sign'],
    ['007', '7 plain-form'],
    ['.5', '0.5 plain-form'],
    ['-.5', '-0.5 plain-form'],
    ['5.', '5 plain-form'],
    ['-0', '0 plain-form'],
    ['-0.0', '0.0 plain-form'],
    ['- 5', '-5 plain-form'],
    ['1,234', '1234 separators'],
    ['1，234，567．80', '1234567.80 half-width separators'],
    ['12 345', '12345 separators'],
    ['1\u00a0234\u00a0567', '1234567 separators'],
    ['1\u202f234', '1234 separators'],
    ['1\u3000234', '1234 separators'],
    ["1'234", '1234 separators'],
    ['1’234', '1234 separators'],
    ['-1,234.5', '-1234.5 separators'],
    ['５家', '5 half-width unit'],
    ['5 家', '5 unit'],
    ['5 Enterprises', '5 unit'],
    ['1,234家', '1234 separators unit'],
  ])('reads %s as %s', (text, expected) => {
    expect(brief(read(text))).toBe(expected)
  })
})

describe('万 and 亿, where the unit allows them', () => {
  it.each([
    ['家', '1.2万', '12000 scale'],
    ['家', '1.20万家', '12000 scale'],
    ['家', '1.23456万', '12345.6 scale'],
    ['家', '3亿', '300000000 scale'],
    ['家', '2千万', '20000000 scale'],
    ['家', '1万亿', '1000000000000 scale'],
    ['家', '-0.5万', '-5000 scale'],
    ['家', '0万', '0 scale'],
    ['亿元', '3200万元', '0.32 scale'],
    ['亿元', '3200万', '0.32 scale'],
    ['亿元', '3,200.50万', '0.32005 separators scale'],
    ['亿元', '32000000元', '0.32 scale'],
    ['亿元', '24.18亿元', '24.18 unit'],
    ['亿元', '24.18亿', '24.18 unit'],
    ['亿元', '24.180', '24.180'],
    ['亿元', '24.18 100 million yuan', '24.18 unit'],
    ['万元', '1.5亿', '15000 scale'],
    ['万元', '3万', '3 unit'],
    ['千元', '3万元', '30 scale'],
    ['吨', '1.5万吨', '15000 scale'],
    ['万吨标准煤', '500吨标准煤', '0.05 scale'],
    ['千瓦', '5千瓦', '5 unit'],
    ['千瓦', '5万千瓦', '50000 scale'],
    ['%', '1.2万', 'scale'],
    ['%', '1.2万%', 'scale'],
    ['件/万人', '1.2万', 'scale'],
    ['件/万人', '1.2 件/万人', '1.2 unit'],
    ['件/万人', '1.2件', 'unit'],
  ])('in %s reads %s as %s', (unit, text, expected) => {
    expect(brief(read(text, unit))).toBe(expected)
  })
})

describe('percent', () => {
  it.each([
    ['5%', '5 unit'],
    ['5.0％', '5.0 half-width unit'],
    ['5 %', '5 unit'],
    ['5‰', 'unit'],
    ['5 百分点', 'unit'],
    ['5个百分点', 'unit'],
  ])('reads %s as %s', (text, expected) => {
    expect(brief(read(text, '%'))).toBe(expected)
  })
})

describe('what is no number and not 0', () => {
  it.each([
    ['—', null],
    ['——', null],
    ['-', null],
    ['–', null],
    ['/', null],
    ['／', null],
    ['…', null],
    ['……', null],
    ['...', null],
    ['无', null],
    ['暂无数据', null],
    ['N/A', null],
    ['n.a.', null],
    ['未公布', 'not-yet-published'],
    ['尚未公布', 'not-yet-published'],
    ['待公布', 'not-yet-published'],
    ['不适用', 'not-applicable'],
    ['未收集', 'not-collected'],
    ['未统计', 'not-collected'],
  ])('takes %s for missing, with the reason %s', (text, suggestion) => {
    expect(read(text)).toEqual({ is: 'missing', typed: text, suggestion })
  })
  it.each(['', ' ', '\u3000', '\u00a0\t', '\r\n'])('takes %j for blank', (text) => {
    expect(read(text)).toEqual({ is: 'blank' })
  })
})

describe('what is not one clear number', () => {
  it.each([
    ['约1000', 'not-exact'],
    ['约17', 'not-exact'],
    ['1000余', 'not-exact'],
    ['1000多家', 'not-exact'],
    ['近千', 'not-exact'],
    ['十几家', 'not-exact'],
    ['1000左右', 'not-exact'],
    ['1 000 家以上', 'not-exact'],
    ['不少于20', 'not-exact'],
    ['≥20', 'not-exact'],
    ['＞20', 'not-exact'],
    ['~5', 'not-exact'],
    ['1000+', 'not-exact'],
    ['about 5', 'not-exact'],
    ['5—8', 'range'],
    ['5-8', 'range'],
    ['5~8', 'range'],
    ['5～8家', 'range'],
    ['5至8', 'range'],
    ['5家–8家', 'range'],
    ['1,00', 'grouping'],
    ['1,2345', 'grouping'],
    ['0,123', 'grouping'],
    ['1.234,5', 'grouping'],
    ['1,234,56', 'grouping'],
    ['12 34', 'grouping'],
    ['1,234 567', 'grouping'],
    ['5,', 'grouping'],
    ['12.3.4', 'not-a-number'],
    ['0x10', 'not-a-number'],
    ['1/2', 'not-a-number'],
    ['5²', 'unit'],
    ['³', 'not-a-number'],
    ['+', 'not-a-number'],
    ['正在核对', 'not-a-number'],
    ['1亿2000万', 'not-a-number'],
    ['1e5', 'scientific'],
    ['1.2E+05', 'scientific'],
    ['1.2×10^5', 'scientific'],
    ['=1+2', 'formula'],
    ['#REF!', 'error-value'],
    ['####', 'error-value'],
    ['#N/A', 'error-value'],
    ['2024/3/1', 'date'],
    ['3月5日', 'date'],
    ['5-May', 'date'],
    ['5 个', 'unit'],
    ['5%', 'unit'],
    ['5万元', 'unit'],
    ['1234567890123456789012345678901', 'too-long'],
    ['0.1234567890123456789012345678901', 'too-long'],
    ['123456789012345678901234567万', 'too-long'],
    ['9'.repeat(5000), 'too-long'],
    ['字'.repeat(5000), 'not-a-number'],
    ['5\u0000', 'unreadable'],
    ['5\ud800', 'unreadable'],
    ['(3.5)', 'negative-form -3.5'],
    ['（3.5）', 'negative-form -3.5'],
    ['—3.5', 'negative-form -3.5'],
    ['–1,234', 'negative-form -1234'],
    ['3。5', 'decimal-point 3.5'],
    ['3·5', 'decimal-point 3.5'],
    ['一百二十', 'chinese-numeral 120'],
    ['一百二十家', 'chinese-numeral 120'],
    ['十五', 'chinese-numeral 15'],
    ['三', 'chinese-numeral 3'],
    ['二〇二五', 'chinese-numeral 2025'],
    ['壹万贰仟', 'chinese-numeral 12000'],
    ['一亿零三百万', 'chinese-numeral 103000000'],
    ['一百零二', 'chinese-numeral 102'],
    ['一百二', 'chinese-numeral null'],
    ['增长5%', 'direction-word null'],
  ])('refuses %j: %s', (text, expected) => {
    expect(brief(read(text))).toBe(expected)
  })
  it('tells who reports a change how to write a fall and a rise', () => {
    expect(brief(readTypedFigure('下降3.8%', CHANGE))).toBe('direction-word -3.8')
    expect(brief(readTypedFigure('比上年增长 0.5', CHANGE))).toBe('direction-word 0.5')
    expect(brief(readTypedFigure('下降3.8个百分点', CHANGE))).toBe('direction-word null')
  })
})

describe('built or not', () => {
  it.each([
    ['1', '1'],
    ['0', '0'],
    ['１', '1 built'],
    ['是', '1 built'],
    ['建成', '1 built'],
    ['已建成', '1 built'],
    ['√', '1 built'],
    ['否', '0 built'],
    ['未建成', '0 built'],
    ['尚未建成', '0 built'],
    ['×', '0 built'],
    ['—', 'missing null'],
    ['未公布', 'missing not-yet-published'],
    [' ', 'blank'],
    ['在建', 'choose-built'],
    ['2', 'choose-built'],
    ['1.0', 'choose-built'],
    ['50%', 'choose-built'],
  ])('reads %j as %s', (text, expected) => {
    expect(brief(readTypedFigure(text, DONE))).toBe(expected)
  })
})

describe('what is said', () => {
  const refusalOf = (text: string, unit?: string) => {
    const result = read(text, unit)
    if (result.is !== 'refused') throw new Error(`${text} was not refused`)
    return result
  }
  it('says what is, then what to do', () => {
    expect(tellRefusal(refusalOf('约17'), 'zh-CN')).toBe(
      '“约17”不是一个确定的数。请填确定的数；还没有数，请选“尚未公布”，并把“约17”写进备注。',
    )
    expect(tellRefusal(refusalOf('约17'), 'en')).toBe(
      '“约17” is not an exact number. Enter the exact number. Without one yet, choose “not yet published” and put “约17” into the note.',
    )
    expect(tellRefusal(refusalOf('5 个'), 'zh-CN')).toBe('“5 个”带有“个”，这里的单位是“家”。请按“家”核对，只填数。')
    expect(tellRefusal(refusalOf('(3.5)'), 'zh-CN')).toBe('“(3.5)”若是负数，请写 −3.5。')
    expect(tellRefusal(refusalOf('一百二十'), 'zh-CN')).toBe('“一百二十”请用阿拉伯数字。若是确数，请写 120。')
  })
  it('shows what a conversion made before it is taken', () => {
    const scaled = read('3200万元', '亿元')
    const plain = read('5')
    if (scaled.is !== 'figure' || plain.is !== 'figure') throw new Error('no figure')
    expect(tellConversion(scaled, wanted('亿元'), 'zh-CN')).toBe('“3200万元”将记为 0.32 亿元：按单位换算。')
    expect(tellConversion(scaled, wanted('亿元'), 'en')).toBe(
      '“3200万元” is taken as 0.32 100 million yuan: converted to the unit.',
    )
    expect(tellConversion(plain, wanted('家'), 'zh-CN')).toBeUndefined()
  })
  it('asks why a figure is missing, where the sign does not say', () => {
    const told = (text: string) => {
      const result = read(text)
      return result.is === 'missing' && tellMissing(result, 'zh-CN')
    }
    expect(told('—')).toBe('“—”不是数，也不是 0。请选缺数的原因；确为 0，请填 0。')
    expect(told('未公布')).toBe('“未公布”将记为“尚未公布”，不记为 0。')
  })
  it.each(LANGUAGES)(
    'has a sentence for every refusal, without a gap and without an exclamation mark, in %s',
    (language) => {
      const refusals = REFUSAL_CODES.map((code) => ({
        is: 'refused' as const,
        typed: 'x',
        code,
        suggestion: '5',
        typedUnit: '个',
        unitZh: '家',
        unitEn: 'enterprises',
      }))
      for (const refusal of refusals) {
        expect(tellRefusal(refusal, language)).toMatch(language === 'en' ? /^[^!]{20,}\.$/ : /^[^！!]{10,}。$/)
        expect(tellRefusal(refusal, language)).not.toContain('undefined')
      }
    },
  )
  it('quotes a long text in part and never repeats a broken sign', () => {
    expect(tellRefusal(refusalOf('字'.repeat(500)), 'zh-CN').length).toBeLessThan(120)
    expect(tellRefusal(refusalOf('5\ud800'), 'zh-CN')).not.toMatch(/[\ud800-\udfff]/u)
  })
})

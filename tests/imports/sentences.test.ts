import { describe, expect, it } from 'vitest'
import {
  IGNORED_SENTENCES,
  PROBLEM_SENTENCES,
  REFUSAL_SENTENCES,
  REMARK_SENTENCES,
} from '../../server/imports/sentences.ts'
import { tellFileRefusal, tellProblem, tellRemark } from '../../server/imports/telling.ts'

const ALL = Object.entries({ ...REFUSAL_SENTENCES, ...PROBLEM_SENTENCES, ...REMARK_SENTENCES, ...IGNORED_SENTENCES })

describe('what is said of a file', () => {
  it.each(ALL)('of %s is a whole sentence in both languages', (_, sentence) => {
    expect(sentence['zh-CN']).toMatch(/。$/)
    expect(sentence.en).toMatch(/^[A-Z“{].*\.$/s)
    expect(sentence['zh-CN'] + sentence.en).not.toMatch(/[!！]|抱歉|请注意|失败/)
  })

  it('names the limit, the row and the column', () => {
    expect(tellFileRefusal({ code: 'upload-too-large', data: { limit: 2_097_152 } }, 2025, 'zh-CN')).toMatch(
      /^文件超过 2 MB。/,
    )
    expect(tellFileRefusal({ code: 'cell-too-long', row: 7, column: 28, data: { limit: 2000 } }, 2025, 'en')).toBe(
      'Row 7, column AB: This cell has more than 2000 characters. Shorten it.',
    )
    expect(tellRemark({ code: 'hidden-row', row: 3 }, 'zh-CN')).toBe('第 3 行：这一行在文件中是隐藏的，照常读取。')
    expect(tellRemark({ code: 'hidden-column', column: 3 }, 'zh-CN')).toBe('C 列：这一列在文件中是隐藏的，照常读取。')
  })

  it('quotes on one line, and not at any length', () => {
    const data = { text: `二\n氧${'化'.repeat(100)}` }
    const problem = { row: 7, column: { letter: 'F', header: '2025\n年数值' }, code: 'reason-unknown', data } as const
    expect(tellProblem(problem, 'zh-CN')).toMatch(/^第 7 行 F 列（2025 年数值）：“二 氧化{37}…”不是缺报原因。/)
  })
})

import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { guarded, text, toCsv, value } from '../../server/domain/csv.ts'

const COLUMNS = [
  text<[string | null, string]>('text', ([words]) => words),
  value<[string | null, string]>('value', ([, figure]) => figure),
]

describe('a CSV table', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠x', "'x"])(
    'puts one single quote before text that a spreadsheet may read as a formula: %j',
    (content) => {
      expect(guarded(content)).toBe(`'${content}`)
    },
  )

  it('leaves figures as they are, the negative ones too', () => {
    expect(toCsv(COLUMNS, [['-3.5', '-3.5']], false)).toBe("text,value\r\n'-3.5,-3.5\r\n")
  })

  it('begins with the mark by which Excel knows UTF-8, unless told otherwise', () => {
    expect(toCsv(COLUMNS, [])).toBe('\uFEFFtext,value\r\n')
  })

  it('gives any text back to a reader of RFC 4180 that removes one leading quote', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', minLength: 1 }).map((words) => words.toWellFormed()),
        (words) => {
          const [row] = parse(toCsv(COLUMNS, [[words, '1']], false), { columns: true, record_delimiter: '\r\n' }) as {
            text: string
          }[]
          expect(row?.text.replace(/^'/, '')).toBe(words)
        },
      ),
    )
  })
})

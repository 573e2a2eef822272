import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { FileKind } from '../../server/imports/read-bytes.ts'
import { matchRows } from '../../server/imports/match-rows.ts'
import { EXPECTED } from './expected.ts'
import { tableOf } from './reading.ts'

const fixture = (name: string): Uint8Array => readFileSync(path.join(import.meta.dirname, 'fixtures', name))

const FIGURES = [
  ['laboratories', '1008', null, true, '省科技厅'],
  ['rd-intensity', '1.0', null, false, '=科技统计年鉴'],
  ['contracts', '17.55', null, false, '科技部\n火炬中心'],
  ['carbon-intensity', null, 'not-yet-published', false, null],
  ['storage-laboratory', '0', null, false, null],
]

// The template, filled in and saved by LibreOffice Calc 7.4, as it stands and as “Text CSV” in two encodings.
describe('the template filled in and saved by LibreOffice', () => {
  const csv = fixture('filled-in-libreoffice.csv')

  it.each<[string, FileKind, Uint8Array]>([
    ['.xlsx', 'xlsx', fixture('filled-in-libreoffice.xlsx')],
    ['.csv in UTF-8', 'csv', csv],
    ['.csv in GB18030', 'csv', fixture('filled-in-libreoffice-gb18030.csv')],
  ])('as %s comes back figure by figure', async (_, kind, bytes) => {
    const match = matchRows(await tableOf(bytes, kind), EXPECTED)
    if (match.is === 'refused') throw new Error(JSON.stringify(match.refusal))
    expect(match.problems).toEqual([])
    expect(
      match.entries.map((entry) => [
        ...[entry.indicatorCode, entry.value, entry.missingReason],
        ...[entry.provisional, entry.source],
      ]),
    ).toEqual(FIGURES)
  })
})

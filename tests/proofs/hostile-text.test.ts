import { expect, it } from 'vitest'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { proveText } from './hostile-text.ts'
import { proveRefusals } from './refused-text.ts'
import { liveTexts, readTables } from './snapshot-texts.ts'
import { liveCells } from './spreadsheet-faults.ts'
import { readSheet } from './spreadsheet-program.ts'

// The proof of hostile texts with a small count; only the script opens its files in LibreOffice.

const SEED = Number(process.env['TEXT_SEED'] ?? Date.now() % 1_000_000)

describeOnBothEngines('text that someone may type', (engine) => {
  it('comes out of the export and of its import as it went in, and begins no cell with a formula', async () => {
    const db = await databaseOfTest(engine)
    const onDatabase = async () => (await readTables(db, 5000)).flatMap(liveTexts)
    const result = await proveText({ strings: 600, seed: SEED, withDatabase: (work) => work(db), onDatabase })
    expect(result, `TEXT_SEED=${SEED}`).toEqual({ strings: 600, kept: 600, wrong: [] })
  }, 60_000)

  it('is refused with NUL or half of a surrogate pair, naming the field, in every field of every body', async () => {
    const result = await proveRefusals(await databaseOfTest(engine))
    expect(result.accepted).toEqual([])
    expect(result.fields).toBeGreaterThan(100)
  }, 60_000)
})

it('cells that act are found in what LibreOffice makes of a file', () => {
  const cell = (head: string, content = '<text:p>x</text:p>') =>
    `<table:table-cell ${head}>${content}</table:table-cell>`
  const made = readSheet(
    [
      '<table:table table:name="a"><table:table-column/>',
      `<table:table-row>${cell('office:value-type="string"')}<table:table-cell table:number-columns-repeated="2"/>`,
      `${cell('table:formula="of:=1+1" office:value-type="float" office:value="2"')}</table:table-row>`,
      `<table:table-row>${cell('office:value-type="string"', '<text:p><text:a xlink:href="http://a">b</text:a></text:p>')}`,
      `${cell('office:value-type="float" office:value="-3.5"')}</table:table-row>`,
      '<table:table-row><table:table-cell table:number-columns-repeated="1024"/></table:table-row></table:table>',
    ].join(''),
  )
  expect(made.map((cells) => cells.map(({ type, value }) => value ?? type))).toEqual([
    ['string', undefined, undefined, '2'],
    ['string', '-3.5'],
  ])
  expect(liveCells(made)).toEqual(['row 1, column 4 is live', 'row 2, column 1 is live'])
})

import { type Desk, type Row, withService } from './desk.ts'
import { openBareDatabase } from './bare-database.ts'
import { alternate, timed } from './result.ts'
import { draftOf, type Writer, writerAt } from './writer.ts'

/** As many as the service takes in one call. */
const ITEMS_PER_CALL = 1000
/** Of one way to bring figures in; the years after these are of another. */
const MOST_YEARS = 5
const WANTED = { is: 'speed', value: 0.12 } as const

/** One sheet: the figures of a region and year. */
interface Sheet {
  writer: Writer
  year: number
}

/**
 * Goal 6: figures in bulk, checked, audited and chained, through each door that there is, against a bare prepared insert of
 * as many rows of the same texts in one transaction.
 */
export async function measureBulk(desk: Desk): Promise<Row[]> {
  const { extent, ground } = desk
  const bulk = planOf(desk)
  const writers: Writer[] = []
  for (const region of ground.regions.slice(0, bulk.regionsPerRun * extent.runs)) {
    writers.push(await writerAt(desk, region))
  }
  const bare = await openBareDatabase(desk)
  const ofRun = (run: number): Writer[] => writers.slice(run * bulk.regionsPerRun, (run + 1) * bulk.regionsPerRun)
  const insert = (): Promise<number> => timed(() => bare.insert(figuresOf(desk, sheetsOf(ofRun(0), bulk.saved))))
  try {
    return await withService(desk, async ({ port }) => {
      const save = (run: number): Promise<number> => timed(() => saveAll(desk, port, sheetsOf(ofRun(run), bulk.saved)))
      const approve = (run: number): Promise<number> => timed(() => approveAll(port, sheetsOf(ofRun(run), bulk.saved)))
      const load = (run: number): Promise<number> =>
        timed(() => importAll(desk, port, sheetsOf(ofRun(run), bulk.imported)))
      await insert()
      const rows: Row[] = []
      for (const { what, ours, note } of [
        { what: 'saved, 1,000 a call', ours: save, note: 'PUT /api/observations' },
        { what: 'submitted and approved, a sheet a call', ours: approve, note: 'with the upkeep of current figures' },
        { what: 'imported, a file for each region and year', ours: load, note: 'read, told, and applied' },
      ]) {
        const taken = await alternate(extent.runs, ours, insert)
        rows.push({
          what: `${extent.bulkFigures.toLocaleString('en')} figures ${what}`,
          unit: 'ms',
          ours: taken.ours,
          reference: { name: 'bare prepared insert', values: taken.reference },
          wanted: WANTED,
          note,
        })
      }
      return rows
    })
  } finally {
    await bare.close()
  }
}

/** The years of each way, and how many regions one run takes. */
function planOf({ extent, ground }: Desk): { saved: number[]; imported: number[]; regionsPerRun: number } {
  const sheets = Math.ceil(extent.bulkFigures / ground.indicators.length)
  const years = Math.min(MOST_YEARS, sheets)
  return {
    saved: ground.years.slice(0, years),
    imported: ground.years.slice(MOST_YEARS, MOST_YEARS + years),
    regionsPerRun: Math.ceil(sheets / years),
  }
}

const sheetsOf = (writers: readonly Writer[], years: readonly number[]): Sheet[] =>
  writers.flatMap((writer) => years.map((year) => ({ writer, year })))

type Draft = ReturnType<typeof draftOf>

function figuresOf({ ground, extent }: Desk, sheets: readonly Sheet[]): Draft[] {
  return sheets.flatMap(({ writer, year }) => draftsOf(ground.indicators, writer, year)).slice(0, extent.bulkFigures)
}

const draftsOf = (indicators: readonly string[], writer: Writer, year: number): Draft[] =>
  indicators.map((indicator, at) => draftOf(writer.region, indicator, year, String(10 + (at % 10))))

async function saveAll(desk: Desk, port: number, sheets: readonly Sheet[]): Promise<void> {
  for (const [writer, its] of Map.groupBy(sheets, (sheet) => sheet.writer)) {
    const items = figuresOf(desk, its)
    for (let at = 0; at < items.length; at += ITEMS_PER_CALL) {
      await writer.save(port, items.slice(at, at + ITEMS_PER_CALL))
    }
  }
}

async function approveAll(port: number, sheets: readonly Sheet[]): Promise<void> {
  for (const { writer, year } of sheets) await writer.decide(port, await writer.submit(port, year))
}

async function importAll({ ground }: Desk, port: number, sheets: readonly Sheet[]): Promise<void> {
  for (const { writer, year } of sheets) {
    const lines = draftsOf(ground.indicators, writer, year).map((draft) =>
      [draft.indicatorCode, draft.value, draft.source, draft.note].join(','),
    )
    await writer.importTable(port, year, ['indicator_code,value,source,note', ...lines].join('\r\n'))
  }
}

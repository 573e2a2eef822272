import { listSheets, momentsOfSheet } from './calendar.ts'
import { Chain, type Recorded } from './chain.ts'
import { listDemoLines } from './demo-life.ts'
import { makeIndicators } from './indicators.ts'
import { makeOrganisations } from './organisations.ts'
import { countFigures, type FigureCount, InForce } from './in-force.ts'
import { listEvents } from './prologue.ts'
import { Shadow } from './shadow.ts'
import { fillSheet, type Ground, seriesOf } from './sheets.ts'
import { LARGE_TABLES, type Sink, type Tables } from './sink.ts'
import { type Size, YEARS } from './size.ts'
import { Story } from './story.ts'
import type { Series } from './values.ts'

/** The last instant that the demo knows of; its open round ends two months later. */
const NOW = new Date('2026-06-30T04:00:00.000Z')

export interface Wanted {
  seed: number
  size: Size
  open: (tables: Tables) => Promise<Sink>
  /** Hears how many figures are entered. */
  onEntered?: ((figures: number) => void) | undefined
}

/** Makes the demo and so many figures beside it, the same for the same seed to the last byte. */
export async function generate({ seed, size, open, onEntered }: Wanted): Promise<void> {
  const shadow = await Shadow.open()
  const tables = { ...(await shadow.listTables()), ...LARGE_TABLES }
  const sink = await open(tables)
  try {
    const ground = groundOf(seed, size)
    const chain = new Chain(sink)
    const story = new Story([...(await listDemoLines(NOW)), ...eventsOf(ground)], chain, shadow)
    const inForce = new InForce(ground)
    let entered = 0
    for (const sheet of listSheets(ground.reporting.length)) {
      const moments = momentsOfSheet(sheet, ground.reporting.length)
      await story.tellUntil(moments.entered)
      entered += fillSheet(ground, sheet, moments, { chain, sink, inForce })
      onEntered?.(entered)
      await sink.drain()
    }
    await story.tellUntil(NOW.toISOString())
    await writeRest(sink, inForce, shadow, tables)
    await sink.finish()
  } catch (error) {
    await sink.abort()
    throw error
  } finally {
    await shadow.close()
  }
}

/** What is in force, and the rows of everything that is not made by the million. */
async function writeRest(sink: Sink, inForce: InForce, shadow: Shadow, tables: Tables): Promise<void> {
  const counts: FigureCount[] = []
  for (const rows of inForce.rows()) {
    for (const row of rows) sink.add('current_figure', row)
    counts.push(...countFigures(rows))
    await sink.drain()
  }
  await shadow.putInForce(counts)
  for (const [table, columns] of Object.entries(tables)) {
    if (table === 'audit_line') continue
    const rows = await shadow.listRows(table, columns)
    for (const row of rows) sink.add(table, row)
    await sink.drain()
  }
}

function groundOf(seed: number, { organisations, indicators, cells, corrected }: Size): Ground {
  const { regions, reporting } = makeOrganisations(organisations)
  return { lot: { seed, corrected }, cells, regions, reporting, indicators: makeIndicators(indicators) }
}

/** Every seventh series is one of those that an organisation promises something of: in time all kinds. */
const APART = 7

function eventsOf(ground: Ground): Recorded[] {
  const { regions, reporting, indicators, cells } = ground
  // Of the last indicator, not all may have figures.
  const whole = Math.max(1, Math.floor(cells / (reporting.length * YEARS)))
  const promised = reporting.flatMap((_, organisation): Series[] => {
    const at = (organisation * APART) % whole
    const indicator = indicators[at]
    return indicator === undefined ? [] : [seriesOf(ground, organisation, indicator, at)]
  })
  return listEvents({ regions, reporting, indicators, promised })
}

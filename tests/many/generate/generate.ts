import { CAMPAIGNS, momentsOf } from './calendar.ts'
import { Chain, type Recorded } from './chain.ts'
import { listDemoLines } from './demo-life.ts'
import { makeIndicators } from './indicators.ts'
import { makeOrganisations } from './organisations.ts'
import { listEvents } from './prologue.ts'
import { Shadow } from './shadow.ts'
import { fillSheet, type Ground, seriesOf, type Sheet } from './sheets.ts'
import { LARGE_TABLES, type Sink, type Tables } from './sink.ts'
import type { Size } from './size.ts'
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
    let entered = 0
    for (const sheet of sheetsOf(ground)) {
      await story.tellUntil(sheet.moments.entered)
      entered += fillSheet(ground, sheet, chain, sink)
      onEntered?.(entered)
      await sink.drain()
    }
    await story.tellUntil(NOW.toISOString())
    for (const [table, columns] of Object.entries(tables)) {
      if (table === 'audit_line') continue
      for (const row of await shadow.listRows(table, columns)) sink.add(table, row)
      await sink.drain()
    }
    await sink.finish()
  } catch (error) {
    await sink.abort()
    throw error
  } finally {
    await shadow.close()
  }
}

function groundOf(seed: number, { organisations, indicators, cells, corrected }: Size): Ground {
  const { regions, reporting } = makeOrganisations(organisations)
  return { lot: { seed, corrected }, cells, regions, reporting, indicators: makeIndicators(indicators) }
}

/** Every seventh series is one of those that an organisation promises something of: in time all kinds. */
const APART = 7

function eventsOf(ground: Ground): Recorded[] {
  const { regions, reporting, indicators } = ground
  const promised = reporting.flatMap((_, organisation): Series[] => {
    const at = (organisation * APART) % indicators.length
    const indicator = indicators[at]
    return indicator === undefined ? [] : [seriesOf(ground, organisation, indicator, at)]
  })
  return listEvents({ regions, reporting, indicators, promised })
}

/** All sheets in the order of time, once as they are entered and once as they are corrected. */
function* sheetsOf({ reporting }: Ground): Generator<Sheet> {
  for (const { years, opensOn, correctsOn, endsOn } of CAMPAIGNS) {
    const of = years.length * reporting.length
    for (const revision of [1, 2] as const) {
      const [from, to] = revision === 1 ? [opensOn, correctsOn] : [correctsOn, endsOn]
      for (let at = 0; at < of; at++) {
        const year = years[Math.floor(at / reporting.length)] ?? 0
        yield { organisation: at % reporting.length, year, revision, moments: momentsOf(from, to, at, of) }
      }
    }
  }
}

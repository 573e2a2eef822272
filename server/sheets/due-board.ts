import type { Kysely } from 'kysely'
import { findLastOf } from '../audit/last-of.ts'
import type { DueCount, DueCounts } from '../contract/due.ts'
import type { Region } from '../contract/reference.ts'
import type { Database } from '../db/schema.ts'
import type { Round } from '../domain/rounds.ts'
import { loadGround } from '../observations/ground.ts'
import { type Figures, readFigures } from '../observations/standing.ts'
import type { YearFigures } from '../observations/standing-rows.ts'
import { pause } from '../pause.ts'
import { byCode, listRegions } from '../plans/queries.ts'
import { whenOf } from './due.ts'
import { type InOrder, inBothOrders } from './due-order.ts'
import { countYear, leftOf, type YearTally } from './due-tally.ts'

/** How far every region is with every round. */
export type DueBoard = Pick<DueCounts, 'summary' | 'rounds'> & InOrder

type Moment = { seq: number; day: string }

/** What a board is made of; most lines of the log change none of it. */
interface MadeOf {
  figures: Figures
  /** The last lines that changed rounds, targets and regions, and the day. */
  rest: string
}

const latest = new WeakMap<Kysely<Database>, MadeOf & { board: Promise<DueBoard> }>()

/** How far all are at an instant; what was asked for last is kept as long as it is made of the same. */
export async function findDueBoard(db: Kysely<Database>, { seq, day }: Moment): Promise<DueBoard> {
  const grounds = ['rounds', 'targets', 'reference'] as const
  const lasts = await Promise.all(grounds.map((ground) => findLastOf(db, ground, seq)))
  const rest = [day, ...lasts].join()
  const figures = await readFigures(db, seq)
  const kept = latest.get(db)
  if (kept?.figures === figures && kept.rest === rest) return await kept.board
  const made = { figures, rest, board: makeBoard(db, { seq, day }, figures) }
  latest.set(db, made)
  made.board.catch(() => latest.get(db) === made && latest.delete(db))
  return await made.board
}

interface Kept {
  figures: YearFigures
  rounds: readonly Round[]
  targeted: ReadonlySet<string>
  tally: YearTally
}

/** Of each region and year, as long as figures, rounds and targets are the same. */
const tallies = new WeakMap<Kysely<Database>, ReadonlyMap<string, Kept>>()

/** Nobody shall wait longer for the event loop than it takes to count so many. */
const COUNTED_AT_ONCE = 1000

async function makeBoard(db: Kysely<Database>, { seq, day }: Moment, figures: Figures): Promise<DueBoard> {
  const ground = await loadGround(db, seq)
  const { rounds } = ground
  const regions = byCode(await listRegions(db, seq))
  const known = tallies.get(db)
  const kept = new Map<string, Kept>()
  const adding = newAdding(rounds)
  for (const ofYear of Map.groupBy(rounds, ({ year }) => year).values()) {
    for (const [regionCode, asking] of byRegion(ofYear)) {
      const region = regions.get(regionCode)
      const year = asking[0]?.year ?? 0
      if (region === undefined) continue
      const key = `${regionCode}/${year}`
      const rest = { figures: figures.of(regionCode, year), rounds, targeted: ground.targetedIn(regionCode) }
      const before = known?.get(key)
      const tally =
        before !== undefined && isSame(before, rest)
          ? before.tally
          : countYear(asking, regionCode, ground, rest.figures, figures.letterOf)
      kept.set(key, { ...rest, tally })
      adding.add(region, tally, day)
      if (kept.size % COUNTED_AT_ONCE === 0) await pause()
    }
  }
  tallies.set(db, kept)
  return await adding.board()
}

const isSame = (a: Omit<Kept, 'tally'>, b: Omit<Kept, 'tally'>): boolean =>
  a.figures === b.figures && a.rounds === b.rounds && a.targeted === b.targeted

function byRegion(rounds: readonly Round[]): Map<string, Round[]> {
  const asking = new Map<string, Round[]>()
  for (const round of rounds) {
    for (const code of round.regionCodes) {
      const some = asking.get(code)
      if (some === undefined) asking.set(code, [round])
      else some.push(round)
    }
  }
  return asking
}

/** What can still be entered counts where it can be entered, however late another round is. */
const WHERE_COUNTED = ['due-soon', 'open', 'overdue'] as const

/** Adds up regions and years. */
function newAdding(rounds: readonly Round[]) {
  const items: DueCount[] = []
  const summary = { overdue: 0, soon: 0, left: 0, waiting: 0 }
  const regions = { overdue: new Set<string>(), soon: new Set<string>(), left: new Set<string>() }
  const sums = new Map(rounds.map(({ id }) => [id, { roundId: id, regions: 0, done: 0, left: 0 }]))
  const add = ({ code, nameZh, nameEn }: Region, { rounds: ofYear, waiting }: YearTally, day: string): void => {
    const whens = ofYear.map((tally) => ({ ...tally, when: whenOf(tally.round, leftOf(tally), day) }))
    const region = { code, nameZh, nameEn }
    for (const { round, owed: _owed, ...counts } of whens) {
      const { id, kind, year, opensOn, closesOn } = round
      items.push({ roundId: id, kind, year, region, opensOn, closesOn, ...counts })
      const sum = sums.get(id)
      if (sum === undefined) continue
      sum.regions += 1
      sum.left += leftOf(counts)
      if (counts.when === 'done') sum.done += 1
    }
    summary.waiting += waiting
    const counted = new Set<string>()
    for (const where of WHERE_COUNTED) {
      const before = counted.size
      for (const { when, owed } of whens) {
        if (when === where) for (const letter of owed) counted.add(letter)
      }
      const more = counted.size - before
      if (more === 0) continue
      if (where !== 'open') {
        const name = where === 'overdue' ? 'overdue' : 'soon'
        summary[name] += more
        regions[name].add(code)
      }
      if (where !== 'overdue') {
        summary.left += more
        regions.left.add(code)
      }
    }
  }
  const board = async (): Promise<DueBoard> => ({
    ...(await inBothOrders(items)),
    summary: {
      ...summary,
      overdueRegions: regions.overdue.size,
      soonRegions: regions.soon.size,
      leftRegions: regions.left.size,
    },
    rounds: [...sums.values()],
  })
  return { add, board }
}

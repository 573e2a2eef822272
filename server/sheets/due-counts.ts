import type { Kysely } from 'kysely'
import { findLastOf } from '../audit/last-of.ts'
import type { DueCount, DueCounts } from '../contract/due.ts'
import type { Region } from '../contract/reference.ts'
import type { Database } from '../db/schema.ts'
import type { Round } from '../domain/rounds.ts'
import { mentionsWords } from '../domain/search.ts'
import { type Ground, loadGround } from '../observations/ground.ts'
import { type Figures, readFigures, type YearFigures } from '../observations/standing.ts'
import { pause } from '../pause.ts'
import { byCode, listRegions } from '../plans/queries.ts'
import { codesOf, isAnswered, whenOf } from './due.ts'

/** How far every region is with every round. */
export type DueBoard = Pick<DueCounts, 'summary' | 'rounds'> & {
  /** The most urgent first. */
  items: readonly DueCount[]
  /** Those that owe most first. */
  byLeft: readonly DueCount[]
}

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

/** What is asked of a region in one year, counted. Days do not matter to it. */
interface YearTally {
  rounds: RoundTally[]
  /** Submitted figures that any of the rounds asks for. */
  waiting: number
}

interface RoundTally extends Pick<DueCount, 'asked' | 'missing' | 'draft' | 'returned' | 'submitted' | 'approved'> {
  round: Round
  /** The letters of the indicators that are to be entered or submitted. */
  owed: string
}

interface Kept {
  figures: YearFigures
  rounds: readonly Round[]
  targeted: ReadonlySet<string>
  tally: YearTally
}

/** Of each region and year, as long as figures, rounds and targets are the same. */
const tallies = new WeakMap<Kysely<Database>, ReadonlyMap<string, Kept>>()

/** Nobody shall wait longer for the event loop than it takes to count so many, or to put so many in order. */
const COUNTED_AT_ONCE = 1000
const PLACED_AT_ONCE = 20_000

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

function countYear(
  rounds: readonly Round[],
  regionCode: string,
  ground: Ground,
  figures: YearFigures,
  letterOf: (indicatorCode: string) => string,
): YearTally {
  const asked = rounds.map((round) => ({ round, codes: codesOf({ round, regionCode }, ground) }))
  return {
    rounds: asked.map(({ round, codes }) => countRound(round, codes, figures, letterOf)),
    waiting: figures.pending.filter(
      ({ state, indicatorCode }) => state === 'submitted' && asked.some(({ codes }) => codes.has(indicatorCode)),
    ).length,
  }
}

function countRound(
  round: Round,
  codes: ReadonlySet<string>,
  figures: YearFigures,
  letterOf: (indicatorCode: string) => string,
): RoundTally {
  const entered = new Set(figures.pending.map(({ indicatorCode }) => indicatorCode))
  const tally = { round, asked: 0, missing: 0, draft: 0, returned: 0, submitted: 0, approved: 0, owed: '' }
  if (round.kind !== 'revision') {
    tally.asked = codes.size
    for (const code of codes) {
      const letter = letterOf(code)
      if (isAnswered(letter, figures, round)) tally.approved += 1
      else if (!entered.has(code)) {
        tally.missing += 1
        tally.owed += letter
      }
    }
  }
  for (const { indicatorCode, state } of figures.pending) {
    if (!codes.has(indicatorCode)) continue
    tally[state] += 1
    const letter = letterOf(indicatorCode)
    if (state !== 'submitted' && !tally.owed.includes(letter)) tally.owed += letter
  }
  return tally
}

const leftOf = ({ missing, draft, returned }: Pick<DueCount, 'missing' | 'draft' | 'returned'>): number =>
  missing + draft + returned

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

const URGENCY = { overdue: 0, 'due-soon': 1, open: 2, coming: 3, done: 4 } as const satisfies Record<
  DueCount['when'],
  number
>

/** Those that are equal by urgency, or by what is left, in the order of regions, and of one region the newest round first. */
async function inBothOrders(items: readonly DueCount[]): Promise<Pick<DueBoard, 'items' | 'byLeft'>> {
  const newest = await inOrderOf(items, ({ roundId }) => -roundId)
  const ofRegions = await inOrderOf(newest, ({ region }) => region.code)
  return {
    items: await inOrderOf(ofRegions, ({ when, closesOn }) => `${URGENCY[when]} ${closesOn}`),
    byLeft: await inOrderOf(ofRegions, (item) => -leftOf(item)),
  }
}

/** In the order of their keys; of the same key as they stand. Only keys are sorted, for many items take a pause. */
async function inOrderOf<Key extends number | string>(
  items: readonly DueCount[],
  keyOf: (item: DueCount) => Key,
): Promise<DueCount[]> {
  const groups = new Map<Key, DueCount[]>()
  for (const [index, item] of items.entries()) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
    if ((index + 1) % PLACED_AT_ONCE === 0) await pause()
  }
  const keys = [...groups.keys()].toSorted((a, b) => (a < b ? -1 : 1))
  return keys.flatMap((key) => groups.get(key) ?? [])
}

export interface DueFilters {
  round?: number | undefined
  done?: '0' | '1' | undefined
  q?: string | undefined
  order?: 'urgency' | 'left'
  perRound?: number | undefined
}

/** Those of the board that are looked for, in their order. */
export function chosenOf(board: DueBoard, { round, done, q, order, perRound }: DueFilters): DueCount[] {
  const found = new Map<string, boolean>()
  const isFound = ({ code, nameZh, nameEn }: DueCount['region']): boolean => {
    const is = found.get(code) ?? (q === undefined || mentionsWords([code, nameZh, nameEn], q))
    found.set(code, is)
    return is
  }
  const items = order === 'left' ? board.byLeft : board.items
  const chosen = items.filter(
    (item) =>
      (round === undefined || item.roundId === round) &&
      (done === undefined || (item.when === 'done') === (done === '1')) &&
      isFound(item.region),
  )
  if (perRound === undefined) return chosen
  const taken = new Map<number, number>()
  return chosen.filter(({ roundId }) => {
    const before = taken.get(roundId) ?? 0
    taken.set(roundId, before + 1)
    return before < perRound
  })
}

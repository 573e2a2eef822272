import { setTimeout as delay } from 'node:timers/promises'
import type { CrowdWorld, Member } from './crowd-world.ts'
import { type Acknowledged, isAtLeast, type Ledger, type State } from './crowd-ledger.ts'

interface Figure {
  id: number
  regionCode: string
  indicatorCode: string
  revision: number
  value: string | null
  state: string
}

interface SheetRow {
  indicator: { code: string }
  revision: number
  approved: Figure | null
  pending: Figure | null
}

interface Answer {
  status: number
  body: Record<string, unknown>
}

/** How a crowd works: where, until when, and how long each thinks between two things, in milliseconds. */
export interface CrowdWork {
  address: string
  world: CrowdWorld
  ledger: Ledger
  random: () => number
  thinkMs: number
  isOver: () => boolean
}

const READ = ['/api/progress', '/api/targets?limit=50', '/api/freshness', '/api/rounds', '/api/observations?year=2020']

/** All of them work beside each other until it is over. */
export async function letWork(work: CrowdWork): Promise<void> {
  await Promise.all(work.world.members.map((member) => new Person(member, work).live()))
}

class Person {
  readonly #member: Member
  readonly #work: CrowdWork

  constructor(member: Member, work: CrowdWork) {
    this.#member = member
    this.#work = work
  }

  async live(): Promise<void> {
    const { random, thinkMs, isOver } = this.#work
    await delay(random() * thinkMs)
    while (!isOver()) {
      await this.#act()
      await delay(thinkMs * (0.5 + random()))
    }
  }

  /** Four of five requests read: reporters look before each save and after it. */
  async #act(): Promise<void> {
    const { random } = this.#work
    const { role } = this.#member
    if (role === 'leader' || random() < 0.1) return await this.#look()
    if (role === 'reporter') await this.#report()
    else await this.#review()
  }

  async #look(): Promise<void> {
    const path = READ[Math.floor(this.#work.random() * READ.length)] ?? READ[0]!
    await this.#ask('GET', path, path.split('?')[0] ?? path)
  }

  /** Looks at the own sheet, where everything acknowledged has to be; then saves, submits or leaves it at that. */
  async #report(): Promise<void> {
    const rows = await this.#sheet()
    const chance = this.#work.random()
    if (rows === undefined || chance < 0.1) return
    const { regionCode } = this.#member
    const { year } = this.#work.world
    if (chance > 0.8 && rows.some(({ pending }) => pending?.state === 'draft')) {
      const answer = await this.#ask('POST', '/api/submissions', 'submit', { regionCode, year })
      return this.#note(answer, 'submitted')
    }
    const open = rows.filter(({ pending }) => pending?.state !== 'submitted')
    const row = open[Math.floor(this.#work.random() * open.length)]
    if (row === undefined) return
    const item = {
      ...{ regionCode, year, indicatorCode: row.indicator.code, ifRevision: row.revision, note: '已核' },
      value: String(Math.floor(this.#work.random() * 100_000)),
      correction: row.approved === null ? null : { code: 'typing', reason: '录入错误' },
    }
    this.#note(await this.#ask('PUT', '/api/observations', 'save', { items: [item] }), 'draft')
    // What was saved is there at the next look, however soon.
    await this.#sheet()
  }

  /** Approves what waits, if anything does. */
  async #review(): Promise<void> {
    const before = this.#work.ledger.of(this.#member.regionCode, 'reviewer')
    const answer = await this.#ask('GET', '/api/reviews', '/api/reviews')
    if (answer?.status !== 200) return
    const items = (answer.body['items'] as { observation: Figure }[]).map(({ observation }) => observation)
    this.#hold(before, items)
    if (items.length === 0) return void (await this.#sheet())
    const body = { decision: 'approve', observationIds: items.map(({ id }) => id) }
    this.#note(await this.#ask('POST', '/api/reviews', 'approve', body), 'approved')
  }

  async #sheet(): Promise<SheetRow[] | undefined> {
    const { regionCode, role } = this.#member
    const before = this.#work.ledger.of(regionCode, role === 'reporter' ? role : 'reviewer')
    const answer = await this.#ask('GET', `/api/sheets/${regionCode}/${this.#work.world.year}`, '/api/sheets')
    if (answer?.status !== 200) return undefined
    const rows = answer.body['rows'] as SheetRow[]
    const read = rows.flatMap(({ pending, approved }) => pending ?? approved ?? [])
    for (const code of before.keys()) {
      if (!read.some(({ indicatorCode }) => indicatorCode === code))
        this.#tellStale(`${regionCode}/${code} is not there`)
    }
    this.#hold(before, read)
    return rows
  }

  /** Holds what was read against what had been acknowledged before it was asked for. */
  #hold(before: ReadonlyMap<string, Acknowledged>, read: readonly Figure[]): void {
    for (const figure of read) {
      const told = before.get(figure.indicatorCode)
      if (told !== undefined && !isAtLeast(figure, told)) {
        this.#tellStale(`read ${JSON.stringify(figure)} after ${JSON.stringify(told)}`)
      }
    }
  }

  #tellStale(what: string): void {
    this.#work.ledger.stale.push(`${this.#member.username}: ${what}`)
  }

  #note(answer: Answer | undefined, state: State): void {
    if (answer?.status !== 200) return
    for (const { id, regionCode, indicatorCode, revision, value } of answer.body['items'] as Figure[]) {
      this.#work.ledger.acknowledge({ id, regionCode, indicatorCode, revision, value: value ?? '', state })
    }
  }

  async #ask(method: string, path: string, kind: string, body?: object): Promise<Answer | undefined> {
    const { address, ledger } = this.#work
    const { cookie, username } = this.#member
    const begin = performance.now()
    const tell = (what: string): string => `${new Date().toISOString()} ${username} ${method} ${path}: ${what}`
    try {
      const response = await fetch(`${address}${path}`, {
        ...{ method, headers: { cookie, ...(body && { 'content-type': 'application/json' }) } },
        ...(body && { body: JSON.stringify(body) }),
      })
      const text = await response.text()
      ledger.time(kind, performance.now() - begin)
      const { status } = response
      if (status >= 500 || status === 401) ledger.errors.push(tell(`${status} ${text.slice(0, 200)}`))
      else if (text.includes('"done-before"')) ledger.doneBefore += 1
      else if (status >= 400) ledger.strange.push(tell(`${status} ${text.slice(0, 200)}`))
      return { status, body: status === 200 ? (JSON.parse(text) as Record<string, unknown>) : {} }
    } catch (error) {
      ledger.errors.push(tell(String(error instanceof Error ? (error.cause ?? error) : error)))
      return undefined
    }
  }
}

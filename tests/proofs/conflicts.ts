import { findBreak } from '../../server/audit/verify.ts'
import { connect } from '../../server/db/connect.ts'
import { environmentOf, indicatorName, type Place, prepareDesk } from './proof-desk.ts'
import { ask, type ServerProcess, startServer } from './server-process.ts'

export interface ConflictsProved {
  savePairs: number
  decisionPairs: number
  /** What happened other than one 200 and one 409. */
  strange: string[]
  acceptedSaves: number
  acceptedDecisions: number
  /** Lines of the audit log about them. */
  enterLines: number
  decisionLines: number
  isChainWhole: boolean
}

/** So many figures are fought over at the same time. */
const LANES = 10

/**
 * Pairs of saves of one figure, and pairs of opposite decisions on one submission, each pair at once through two
 * processes on one database.
 *
 * @param pairs of each kind, at least; a multiple of the lanes
 */
export async function proveConflicts(place: Place, pairs: number): Promise<ConflictsProved> {
  const { cookies, year } = await prepareDesk(place, LANES)
  const servers = await Promise.all([startServer(environmentOf(place)), startServer(environmentOf(place))])
  const strange: string[] = []
  const accepted = { saves: 0, decisions: 0 }
  const rounds = Math.ceil(pairs / LANES)
  try {
    await Promise.all(
      Array.from({ length: LANES }, async (_, lane) => {
        const fight = new Fight([servers[0], servers[1]], cookies, { indicatorCode: indicatorName(lane), year })
        for (let round = 0; round < rounds; round++) strange.push(...(await fight.once(round, accepted)))
      }),
    )
  } finally {
    await Promise.all(servers.map((server) => server.kill()))
  }
  const db = connect({ dataDir: place.dataDir, url: place.url })
  const count = async (actions: string[]): Promise<number> =>
    (await db.selectFrom('audit_line').select('seq').where('action', 'in', actions).execute()).length
  const result = {
    savePairs: rounds * LANES,
    decisionPairs: rounds * LANES,
    strange,
    acceptedSaves: accepted.saves,
    acceptedDecisions: accepted.decisions,
    enterLines: await count(['observation.enter']),
    decisionLines: await count(['observation.approve', 'observation.return']),
    isChainWhole: (await findBreak(db)) === undefined,
  }
  await db.destroy()
  return result
}

class Fight {
  readonly #servers: [ServerProcess, ServerProcess]
  readonly #cookies: Record<string, string>
  readonly #figure: { indicatorCode: string; year: number }
  #revision = 0
  #isApproved = false

  constructor(
    servers: [ServerProcess, ServerProcess],
    cookies: Record<string, string>,
    figure: { indicatorCode: string; year: number },
  ) {
    this.#servers = servers
    this.#cookies = cookies
    this.#figure = figure
  }

  /** Two saves at once, the submission of the one that won, two decisions at once. */
  async once(round: number, accepted: { saves: number; decisions: number }): Promise<string[]> {
    const correction = this.#isApproved ? { code: 'typing', reason: '录入错误' } : null
    const save = (who: 'first' | 'second', server: ServerProcess, value: string) =>
      this.#ask(who, server, 'PUT', '/api/observations', {
        items: [{ ...this.#figure, regionCode: '63', value, note: '已核', correction, ifRevision: this.#revision }],
      })
    const saves = await Promise.all([
      save('first', this.#servers[0], `${round * 2}`),
      save('second', this.#servers[1], `${round * 2 + 1}`),
    ])
    const strange = this.#judge('save', round, saves)
    if (strange.length > 0) return strange
    accepted.saves += 1
    this.#revision += 1
    const sheet = { regionCode: '63', year: this.#figure.year, indicatorCodes: [this.#figure.indicatorCode] }
    const submitted = await this.#ask('first', this.#servers[0], 'POST', '/api/submissions', sheet)
    const [item] = (submitted?.body['items'] ?? []) as { id: number }[]
    if (item === undefined) return [`round ${round}: not submitted: ${JSON.stringify(submitted)}`]
    const decide = (who: 'one' | 'other', server: ServerProcess, decision: 'approve' | 'return') =>
      this.#ask(who, server, 'POST', '/api/reviews', { decision, observationIds: [item.id], comment: '意见' })
    const decisions = await Promise.all([
      decide('one', this.#servers[0], 'approve'),
      decide('other', this.#servers[1], 'return'),
    ])
    const odd = this.#judge('decision', round, decisions)
    if (odd.length === 0) accepted.decisions += 1
    this.#isApproved ||= decisions[0]?.status === 200
    return odd
  }

  async #ask(who: string, server: ServerProcess, method: string, url: string, body: object) {
    return await ask(server, this.#cookies[who] ?? '', method, url, body)
  }

  #judge(what: string, round: number, answers: readonly ({ status: number; body: object } | undefined)[]): string[] {
    const statuses = answers.map((answer) => answer?.status ?? 0).toSorted((a, b) => a - b)
    if (statuses.join() === '200,409') return []
    return [`${what} ${round} of ${this.#figure.indicatorCode}: ${JSON.stringify(answers)}`]
  }
}

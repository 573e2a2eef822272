import { setTimeout as delay } from 'node:timers/promises'
import { findBreak } from '../../server/audit/verify.ts'
import { connect } from '../../server/db/connect.ts'
import { environmentOf, indicatorName, type Place, prepareDesk } from './proof-desk.ts'
import { ask, type ServerProcess, startServer } from './server-process.ts'

export interface CrashesProved {
  kills: number
  /** Saves that were answered with 200, over all kills. */
  acknowledged: number
  /** Acknowledged saves that are not there with their audit line. */
  lost: string[]
  /** Requests that got no answer: they may be there or not. */
  unanswered: number
  isChainWhole: boolean
}

interface Acknowledged {
  id: number
  indicatorCode: string
  revision: number
  value: string
}

/** So many stream saves at the same time, each to figures of their own. */
const STREAMS = 4
const PER_SAVE = 3

/**
 * Kills the program, as a power cut of the process does, in the middle of a stream of saves, and starts it again on the
 * same database; the caller keeps the list of what was acknowledged.
 *
 * @param random a number from 0 to 1; when the kill comes depends on it
 */
export async function proveCrashes(place: Place, kills: number, random: () => number): Promise<CrashesProved> {
  const { cookies, year } = await prepareDesk(place, STREAMS * PER_SAVE)
  const cookie = cookies['first'] ?? ''
  const acknowledged: Acknowledged[] = []
  let unanswered = 0
  let next = 0

  const stream = async (server: ServerProcess, lane: number, isOver: () => boolean): Promise<void> => {
    while (!isOver()) {
      const items = Array.from({ length: PER_SAVE }, (_, index) => ({
        regionCode: '63',
        indicatorCode: indicatorName(lane * PER_SAVE + index),
        year,
        value: String(next++),
      }))
      const answer = await ask(server, cookie, 'PUT', '/api/observations', { items })
      if (answer === undefined) unanswered += 1
      else if (answer.status === 200) acknowledged.push(...(answer.body['items'] as Acknowledged[]))
      else throw new Error(`a save was refused: ${JSON.stringify(answer)}`)
    }
  }

  for (let kill = 0; kill < kills; kill++) {
    const server = await startServer(environmentOf(place))
    let isOver = false
    const streams = Array.from({ length: STREAMS }, (_, lane) => stream(server, lane, () => isOver))
    await delay(100 + random() * 900)
    isOver = true
    await server.kill()
    await Promise.all(streams)
  }

  const db = connect({ dataDir: place.dataDir, url: place.url })
  const rows = await db
    .selectFrom('observation_revision as revision')
    .innerJoin('audit_line as line', 'line.seq', 'revision.seq')
    .select(['revision.seq', 'revision.indicator_code', 'revision.revision', 'revision.value', 'line.line'])
    .execute()
  const stored = new Map(rows.map((row) => [row.seq, row]))
  const lost = acknowledged.filter(({ id, indicatorCode, revision, value }) => {
    const row = stored.get(id)
    const isThere = row?.indicator_code === indicatorCode && row.revision === revision && row.value === value
    return !isThere || !row.line.includes(`"value":"${value}"`)
  })
  const isChainWhole = (await findBreak(db)) === undefined
  await db.destroy()
  return {
    kills,
    acknowledged: acknowledged.length,
    lost: lost.map((one) => JSON.stringify(one)),
    unanswered,
    isChainWhole,
  }
}

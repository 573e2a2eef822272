import type { Transaction } from 'kysely'
import { type Actor, recordChange } from '../server/audit/record.ts'
import type { Database } from '../server/db/schema.ts'
import type { EnteredFigure } from '../server/observations/rows.ts'
import type { RoundTerms } from '../server/rounds/rows.ts'
import { plusDays, shanghaiDate } from '../server/domain/days.ts'
import { toEntered } from './load.ts'

// What is going on in the demo: the rounds of past years, the one that is open, and figures on their way through the
// review, so that every desk has something on it.

const ADMINISTRATOR: Actor = { username: 'admin', role: 'administrator' }
const REPORTER: Actor = { username: 'qh-reporter', role: 'reporter' }
const REVIEWER: Actor = { username: 'qh-reviewer', role: 'reviewer' }
const REGIONS = ['00', '37', '42', '63']

interface Event {
  at: Date
  happen: (trx: Transaction<Database>, at: Date) => Promise<void>
}

const round = (year: number, opensOn: string, closesOn: string): RoundTerms => ({
  roundId: null,
  revision: 1,
  year,
  kind: 'annual',
  regionCodes: REGIONS,
  indicatorCodes: null,
  opensOn,
  closesOn,
})

/** The rounds; that of 2025 is extended so that it is open at `now`, and in two months still. */
export function roundsOpened(now: Date): Event[] {
  const opened = (terms: RoundTerms, at: string): Event => ({
    at: new Date(at),
    happen: async (trx, instant) => {
      await recordChange(trx, ADMINISTRATOR, instant, { action: 'round.revise', data: terms })
    },
  })
  let roundId = 0
  const latest = round(2025, '2026-01-15', '2026-04-30')
  return [
    opened(round(2023, '2024-01-15', '2024-04-30'), '2024-01-08T09:00:00+08:00'),
    opened(round(2024, '2025-01-15', '2025-04-30'), '2025-01-08T09:00:00+08:00'),
    {
      at: new Date('2026-01-08T09:00:00+08:00'),
      happen: async (trx, at) => {
        roundId = await recordChange(trx, ADMINISTRATOR, at, { action: 'round.revise', data: latest })
      },
    },
    {
      at: new Date('2026-04-27T09:00:00+08:00'),
      happen: async (trx, at) => {
        const data = { ...latest, roundId, revision: 2, closesOn: plusDays(shanghaiDate(now), 60) }
        await recordChange(trx, ADMINISTRATOR, at, { action: 'round.revise', data }, '部分统计公报推迟发布（示例）')
      },
    },
  ]
}

const figure = (indicatorCode: string, value: string, source: string, note?: string): EnteredFigure =>
  toEntered({ regionCode: '63', indicatorCode, year: 2025, value, source, ...(note !== undefined && { note }) }, true)

/** Figures of Qinghai for 2025: two submitted, one returned, one draft; the rest is still to be entered. */
export function deskAtWork(): Event[] {
  const submitted = (at: string, data: EnteredFigure): Event => ({
    at: new Date(at),
    happen: async (trx, instant) => {
      await submit(trx, instant, data)
    },
  })
  let returnedId = 0
  return [
    submitted('2026-05-18T10:12:00+08:00', figure('enterprise-rd-share', '61.95', '科技经费投入统计公报（示例）')),
    submitted(
      '2026-05-18T10:20:00+08:00',
      figure('rd-personnel-per-10000', '29.83', '科技统计年报（示例）', '引进人员较多（示例）'),
    ),
    {
      at: new Date('2026-05-18T10:31:00+08:00'),
      happen: async (trx, at) => {
        returnedId = await submit(
          trx,
          at,
          figure('industrial-enterprises-with-rd', '20.12', '规上工业企业科技统计（示例）'),
        )
      },
    },
    {
      at: new Date('2026-05-20T15:05:00+08:00'),
      happen: async (trx, at) => {
        const data = { observationId: returnedId, comment: '请在“来源”写明统计报表的名称和文号。' }
        await recordChange(trx, REVIEWER, at, { action: 'observation.return', data })
      },
    },
    {
      at: new Date('2026-05-21T09:40:00+08:00'),
      happen: async (trx, at) => {
        const data = figure('high-tech-enterprises-per-10000', '17.20', '火炬统计（示例）')
        await recordChange(trx, REPORTER, at, { action: 'observation.enter', data })
      },
    },
  ]
}

async function submit(trx: Transaction<Database>, at: Date, data: EnteredFigure): Promise<number> {
  const observationId = await recordChange(trx, REPORTER, at, { action: 'observation.enter', data })
  await recordChange(trx, REPORTER, at, { action: 'observation.submit', data: { observationId, comment: null } })
  return observationId
}

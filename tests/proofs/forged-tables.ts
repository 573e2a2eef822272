import { type RawBuilder, sql } from 'kysely'
import { NEWEST } from '../../server/audit/queries.ts'
import { listApproved } from '../../server/observations/queries.ts'
import { listIndicators } from '../../server/plans/queries.ts'
import { listStoredTargets } from '../../server/targets/queries.ts'
import { openTables } from '../helpers/tamper.ts'
import type { Forging } from './forged-log.ts'
import { pick } from './life-moment.ts'

/** A row that pages and snapshots show says something else, and no line of the log says why. */
export const withoutLine: Forging = async ({ db, random }) => {
  await openTables(db)
  const figures = await listApproved(db, NEWEST, {})
  const figure = pick(random, figures)
  const valued = pick(
    random,
    figures.filter(({ value }) => value !== null),
  )
  const withUnit = new Set(
    (await listIndicators(db, NEWEST)).filter(({ unitZh }) => unitZh !== '').map(({ code }) => code),
  )
  const counted = pick(
    random,
    figures.filter(({ indicatorCode }) => withUnit.has(indicatorCode)),
  )
  const targets = (await listStoredTargets(db, NEWEST)).filter(({ indicatorCode }) => withUnit.has(indicatorCode))
  const target = pick(random, targets)
  const revision = target.revisions.at(-1) ?? target.revisions[0]
  const milestone = pick(random, revision.milestones)
  const ofMilestone = sql`target_revision_seq = ${revision.seq} and year = ${milestone.year}`
  const ofRevision = sql`seq = ${revision.seq}`
  const name = sql`name_zh = name_zh || '改'`
  const notInForce = sql`delete from current_figure where observation_seq = ${figure.id}`
  const edits: Readonly<Record<string, RawBuilder<unknown>[]>> = {
    'a figure': revised(sql`value = ${valued.value === '1' ? '0' : '1'}`, valued.id),
    'whether it is provisional': revised(sql`provisional = 1 - provisional`, valued.id),
    'its source': revised(sql`source = '另一来源'`, figure.id),
    'its note': revised(sql`note = '另一说明'`, figure.id),
    'its approval': [
      sql`delete from observation_step where observation_seq = ${figure.id} and step = 'approved'`,
      notInForce,
    ],
    'a figure and its approval': [sql`delete from observation_revision where seq = ${figure.id}`, notInForce],
    'that it is in force': [notInForce],
    'who approved it': [
      sql`update audit_line set actor = 'nobody' where seq in
        (select seq from observation_step where observation_seq = ${figure.id} and step = 'approved')`,
      sql`update current_figure set decided_by = 'nobody' where observation_seq = ${figure.id}`,
    ],
    'a promise': [sql`update milestone set value = ${milestone.value === '1' ? '2' : '1'} where ${ofMilestone}`],
    'a deadline': [sql`update milestone set year = year + 20 where ${ofMilestone}`],
    'a wording': [sql`update milestone set wording_zh = '力争再三' where ${ofMilestone}`],
    'a quote': [sql`update target_revision set quote = quote || '改' where ${ofRevision}`],
    'who is responsible': [sql`update target_revision set owner_zh = '别的部门' where ${ofRevision}`],
    'a heading': [sql`update target_revision set clause = clause || '改' where ${ofRevision}`],
    'the name of a region': [sql`update region set ${name} where code = ${figure.regionCode}`],
    'a unit': [sql`update indicator set unit_zh = '别的' where code = ${counted.indicatorCode}`],
    'the title of a plan': [sql`update plan set title_zh = title_zh || '改' where code = ${target.planCode}`],
  }
  const what = pick(random, Object.keys(edits))
  for (const edit of edits[what] ?? []) await edit.execute(db)
  return `${what} (figure ${figure.id} or ${valued.id}, target ${target.id})`
}

/** As entered, and as in force: of what is in force today, pages and snapshots read no other table. */
const revised = (set: RawBuilder<unknown>, id: number): RawBuilder<unknown>[] => [
  sql`update observation_revision set ${set} where seq = ${id}`,
  sql`update current_figure set ${set} where observation_seq = ${id}`,
]

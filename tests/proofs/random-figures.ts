import type { Change } from '../../server/audit/change.ts'
import { toEnteredRevision } from '../../server/observations/rows.ts'
import { type Moment, pick, type Random, REPORTER, REVIEWER, TEXTS } from './life-moment.ts'

/** A figure is entered anew and goes as far as chance has it; on the way it may be returned, withdrawn or discarded. */
export async function figureEntered({ trx, random, record }: Moment): Promise<void> {
  const rows = await trx
    .selectFrom('observation_revision as revision')
    .innerJoin('audit_line as line', 'line.seq', 'revision.seq')
    .selectAll('revision')
    .select(['line.at as entered_at', 'line.actor as entered_by'])
    .orderBy('revision.seq')
    .execute()
  const newest = new Map(
    rows.map((row) => [[row.region_code, row.indicator_code, row.year, row.measure].join('/'), row]),
  )
  const { id, enteredAt: _at, enteredBy: _by, ...before } = toEnteredRevision(pick(random, [...newest.values()]))
  const steps = await trx
    .selectFrom('observation_step')
    .select('step')
    .where('observation_seq', '=', id)
    .orderBy('seq')
    .execute()
  if (steps.at(-1)?.step === 'submitted') return await decided({ random, record }, id)
  const isMissing = random() < 0.05
  const value = isMissing ? null : changed(random, before.value ?? '1')
  const observationId = await record(REPORTER, {
    action: 'observation.enter',
    data: {
      ...before,
      revision: before.revision + 1,
      value,
      missingReason: isMissing ? 'not-collected' : null,
      provisional: !isMissing && random() < 0.2,
      breakBefore: !isMissing && random() < 0.03,
      source: pick(random, TEXTS),
      note: random() < 0.3 ? pick(random, TEXTS) : null,
      correction: { code: pick(random, ['typing', 'source-revised', 'late-return']), reason: pick(random, TEXTS) },
    },
  })
  if (random() < 0.15) return void (await record(REPORTER, stepOf('discard', observationId)))
  if (random() < 0.15) return
  await record(REPORTER, stepOf('submit', observationId))
  if (random() < 0.8) await decided({ random, record }, observationId)
}

const stepOf = (
  step: 'submit' | 'withdraw' | 'approve' | 'return' | 'discard',
  observationId: number,
  comment: string | null = null,
): Change => ({ action: `observation.${step}`, data: { observationId, comment } })

async function decided({ random, record }: Pick<Moment, 'random' | 'record'>, id: number): Promise<void> {
  const what = random()
  if (what < 0.7) await record(REVIEWER, stepOf('approve', id, random() < 0.3 ? pick(random, TEXTS) : null))
  else if (what < 0.9) await record(REVIEWER, stepOf('return', id, pick(random, TEXTS)))
  else await record(REPORTER, stepOf('withdraw', id))
}

/** Another figure with as many digits after the point, now and then one more; of what was built or not, the other. */
function changed(random: Random, value: string): string {
  if (value === '0') return '1'
  if (value === '1') return '0'
  const [, decimals = ''] = value.split('.')
  const digits = decimals.length + (random() < 0.2 ? 1 : 0)
  return (Number(value) * (0.8 + random() * 0.5)).toFixed(digits).replace(/^-(0(\.0+)?)$/, '$1')
}

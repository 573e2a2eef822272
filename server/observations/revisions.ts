import type { Kysely } from 'kysely'
import { NEWEST } from '../audit/queries.ts'
import type { Observation, RevisionStep } from '../contract/observation.ts'
import type { Database } from '../db/schema.ts'
import type { ReviewState, ReviewStep } from '../domain/words.ts'
import type { FigureFilters } from './approvals.ts'
import { type EnteredRow, toEnteredRevision } from './rows.ts'

/** One entered version of a figure with every step that it took; the steps oldest first. */
export interface Revision extends Observation {
  steps: RevisionStep[]
}

/** Every revision of these figures up to the audit line `seq`, oldest first. */
export async function listRevisions(db: Kysely<Database>, seq: number, filters: FigureFilters): Promise<Revision[]> {
  return await load(db, seq, chosen(db, seq, filters))
}

/** Revisions by their audit lines, in the order of `ids`; those that there are. */
export async function findRevisions(db: Kysely<Database>, ids: readonly number[]): Promise<Revision[]> {
  const found = await load(db, NEWEST, chosen(db, NEWEST, {}).where('revision.seq', 'in', ids))
  const byId = new Map(found.map((revision) => [revision.id, revision]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

async function load(db: Kysely<Database>, seq: number, revisions: ReturnType<typeof chosen>): Promise<Revision[]> {
  const rows = await revisions
    .innerJoin('audit_line as entry', 'entry.seq', 'revision.seq')
    .selectAll('revision')
    .select(['entry.at as entered_at', 'entry.actor as entered_by'])
    .orderBy('revision.seq')
    .execute()
  const steps = await db
    .selectFrom('observation_step as step')
    .innerJoin('audit_line as line', 'line.seq', 'step.seq')
    .select(['step.observation_seq', 'step.step', 'step.comment', 'line.at', 'line.actor as by'])
    .where('step.observation_seq', 'in', revisions.select('revision.seq'))
    .where('step.seq', '<=', seq)
    .orderBy('step.seq')
    .execute()
  const stepsOf = Map.groupBy(steps, (step) => step.observation_seq)
  return rows.map((row) =>
    toRevision(
      row,
      (stepsOf.get(row.seq) ?? []).map(({ step, at, by, comment }) => ({ step, at, by, comment })),
    ),
  )
}

function chosen(db: Kysely<Database>, seq: number, { region, indicator, year, measure }: FigureFilters) {
  let query = db.selectFrom('observation_revision as revision').where('revision.seq', '<=', seq)
  if (region !== undefined) query = query.where('revision.region_code', '=', region)
  if (indicator !== undefined) query = query.where('revision.indicator_code', '=', indicator)
  if (year !== undefined) query = query.where('revision.year', '=', year)
  if (measure !== undefined) query = query.where('revision.measure', '=', measure)
  return query
}

const STATES: Readonly<Record<ReviewStep, ReviewState>> = {
  submitted: 'submitted',
  withdrawn: 'draft',
  approved: 'approved',
  returned: 'returned',
  discarded: 'draft',
}

function toRevision(row: EnteredRow, steps: RevisionStep[]): Revision {
  const last = steps.at(-1)
  const decision = last?.step === 'approved' || last?.step === 'returned' ? last : undefined
  return {
    ...toEnteredRevision(row),
    state: last === undefined ? 'draft' : STATES[last.step],
    submittedAt: steps.findLast(({ step }) => step === 'submitted')?.at ?? null,
    decidedBy: decision?.by ?? null,
    decidedAt: decision?.at ?? null,
    comment: decision?.comment ?? null,
    steps,
  }
}

/** The figure alone, without its way through the review. */
export function withoutSteps({ steps: _steps, ...figure }: Revision): Observation {
  return figure
}

/** A figure's name: region, indicator, year and measure. */
export const figureKey = (figure: {
  regionCode: string
  indicatorCode: string
  year: number
  measure: string
}): string => `${figure.regionCode}/${figure.indicatorCode}/${figure.year}/${figure.measure}`

/** The newest revision of each figure, by the figure's name. */
export function newestByFigure(revisions: readonly Revision[]): Map<string, Revision> {
  const newest = new Map<string, Revision>()
  for (const revision of revisions) newest.set(figureKey(revision), revision)
  return newest
}

/** Whether it waits for something: for its reporter or for a decision. */
export const isPending = ({ state, steps }: Revision): boolean =>
  state !== 'approved' && steps.at(-1)?.step !== 'discarded'

import type { Kysely, Transaction } from 'kysely'
import { NEWEST } from '../audit/queries.ts'
import { recordChanges } from '../audit/record.ts'
import type { Draft } from '../contract/entry.ts'
import type { Database } from '../db/schema.ts'
import type { User } from '../domain/access.ts'
import type { AsOf } from '../http/as-of.ts'
import { type FieldError, invalidFields, Refusal } from '../http/refusal.ts'
import type { Sentence } from '../http/sentences.ts'
import { checkDraft } from './draft-checks.ts'
import { closedBy, entryOf, loadGround } from './ground.ts'
import type { FigureFilters } from './approvals.ts'
import { figureKey, findRevisions, isPending, listRevisions, newestByFigure, type Revision } from './revisions.ts'
import type { EnteredFigure } from './rows.ts'

/** Which figures: of an indicator, or the whole sheet. */
type SheetFigure = { regionCode: string; year: number; indicatorCode?: string }

/** What stands of these figures: every revision, and by the name of the figure the newest and whether one is approved. */
export async function loadStanding(
  trx: Kysely<Database>,
  figures: readonly SheetFigure[],
): Promise<{ newest: Map<string, Revision>; approved: Map<string, Revision> }> {
  const revisions: Revision[] = []
  for (const sheet of Map.groupBy(figures, ({ regionCode, year }) => `${regionCode}/${year}`).values()) {
    for (const filters of filtersOf(sheet)) revisions.push(...(await listRevisions(trx, NEWEST, filters)))
  }
  return {
    newest: newestByFigure(revisions),
    approved: newestByFigure(revisions.filter(({ state }) => state === 'approved')),
  }
}

/** Of so few, one by one is quicker than the whole sheet. */
const FEW = 8

function filtersOf(figures: readonly SheetFigure[]): FigureFilters[] {
  const [{ regionCode: region, year } = { regionCode: '', year: 0 }] = figures
  const indicators = new Set(figures.map(({ indicatorCode }) => indicatorCode))
  return indicators.size > FEW ? [{ region, year }] : [...indicators].map((indicator) => ({ region, year, indicator }))
}

/** What saving drafts would do, and what keeps it from being done. */
export interface SavingPlan {
  /** For each draft what is to be entered, or the id of the revision that says the same already. */
  toSave: (EnteredFigure | number)[]
  errors: FieldError[]
  conflicts: FieldError[]
}

/**
 * Saves figures as drafts: all, or none and every field that is wrong. What is saved already is not saved again, so an
 * answer that got lost can be asked for once more.
 */
export async function saveDrafts(
  trx: Transaction<Database>,
  user: User,
  now: AsOf,
  drafts: readonly Draft[],
  sample: boolean,
): Promise<Revision[]> {
  const { toSave, errors, conflicts } = await planSaving(trx, user, now, drafts, sample)
  // Who was faster comes first: it may be why the rest is refused.
  if (conflicts.length > 0) throw new Refusal(409, 'revision-conflict', conflicts)
  if (errors.length > 0) throw invalidFields(errors)
  const changes = toSave.flatMap((data) =>
    typeof data === 'number' ? [] : [{ action: 'observation.enter', data } as const],
  )
  const entered = (await recordChanges(trx, user, now.instant, changes)).values()
  const ids = toSave.map((data) => (typeof data === 'number' ? data : (entered.next().value ?? 0)))
  return await findRevisions(trx, ids)
}

/** What saving these drafts now would enter, and every field that is wrong, as paths below `items.N`. */
export async function planSaving(
  trx: Kysely<Database>,
  user: User,
  now: AsOf,
  drafts: readonly Draft[],
  sample: boolean,
): Promise<SavingPlan> {
  const ground = await loadGround(trx, now.seq)
  const standing = await loadStanding(trx, drafts)
  const errors: FieldError[] = []
  const conflicts: FieldError[] = []
  const seen = new Set<string>()
  const toSave: SavingPlan['toSave'] = []

  for (const [index, draft] of drafts.entries()) {
    const key = figureKey(draft)
    const refuse = (field: string, code: Sentence): void => void errors.push({ path: `items.${index}.${field}`, code })
    const newest = standing.newest.get(key)
    const approved = standing.approved.get(key)
    const revision = newest?.revision ?? 0
    const entered = toEntered(draft, revision + 1, sample)
    if (seen.has(key)) refuse('indicatorCode', 'figure-twice')
    seen.add(key)
    if (newest !== undefined && isPending(newest) && newest.enteredBy === user.username && isSame(newest, entered)) {
      toSave.push(newest.id)
      continue
    }

    const indicator = ground.indicators.get(draft.indicatorCode)
    if (indicator === undefined) {
      refuse('indicatorCode', 'unknown-indicator')
      continue
    }
    errors.push(
      ...checkDraft(draft, indicator, now.year).map((error) => ({ ...error, path: `items.${index}.${error.path}` })),
    )
    const closed = closedBy(entryOf(ground, draft, approved, now.day))
    if (closed !== undefined) refuse('year', closed)
    else if (newest?.state === 'submitted') refuse('indicatorCode', 'under-review')
    else if (approved !== undefined && draft.correction === null) refuse('correction', 'correction-needed')
    else if (approved === undefined && draft.correction !== null) refuse('correction', 'correction-not-asked')
    if (draft.ifRevision !== undefined && draft.ifRevision !== revision) {
      conflicts.push({ path: `items.${index}`, code: 'revision-conflict' })
    }
    toSave.push(entered)
  }
  return { toSave, errors, conflicts }
}

function toEntered(draft: Draft, revision: number, sample: boolean): EnteredFigure {
  const { regionCode, indicatorCode, year, measure, value, missingReason, provisional, breakBefore } = draft
  const { source, note, correction } = draft
  const figure = { regionCode, indicatorCode, year, measure, revision, value, missingReason, provisional, breakBefore }
  return { ...figure, source, note, correction, sample }
}

function isSame(saved: Revision, entered: EnteredFigure): boolean {
  return (
    saved.value === entered.value &&
    saved.missingReason === entered.missingReason &&
    saved.provisional === entered.provisional &&
    saved.breakBefore === entered.breakBefore &&
    saved.source === entered.source &&
    saved.note === entered.note &&
    saved.correction?.code === entered.correction?.code &&
    saved.correction?.reason === entered.correction?.reason
  )
}

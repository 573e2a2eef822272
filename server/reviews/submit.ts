import type { Transaction } from 'kysely'
import { NEWEST } from '../audit/queries.ts'
import type { Database } from '../db/schema.ts'
import type { User } from '../domain/access.ts'
import type { AsOf } from '../http/as-of.ts'
import { type FieldError, Refusal } from '../http/refusal.ts'
import type { Sentence } from '../http/sentences.ts'
import { told } from '../observations/draft-checks.ts'
import { closedBy, entryOf, type Ground, loadGround } from '../observations/ground.ts'
import { type ApprovedFigure, listApproved } from '../observations/queries.ts'
import { figureKey, isPending, listRevisions, newestByFigure, type Revision } from '../observations/revisions.ts'
import { besides, findingsOf, indicatorOf } from '../observations/series.ts'
import { recordSteps } from '../observations/steps.ts'

/** Which figures of a sheet; without codes, all. */
export interface Choice {
  regionCode: string
  year: number
  indicatorCodes?: string[] | undefined
}

/** Submits the drafts; all, or none and every check that fails. */
export async function submitDrafts(
  trx: Transaction<Database>,
  user: User,
  now: AsOf,
  choice: Choice,
): Promise<Revision[]> {
  const drafts = (await listChosen(trx, choice)).filter(({ state }) => state === 'draft')
  if (drafts.length === 0) throw new Refusal(422, 'nothing-to-submit')
  const ground = await loadGround(trx, now.seq)
  const approved = await listApproved(trx, now.seq, { region: choice.regionCode })
  const series = Map.groupBy(approved, ({ indicatorCode }) => indicatorCode)
  const errors = drafts.flatMap((draft) => refusalsOf(draft, series.get(draft.indicatorCode) ?? [], ground, now))
  if (errors.length > 0) throw new Refusal(422, 'checks-failed', errors)
  return await recordSteps(trx, user, now.instant, 'observation.submit', drafts.map(idOf))
}

/** Takes back what was submitted and is not decided; not after its round, when it could not be submitted again. */
export async function withdraw(trx: Transaction<Database>, user: User, now: AsOf, choice: Choice): Promise<Revision[]> {
  const submitted = (await listChosen(trx, choice)).filter(({ state }) => state === 'submitted')
  if (submitted.length === 0) throw new Refusal(409, 'nothing-to-withdraw')
  const ground = await loadGround(trx, now.seq)
  const inForce = await listApproved(trx, now.seq, { region: choice.regionCode, year: choice.year })
  const approved = new Map(inForce.map((figure) => [figureKey(figure), figure]))
  const errors = submitted.flatMap((figure) => closedOf(figure, approved.get(figureKey(figure)), ground, now))
  if (errors[0] !== undefined) throw new Refusal(409, errors[0].code, errors)
  return await recordSteps(trx, user, now.instant, 'observation.withdraw', submitted.map(idOf))
}

async function listChosen(
  trx: Transaction<Database>,
  { regionCode, year, indicatorCodes }: Choice,
): Promise<Revision[]> {
  const revisions = await listRevisions(trx, NEWEST, { region: regionCode, year })
  return [...newestByFigure(revisions).values()].filter(
    (revision) => isPending(revision) && (indicatorCodes?.includes(revision.indicatorCode) ?? true),
  )
}

const idOf = ({ id }: Revision): number => id

/** What keeps a draft from being submitted: it may no longer be entered, its series forbids it, or a question is not answered by a note. */
function refusalsOf(draft: Revision, series: readonly ApprovedFigure[], ground: Ground, now: AsOf): FieldError[] {
  const path = pathOf(draft)
  const closed = closedOf(draft, besides(draft, series).inForce, ground, now)
  const findings = findingsOf(draft, indicatorOf(draft, ground.indicators), series, now.year)
  const open = findings.filter(({ severity }) => severity !== 'asked' || draft.note === null)
  return [...closed, ...open.map((finding) => ({ path, ...told(finding) }))]
}

/** What to tell where the figure may not be entered today. */
function closedOf(
  figure: Revision,
  inForce: ApprovedFigure | undefined,
  ground: Ground,
  now: AsOf,
): { path: string; code: Sentence }[] {
  const code = closedBy(entryOf(ground, figure, inForce, now.day))
  return code === undefined ? [] : [{ path: pathOf(figure), code }]
}

const pathOf = ({ indicatorCode, measure }: Revision): string => `${indicatorCode}/${measure}`

import type { Kysely } from 'kysely'
import type { Observation } from '../contract/observation.ts'
import type { Database } from '../db/schema.ts'
import type { User } from '../domain/access.ts'
import type { ReviewState } from '../domain/words.ts'
import { type FigureFilters, type FigureKey, placeOf } from './approvals.ts'
import { isPending, listRevisions, newestByFigure, withoutSteps } from './revisions.ts'
import { maySee } from './view.ts'

/** What is drafted, submitted or returned in the reader's own region and theirs to see, by region, indicator, year and measure. */
export async function listVisiblePending(
  db: Kysely<Database>,
  seq: number,
  user: User | undefined,
  filters: FigureFilters & { state?: ReviewState | undefined },
  page: { limit: number; after: FigureKey | undefined },
): Promise<{ figures: Observation[]; total: number }> {
  const own = user?.regionCode
  const isOwn = filters.region === undefined || filters.region === own
  if (user === undefined || typeof own !== 'string' || !isOwn) return { figures: [], total: 0 }
  const revisions = await listRevisions(db, seq, { ...filters, region: own })
  const visible = [...newestByFigure(revisions).values()]
    .filter((revision) => isPending(revision) && revision.state === filters.state && maySee(user, revision))
    .toSorted((a, b) => compare(placeOf(a), placeOf(b)))
  const { after } = page
  const rest = after === undefined ? visible : visible.filter((figure) => compare(placeOf(figure), after) > 0)
  return { figures: rest.slice(0, page.limit).map(withoutSteps), total: visible.length }
}

function compare(a: FigureKey, b: FigureKey): number {
  for (const [index, part] of a.entries()) {
    const other = b[index] ?? ''
    if (part !== other) return part < other ? -1 : 1
  }
  return 0
}

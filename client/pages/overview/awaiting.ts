import type { ListedTarget } from '../../../server/contract/listed-target.ts'
import { isDecided } from '../../../server/domain/words.ts'

/** What must be known of a milestone to say whether it waits. */
interface Waiting {
  target: Pick<ListedTarget, 'indicator'>
  progress: Pick<ListedTarget['progress'][number], 'status' | 'reason' | 'flags'>
}

/** No figure of the deadline year decides what has no number, another definition or nothing to be added to. */
const decidesNothing = ({ target: { indicator }, progress: { reason } }: Waiting): boolean =>
  reason === 'not-quantified' ||
  reason === 'definition-changed' ||
  (reason === 'no-baseline' && (indicator.kind === 'flow' || indicator.kind === 'change'))

/** Neither achieved nor missed, for the deadline year is over and its figure, which decides, is not approved yet. */
export const isAwaiting = (row: Waiting): boolean =>
  !isDecided(row.progress.status) && row.progress.flags.includes('awaiting-final') && !decidesNothing(row)

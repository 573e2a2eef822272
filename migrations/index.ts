import type { Migration } from 'kysely/migration'
import * as firstTables from './0001-first-tables.ts'
import * as reporting from './0002-reporting.ts'
import * as targetWeights from './0003-target-weights.ts'
import * as auditSearch from './0004-audit-search.ts'
import * as snapshots from './0005-snapshots.ts'
import * as snapshotTitles from './0006-snapshot-titles.ts'
import * as currentFigures from './0007-current-figures.ts'
import * as severalServers from './0008-several-servers.ts'
import * as rollUps from './0009-roll-ups.ts'
import * as quickReview from './0010-quick-review.ts'

/** In the order in which they run; a migration that was released never changes. */
export const migrations: Record<string, Migration> = {
  '0001-first-tables': firstTables,
  '0002-reporting': reporting,
  '0003-target-weights': targetWeights,
  '0004-audit-search': auditSearch,
  '0005-snapshots': snapshots,
  '0006-snapshot-titles': snapshotTitles,
  '0007-current-figures': currentFigures,
  '0008-several-servers': severalServers,
  '0009-roll-ups': rollUps,
  '0010-quick-review': quickReview,
}

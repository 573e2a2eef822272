import type { Kysely } from 'kysely'
import type { Database } from '../server/db/schema.ts'
import type { Clock } from '../server/http/as-of.ts'
import type { SnapshotKeeper } from '../server/snapshots/keeper.ts'
import { makeWith } from '../tests/helpers/snapshots.ts'

/** The two snapshots of the pages that are shown: as of a day of the year before, and as of now. */
export async function makeShownSnapshots(db: Kysely<Database>, snapshots: SnapshotKeeper, clock: Clock): Promise<void> {
  await makeWith(snapshots, db, { titleZh: '2024 年度填报结束后的数据快照', asOf: '2025-06-30', clock })
  await makeWith(snapshots, db, { titleZh: '2025 年度填报中期快照', clock })
}

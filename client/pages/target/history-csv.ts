import type { TargetDetail } from '../../../server/contract/target.ts'
import { type Column, text, toCsv, value } from '../../../server/domain/csv.ts'
import { toDate } from '../../format.ts'
import type { TargetText } from '../../i18n/target-zh.ts'
import { download } from '../../pictures/download.ts'
import type { HistoryEntry } from './history-entries.ts'

/** The history as it is told on the page, a line per change, newest first; instants in UTC. */
export const HISTORY_COLUMNS: readonly Column<HistoryEntry>[] = [
  value('at', ({ at }) => at),
  text('change', ({ what }) => what),
  text('reason', ({ reason }) => reason),
  text('who', ({ who }) => who),
  value('sample', ({ sample }) => sample),
]

/** Hands the page's history to the browser's downloads as a CSV file. */
export function downloadHistory({ id, asOf }: TargetDetail, entries: readonly HistoryEntry[], { history }: TargetText) {
  const file = new Blob([toCsv(HISTORY_COLUMNS, entries)], { type: 'text/csv;charset=utf-8' })
  download(file, `${id}-${history.file}-${toDate(asOf)}.csv`)
}

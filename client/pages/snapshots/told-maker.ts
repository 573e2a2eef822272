import type { SnapshotAnswer } from '../../../server/contract/snapshot.ts'
import { textOf } from '../../i18n/language.ts'
import { snapshotsText } from '../../i18n/snapshots.ts'

/** Who made it; the program itself has words, and says why. */
export function toldMaker(
  { createdBy, roundYear }: Pick<SnapshotAnswer, 'createdBy' | 'roundYear'>,
  people: Readonly<Record<string, string>>,
): string {
  const text = textOf(snapshotsText)
  if (roundYear !== null) return text.afterRound(roundYear)
  return createdBy === 'tanbiao' ? text.program : (people[createdBy] ?? createdBy)
}

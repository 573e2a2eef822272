import type { Observation } from '../../../server/contract/observation.ts'
import type { TargetDetail, TargetRevision } from '../../../server/contract/target.ts'
import { CORRECTION_LABELS, MISSING_REASON_LABELS } from '../../../server/domain/labels.ts'
import type { Baseline, Milestone, MilestoneGoal } from '../../../server/domain/model.ts'
import { isZero, joined, type Wording } from './wording.ts'

export interface HistoryEntry {
  id: string
  at: string
  what: string
  reason: string
  sample: boolean
}

const promiseOf = ({ year, comparator, value, valueHigh, tolerance, wordingZh }: MilestoneGoal): string =>
  JSON.stringify([year, comparator, value, valueHigh, tolerance, wordingZh])

const baselineOf = (baseline: Baseline | null): string =>
  baseline ? JSON.stringify([baseline.year, baseline.value, baseline.basis]) : ''

/** What one revision of the target changed against the one before it. */
function changesOf(before: TargetRevision, after: TargetRevision, wording: Wording): string[] {
  const { text, goal, said } = wording
  const words = text.history
  const told = (baseline: Baseline | null): string =>
    baseline ? words.baseline(baseline.year, said(baseline.value)) : words.none
  const find = (milestones: readonly Milestone[], year: number) => milestones.find((one) => one.year === year)
  const years = new Set([...before.milestones, ...after.milestones].map((one) => one.year))
  return [...years]
    .toSorted((a, b) => a - b)
    .flatMap((year) => {
      const [was, is] = [find(before.milestones, year), find(after.milestones, year)]
      if (!was) return is ? [words.goalAdded(year, goal(is))] : []
      if (!is) return [words.goalRemoved(year, goal(was))]
      const changes: string[] = []
      if (promiseOf(was) !== promiseOf(is)) changes.push(words.goalChanged(year, goal(was), goal(is)))
      if (baselineOf(was.baseline) !== baselineOf(is.baseline)) {
        changes.push(words.baselineChanged(year, told(was.baseline), told(is.baseline)))
      }
      return changes
    })
}

function toRevisionEntries(revisions: readonly TargetRevision[], wording: Wording): HistoryEntry[] {
  const { text, language } = wording
  const joint = language === 'en' ? '; ' : '；'
  return revisions.map((revision, index) => {
    const before = revisions[index - 1]
    const changes = before ? changesOf(before, revision, wording) : [text.history.loaded]
    const { correction } = revision
    return {
      id: `target ${revision.id}`,
      at: revision.at,
      what: joined(changes.join(joint)) || text.history.otherChanged,
      reason: correction ? text.history.reason(CORRECTION_LABELS[correction.code][language], correction.reason) : '',
      sample: revision.sample,
    }
  })
}

function toFigureEntry(one: Observation, wording: Wording): HistoryEntry {
  const { text, language, indicator, said } = wording
  const words = text.history
  const built = indicator.kind === 'done' && one.value !== null
  const figure = built
    ? text.timeline[isZero(one.value ?? '0') ? 'no' : 'yes']
    : one.value === null
      ? ''
      : said(one.value)
  const measure =
    one.measure === 'yoy'
      ? `${text.table.yoy} `
      : one.measure.startsWith('since:')
        ? `${text.table.sinceYear(one.measure.slice(6))} `
        : ''
  const isCorrected = one.correction !== null
  const what =
    one.value === null
      ? words.missing(one.year, one.missingReason ? MISSING_REASON_LABELS[one.missingReason][language] : words.none)
      : (isCorrected ? words.correctedTo : words.approved)(one.year, measure + figure) +
        (one.provisional ? words.asProvisional : '')
  return {
    id: `figure ${one.id}`,
    at: one.decidedAt ?? one.enteredAt,
    what,
    reason: one.correction ? words.reason(CORRECTION_LABELS[one.correction.code][language], one.correction.reason) : '',
    sample: one.sample,
  }
}

/** Everything that changed the page, newest first. */
export function toHistory(detail: TargetDetail, wording: Wording): HistoryEntry[] {
  const entries = [
    ...toRevisionEntries(detail.revisions, wording),
    ...detail.observations.map((one) => toFigureEntry(one, wording)),
  ]
  return entries.toSorted((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id))
}

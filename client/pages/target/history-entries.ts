import type { Observation } from '../../../server/contract/observation.ts'
import type { TargetDetail, TargetRevision } from '../../../server/contract/target.ts'
import { COMPARATOR_LABELS, CORRECTION_LABELS, MISSING_REASON_LABELS } from '../../../server/domain/labels.ts'
import type { Baseline, Milestone, MilestoneGoal } from '../../../server/domain/model.ts'
import { isZero } from '../../format.ts'
import { joined, type Wording } from './wording.ts'

export interface HistoryEntry {
  id: string
  at: string
  what: string
  reason: string
  /** By whom, for readers who are signed in; what was there from the start is nobody's. */
  who: string
  sample: boolean
}

const promiseOf = ({ year, comparator, value, valueHigh, tolerance, wordingZh }: MilestoneGoal): string =>
  JSON.stringify([year, comparator, value, valueHigh, tolerance, wordingZh])

/** Two promises as they are printed; where they print alike, with what tells them apart. */
function toldApart(was: MilestoneGoal, is: MilestoneGoal, { goal, language }: Wording): [string, string] {
  const [before, after] = [goal(was), goal(is)]
  if (before !== after) return [before, after]
  const compared = (of: MilestoneGoal, said: string): string => {
    const label = COMPARATOR_LABELS[of.comparator][language]
    return language === 'en' ? `${said} (${label})` : `${said}（${label}）`
  }
  return [compared(was, before), compared(is, after)]
}

const baselineOf = (baseline: Baseline | null): string =>
  baseline ? JSON.stringify([baseline.year, baseline.value, baseline.basis]) : ''

type Promised = Pick<TargetRevision, 'milestones'>

/** What one revision of the target changed against the one before it. */
export function changesOf(before: Promised, after: Promised, wording: Wording): string[] {
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
      if (promiseOf(was) !== promiseOf(is)) changes.push(words.goalChanged(year, ...toldApart(was, is, wording)))
      if (baselineOf(was.baseline) !== baselineOf(is.baseline)) {
        changes.push(words.baselineChanged(year, told(was.baseline), told(is.baseline)))
      }
      return changes
    })
}

type People = TargetDetail['people']

function toRevisionEntries(revisions: readonly TargetRevision[], people: People, wording: Wording): HistoryEntry[] {
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
      who: people[revision.enteredBy ?? ''] ?? '',
      sample: revision.sample,
    }
  })
}

/** What one revision of a figure says: “5 个（初步）”, “已建成”, “未收集”. */
function toldFigure(one: Observation, { text, language, indicator, said }: Wording): string {
  const words = text.history
  if (one.value === null) return one.missingReason ? MISSING_REASON_LABELS[one.missingReason][language] : words.none
  const figure = indicator.kind === 'done' ? text.timeline[isZero(one.value) ? 'no' : 'yes'] : said(one.value)
  return one.provisional ? words.provisional(figure) : figure
}

function toldMeasure({ measure }: Observation, { text }: Wording): string {
  if (measure === 'yoy') return `${text.table.yoy} `
  return measure.startsWith('since:') ? `${text.table.sinceYear(measure.slice('since:'.length))} ` : ''
}

/** An approval; one that replaced another says what it replaced. */
function toFigureEntry(
  one: Observation,
  before: Observation | undefined,
  people: People,
  wording: Wording,
): HistoryEntry {
  const { text, language } = wording
  const words = text.history
  const figure = toldFigure(one, wording)
  const measure = toldMeasure(one, wording)
  const changed = before
    ? words.corrected(one.year, measure, toldFigure(before, wording), figure)
    : one.value === null
      ? words.missing(one.year, figure)
      : wording.indicator.kind === 'done'
        ? words.approvedBuilt(one.year, figure)
        : words.approved(one.year, measure + figure)
  const { correction } = one
  return {
    id: `figure ${one.id}`,
    at: one.decidedAt ?? one.enteredAt,
    what: joined(changed),
    reason: correction ? words.reason(CORRECTION_LABELS[correction.code][language], correction.reason) : '',
    who: words.who(people[one.enteredBy ?? ''], people[one.decidedBy ?? '']),
    sample: one.sample,
  }
}

function toFigureEntries(history: readonly Observation[], people: People, wording: Wording): HistoryEntry[] {
  return history.map((one, index) => {
    const before = history.slice(0, index).findLast(({ year, measure }) => year === one.year && measure === one.measure)
    return toFigureEntry(one, before, people, wording)
  })
}

/** Everything that changed the page, newest first. */
export function toHistory(detail: TargetDetail, wording: Wording): HistoryEntry[] {
  const { people } = detail
  const entries = [
    ...toRevisionEntries(detail.revisions, people, wording),
    ...toFigureEntries(detail.history, people, wording),
  ]
  return entries.toSorted((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id, 'en', { numeric: true }))
}

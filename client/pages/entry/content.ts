import type { Draft } from '../../../server/contract/entry.ts'
import type { Observation } from '../../../server/contract/observation.ts'
import type { Indicator } from '../../../server/contract/reference.ts'
import { readTypedFigure, type TypedFigure } from '../../../server/domain/typed-figure.ts'
import type { CorrectionCode, MissingReason } from '../../../server/domain/words.ts'

/** What a row says, as the reporter left it. */
export interface Content {
  /** Canonical where it could be read, else as typed; empty: nothing. */
  text: string
  missingReason: MissingReason | null
  provisional: boolean
  breakBefore: boolean
  source: string
  note: string
  /** Why an approved figure is corrected; null where none is. */
  correction: { code: CorrectionCode | null; reason: string } | null
}

export const EMPTY: Content = {
  text: '',
  missingReason: null,
  provisional: false,
  breakBefore: false,
  source: '',
  note: '',
  correction: null,
}

export const contentOf = (figure: Observation | null): Content =>
  figure === null
    ? EMPTY
    : {
        text: figure.value ?? '',
        missingReason: figure.missingReason,
        provisional: figure.provisional,
        breakBefore: figure.breakBefore,
        source: figure.source ?? '',
        note: figure.note ?? '',
        correction: figure.correction,
      }

export const isSame = (a: Content, b: Content): boolean =>
  a.text === b.text &&
  a.missingReason === b.missingReason &&
  a.provisional === b.provisional &&
  a.breakBefore === b.breakBefore &&
  a.source === b.source &&
  a.note === b.note &&
  a.correction?.code === b.correction?.code &&
  a.correction?.reason === b.correction?.reason

/** Whether neither a figure nor a reason for its absence is given. */
export const isBlank = ({ text, missingReason }: Content): boolean => text.trim() === '' && missingReason === null

export const isEmpty = (content: Content): boolean => isBlank(content) && content.source === '' && content.note === ''

/** What the figure means; with a reason for its absence there is none. */
export const readContent = (content: Content, indicator: Indicator): TypedFigure =>
  content.missingReason === null ? readTypedFigure(content.text, indicator) : { is: 'blank' }

/**
 * What was typed, brought to its form: one clear number becomes canonical, a word for a reason the reason. What is not
 * clear stays as it was typed. Without a figure nothing is provisional and nothing breaks.
 */
export function settled(content: Content, indicator: Indicator): Content {
  const read = readContent(content, indicator)
  if (read.is === 'figure') return { ...content, text: read.value }
  if (read.is === 'refused') return content
  const missingReason = read.is === 'missing' ? read.suggestion : content.missingReason
  if (read.is === 'missing' && missingReason === null) return content
  return { ...content, text: '', missingReason, provisional: false, breakBefore: false }
}

/** Which figure it is. */
export interface FigureName {
  regionCode: string
  indicatorCode: string
  year: number
  measure: string
}

/** The draft to be saved, undefined where the content is no clear figure and no reason. */
export function toDraft(
  content: Content,
  name: FigureName,
  indicator: Indicator,
  ifRevision: number,
): Draft | undefined {
  const read = readContent(content, indicator)
  const { missingReason, correction } = content
  if (read.is !== 'figure' && missingReason === null) return undefined
  if (correction !== null && (correction.code === null || correction.reason.trim() === '')) return undefined
  return {
    ...name,
    value: read.is === 'figure' ? read.value : null,
    missingReason,
    provisional: content.provisional,
    breakBefore: content.breakBefore,
    source: content.source.trim() || null,
    note: content.note.trim() || null,
    correction:
      correction === null || correction.code === null
        ? null
        : { code: correction.code, reason: correction.reason.trim() },
    ifRevision,
  }
}

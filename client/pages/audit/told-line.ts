import type { AuditLine } from '../../../server/contract/audit.ts'
import { CORRECTION_LABELS, ROLE_LABELS } from '../../../server/domain/labels.ts'
import { CORRECTION_CODES, MISSING_REASONS, type Role } from '../../../server/domain/words.ts'
import { toldFigure } from '../../components/told-figure.ts'
import { toDate } from '../../format.ts'
import { auditText } from '../../i18n/audit.ts'
import { ACTION_LABELS, REVISION_LABELS, VALUE_LABELS } from '../../i18n/audit-words.ts'
import { language, say, textOf } from '../../i18n/language.ts'
import { toClock } from '../../moment.ts'
import type { AuditNames } from './audit-data.ts'
import { indicatorOf } from './objects.ts'
import { toldValue } from './told-field.ts'

/** When it was written, in Shanghai, to the second. */
export const toldTime = (at: string): string => `${toDate(at)} ${toClock(new Date(at))}`

/** What happened, in a word; one that has none is told by its code. */
export const toldAction = ({ action, data }: Pick<AuditLine, 'action' | 'data'>): string => {
  const revision = Object.hasOwn(REVISION_LABELS, action) ? REVISION_LABELS[action] : undefined
  if (revision) return say(data['revision'] === 1 ? revision.first : revision.later)
  const label = Object.hasOwn(ACTION_LABELS, action) ? ACTION_LABELS[action] : undefined
  return label ? say(label) : action
}

export const toldRole = (role: Role): string => {
  const label = role === 'system' ? VALUE_LABELS['role']?.['system'] : ROLE_LABELS[role]
  return label ? say(label) : role
}

const textIn = (data: object, field: string): string | null => {
  const value: unknown = Object.entries(data).find(([name]) => name === field)?.[1]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : null
}

/** The figure that was entered, the weight that was set: what of a line is worth telling beside its action; else nothing. */
export function toldGist({ action, data, subject }: AuditLine, names: AuditNames): string {
  switch (action) {
    case 'observation.enter': {
      const indicator = indicatorOf(subject, names)
      const missingReason = MISSING_REASONS.find((reason) => reason === data['missingReason']) ?? null
      const figure = { value: textIn(data, 'value'), missingReason, measure: 'value' } // the object names the measure
      return indicator ? toldFigure(figure, indicator, language.value) : (figure.value ?? '')
    }
    case 'target.weigh':
      return textIn(data, 'weight') ?? ''
    case 'session.refuse':
      return toldValue('why', textIn(data, 'why'), names)
    case 'import.apply':
      return textOf(auditText).items(textIn(data, 'items') ?? '')
    default:
      return ''
  }
}

/** Why: the reason that was given, what a correction says, or a reviewer's comment; nothing where nobody had to say. */
export function toldReason({ reason, data }: Pick<AuditLine, 'reason' | 'data'>): string {
  const text = textOf(auditText)
  if (reason !== null) return reason
  const correction = data['correction']
  if (typeof correction === 'object' && correction !== null) {
    const code = CORRECTION_CODES.find((one) => one === textIn(correction, 'code'))
    return text.correction(code ? say(CORRECTION_LABELS[code]) : '', textIn(correction, 'reason') ?? '')
  }
  const comment = textIn(data, 'comment')
  return comment === null ? '' : text.comment(comment)
}

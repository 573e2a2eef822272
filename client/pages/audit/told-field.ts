import type { Indicator } from '../../../server/contract/reference.ts'
import type { Scalar } from '../../../server/domain/audit-life.ts'
import {
  BASELINE_BASIS_LABELS,
  KIND_LABELS,
  REVIEW_STATE_LABELS,
  ROLL_UP_LABELS,
  ROUND_KIND_LABELS,
} from '../../../server/domain/detail-labels.ts'
import {
  COMPARATOR_LABELS,
  CORRECTION_LABELS,
  type Label,
  MISSING_REASON_LABELS,
  ROLE_LABELS,
} from '../../../server/domain/labels.ts'
import { toldFigure } from '../../components/told-figure.ts'
import { MISSING } from '../../format.ts'
import { auditText } from '../../i18n/audit.ts'
import { fieldLabel, VALUE_LABELS } from '../../i18n/audit-words.ts'
import { language, say, textOf } from '../../i18n/language.ts'
import { nameOf, titleOf } from '../../names.ts'
import type { AuditNames } from './audit-data.ts'
import { personName, toldObject } from './objects.ts'

const labelled = (labels: Readonly<Record<string, Label>>, code: string): string | undefined => {
  const found = Object.hasOwn(labels, code) ? labels[code] : undefined
  return found && say(found)
}

const toldPart = (part: string, action: string): string => {
  const label = fieldLabel(part, action)
  return label === undefined ? part : say(label)
}

/** What a field is called, with what it belongs to: “2030 年目标 · 基期 · 数值”. The fingerprint of a key is that of its DER. */
export function toldField(field: string, action = ''): string {
  const text = textOf(auditText)
  return field
    .replace(/^milestones\.([0-9]{4})\b/, (_all, year: string) => `=${text.milestone(year)}`)
    .replace(/^conflicts\.([0-9]+)\b/, (_all, position: string) => `=${text.conflict(position)}`)
    .split('.')
    .map((part) => (part.startsWith('=') ? part.slice(1) : toldPart(part, action)))
    .join(' · ')
}

const lastOf = (field: string): string => field.slice(field.lastIndexOf('.') + 1)

/** Codes by their fields; a kind is that of an indicator or of a round. */
const LABELS: Readonly<Record<string, Readonly<Record<string, Label>>>> = {
  ...VALUE_LABELS,
  state: { ...REVIEW_STATE_LABELS, ...VALUE_LABELS['state'] },
  role: { ...ROLE_LABELS, ...VALUE_LABELS['role'] },
  missingReason: MISSING_REASON_LABELS,
  comparator: COMPARATOR_LABELS,
  rollUp: ROLL_UP_LABELS,
  basis: BASELINE_BASIS_LABELS,
  kind: { ...KIND_LABELS, ...ROUND_KIND_LABELS },
}

/**
 * What a field says, in words.
 *
 * @param indicator whose figures the values are, where they are those of one
 */
export function toldValue(field: string, value: Scalar, names: AuditNames, indicator?: Indicator): string {
  const text = textOf(auditText)
  if (value === null || value === '') return MISSING
  if (typeof value === 'boolean') return value ? text.yes : text.no
  const said = String(value)
  const name = lastOf(field)
  const code = field === 'correction.code' ? labelled(CORRECTION_LABELS, said) : labelled(LABELS[name] ?? {}, said)
  if (code !== undefined) return code
  switch (name) {
    case 'value':
    case 'valueHigh':
      return indicator && /^-?[0-9]/.test(said)
        ? toldFigure({ value: said, missingReason: null, measure: 'value' }, indicator, language.value)
        : said
    case 'regionCode':
    case 'regionCodes':
    case 'parentCode':
      return said
        .split(', ')
        .map((one) => nameOf(names.regions, one))
        .join(language.value === 'en' ? ', ' : '、')
    case 'planCode':
      return titleOf(names.plans, said)
    case 'indicatorCode':
    case 'weightIndicatorCode':
      return toldObject(`indicator/${said}`, names)
    case 'username':
      return personName(names, said)
    default:
      return said
  }
}

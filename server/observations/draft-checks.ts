import type { Draft } from '../contract/entry.ts'
import type { Indicator } from '../contract/reference.ts'
import type { Label } from '../domain/labels.ts'
import { checkFigure } from '../domain/checks/checks.ts'
import type { Finding } from '../domain/checks/finding.ts'
import { tellFinding } from '../domain/checks/telling.ts'
import type { FieldError } from '../http/refusal.ts'

/** What is malformed in a draft, whatever else there is of its series. */
export function checkDraft(draft: Draft, indicator: Indicator, nowYear: number): FieldError[] {
  const errors: FieldError[] = []
  const { value, missingReason, provisional, breakBefore } = draft
  if (value === null && missingReason === null) errors.push({ path: 'missingReason', code: 'missing-reason-needed' })
  if (value !== null && missingReason !== null) errors.push({ path: 'missingReason', code: 'missing-with-value' })
  if (value === null && provisional) errors.push({ path: 'provisional', code: 'missing-with-value' })
  if (value === null && breakBefore) errors.push({ path: 'breakBefore', code: 'missing-with-value' })
  const findings = checkFigure({ indicator, figure: draft, others: [], replaced: null, nowYear })
  for (const finding of findings.filter(({ severity }) => severity === 'malformed')) {
    errors.push({ path: fieldOf(finding), ...told(finding) })
  }
  return errors
}

const FIELDS: Readonly<Partial<Record<Finding['code'], string>>> = {
  'future-year': 'year',
  'measure-does-not-fit': 'measure',
}

const fieldOf = ({ code }: Finding): string => FIELDS[code] ?? 'value'

/** A finding as an error: its code, and its sentence in both languages. */
export function told(finding: Finding): { code: string; message: Label } {
  return { code: finding.code, message: { 'zh-CN': tellFinding(finding, 'zh-CN'), en: tellFinding(finding, 'en') } }
}

import type { CorrectionCode } from '../domain/words.ts'

/** Why a revision replaces the one before; null where it is the first of its kind. */
export interface Correction {
  code: CorrectionCode
  reason: string
}

export function toCorrection(row: {
  correction_code: CorrectionCode | null
  correction_reason: string | null
}): Correction | null {
  const { correction_code: code, correction_reason: reason } = row
  return code === null || reason === null ? null : { code, reason }
}

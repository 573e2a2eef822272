import { FIELD_SENTENCES } from '../../../../server/domain/field-sentences.ts'
import { type Faults, toFaults } from '../../../components/form/faults.ts'
import { toTyped } from '../targets/promise-values.ts'
import { isBlank, orNull, SLUG, type Words } from './text-values.ts'

const YEAR = /^(19|20|21)[0-9]{2}$/

/** What is typed of a new plan. */
export interface PlanValues {
  code: string
  titleZh: string
  titleEn: string
  documentNumber: string
  issuerZh: string
  regionCode: string
  issuedYear: string
  startYear: string
  endYear: string
  sourceFile: string
  reason: string
}

export const NEW_PLAN: PlanValues = {
  code: '',
  titleZh: '',
  titleEn: '',
  documentNumber: '',
  issuerZh: '',
  regionCode: '',
  issuedYear: '',
  startYear: '',
  endYear: '',
  sourceFile: '',
  reason: '',
}

const yearFault = (text: string, say: Words['say']): string | false =>
  !YEAR.test(toTyped(text)) && say(FIELD_SENTENCES.year)

export const lackingOfPlan = (values: PlanValues, { needed, neededChoice, say }: Words): Faults =>
  toFaults({
    code: !SLUG.test(values.code.trim()) && say(FIELD_SENTENCES.slug),
    titleZh: isBlank(values.titleZh) && needed,
    titleEn: isBlank(values.titleEn) && needed,
    regionCode: values.regionCode === '' && neededChoice,
    issuedYear: yearFault(values.issuedYear, say),
    startYear: !isBlank(values.startYear) && yearFault(values.startYear, say),
    endYear: yearFault(values.endYear, say),
    sourceFile: isBlank(values.sourceFile) && needed,
    reason: isBlank(values.reason) && needed,
  })

export const planContradictions = ({ issuedYear, startYear, endYear }: PlanValues, say: Words['say']): Faults => {
  const first = toTyped(startYear) || toTyped(issuedYear)
  const last = toTyped(endYear)
  const isReadable = YEAR.test(first) && YEAR.test(last)
  return toFaults({ endYear: isReadable && last < first && say(FIELD_SENTENCES['ends-before-start']) })
}

export const toPlan = (values: PlanValues) => ({
  code: values.code.trim(),
  titleZh: values.titleZh.trim(),
  titleEn: values.titleEn.trim(),
  documentNumber: orNull(values.documentNumber),
  issuerZh: orNull(values.issuerZh),
  regionCode: values.regionCode,
  issuedYear: Number(toTyped(values.issuedYear)),
  startYear: isBlank(values.startYear) ? null : Number(toTyped(values.startYear)),
  endYear: Number(toTyped(values.endYear)),
  sourceFile: values.sourceFile.trim(),
  reason: values.reason.trim(),
})

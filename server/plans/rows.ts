import type { Selectable, Transaction } from 'kysely'
import type { Indicator, LoggedIndicator, Plan, Region, Theme } from '../contract/reference.ts'
import { toFraction } from '../domain/decimal.ts'
import type {
  Database,
  IndicatorRevisionTable,
  IndicatorTable,
  PlanTable,
  RegionTable,
  ThemeTable,
} from '../db/schema.ts'

export const toRegion = (row: Selectable<RegionTable>): Region => ({
  code: row.code,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  parentCode: row.parent_code,
})

export const toTheme = (row: Selectable<ThemeTable>): Theme => ({
  code: row.code,
  nameZh: row.name_zh,
  nameEn: row.name_en,
})

export const toPlan = (row: Selectable<PlanTable>): Plan => ({
  code: row.code,
  titleZh: row.title_zh,
  titleEn: row.title_en,
  documentNumber: row.document_number,
  issuerZh: row.issuer_zh,
  regionCode: row.region_code,
  issuedYear: row.issued_year,
  startYear: row.start_year,
  endYear: row.end_year,
  sourceFile: row.source_file,
})

export const toIndicator = (row: Selectable<IndicatorTable>): Indicator => ({
  code: row.code,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  shortNameZh: row.short_name_zh,
  shortNameEn: row.short_name_en,
  unitZh: row.unit_zh,
  unitEn: row.unit_en,
  kind: row.kind,
  better: row.better,
  decimals: row.decimals,
  theme: row.theme_code,
  min: row.min_value,
  max: row.max_value,
  definitionZh: row.definition_zh,
  definitionEn: row.definition_en,
  sourceZh: row.source_zh,
  rollUp: row.roll_up,
  weightIndicatorCode: row.weight_indicator_code,
})

export async function insertRegion(trx: Transaction<Database>, seq: number, region: Region): Promise<void> {
  const { code, nameZh, nameEn, parentCode } = region
  await trx
    .insertInto('region')
    .values({ code, seq, name_zh: nameZh, name_en: nameEn, parent_code: parentCode })
    .execute()
}

export async function insertTheme(trx: Transaction<Database>, seq: number, theme: Theme): Promise<void> {
  const { code, nameZh, nameEn } = theme
  await trx.insertInto('theme').values({ code, seq, name_zh: nameZh, name_en: nameEn }).execute()
}

export async function insertPlan(trx: Transaction<Database>, seq: number, plan: Plan): Promise<void> {
  await trx
    .insertInto('plan')
    .values({
      code: plan.code,
      seq,
      title_zh: plan.titleZh,
      title_en: plan.titleEn,
      document_number: plan.documentNumber,
      issuer_zh: plan.issuerZh,
      region_code: plan.regionCode,
      issued_year: plan.issuedYear,
      start_year: plan.startYear,
      end_year: plan.endYear,
      source_file: plan.sourceFile,
    })
    .execute()
}

/** What can be corrected of an indicator; what it counts cannot. */
export type IndicatorTerms = Omit<LoggedIndicator, 'unitZh' | 'unitEn' | 'kind' | 'better'> & { revision: number }

/** The indicator as its newest revision has it. */
export const revised = (indicator: Indicator, row: Selectable<IndicatorRevisionTable>): Indicator => ({
  ...indicator,
  nameZh: row.name_zh,
  nameEn: row.name_en,
  shortNameZh: row.short_name_zh,
  shortNameEn: row.short_name_en,
  decimals: row.decimals,
  theme: row.theme_code,
  min: row.min_value,
  max: row.max_value,
  definitionZh: row.definition_zh,
  definitionEn: row.definition_en,
  sourceZh: row.source_zh,
  rollUp: row.roll_up,
  weightIndicatorCode: row.weight_indicator_code,
})

/** Writes a later revision of an indicator. */
export async function insertIndicatorRevision(
  trx: Transaction<Database>,
  seq: number,
  terms: IndicatorTerms,
): Promise<void> {
  refuseBounds(terms)
  await trx
    .insertInto('indicator_revision')
    .values({
      code: terms.code,
      seq,
      revision: terms.revision,
      name_zh: terms.nameZh,
      name_en: terms.nameEn,
      short_name_zh: terms.shortNameZh,
      short_name_en: terms.shortNameEn,
      decimals: terms.decimals,
      theme_code: terms.theme,
      min_value: terms.min,
      max_value: terms.max,
      definition_zh: terms.definitionZh,
      definition_en: terms.definitionEn,
      source_zh: terms.sourceZh,
      ...rollUpColumns(terms),
    })
    .execute()
}

function refuseBounds({ code, min, max }: Pick<Indicator, 'code' | 'min' | 'max'>): void {
  if (min !== null && max !== null && !toFraction(max).gt(toFraction(min))) {
    throw new Error(`indicator ${code}: the upper bound is not larger than the lower`)
  }
}

const rollUpColumns = ({
  rollUp = 'none',
  weightIndicatorCode = null,
}: Pick<LoggedIndicator, 'rollUp' | 'weightIndicatorCode'>) => ({
  roll_up: rollUp,
  weight_indicator_code: weightIndicatorCode,
})

export async function insertIndicator(
  trx: Transaction<Database>,
  seq: number,
  indicator: LoggedIndicator,
): Promise<void> {
  refuseBounds(indicator)
  await trx
    .insertInto('indicator')
    .values({
      code: indicator.code,
      seq,
      name_zh: indicator.nameZh,
      name_en: indicator.nameEn,
      short_name_zh: indicator.shortNameZh,
      short_name_en: indicator.shortNameEn,
      unit_zh: indicator.unitZh,
      unit_en: indicator.unitEn,
      kind: indicator.kind,
      better: indicator.better,
      decimals: indicator.decimals,
      theme_code: indicator.theme,
      min_value: indicator.min,
      max_value: indicator.max,
      definition_zh: indicator.definitionZh,
      definition_en: indicator.definitionEn,
      source_zh: indicator.sourceZh,
      ...rollUpColumns(indicator),
    })
    .execute()
}

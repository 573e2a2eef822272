import { AGENCY, STRUCTURE_VERSION } from './codes.ts'

/** What a column of `observations.sdmx.csv` means. */
export interface Concept {
  zh: string
  en: string
  said?: { zh: string; en: string }
}

const GUARD = {
  zh: '若以可能被当作公式的字符开头，前面加了一个单引号，读取时去掉一个即可。',
  en: 'Where it begins with what a spreadsheet would take for a formula, one single quote stands before it; take exactly one away when reading.',
}

/** The concepts, by the names of the columns. */
export const CONCEPTS = {
  REF_AREA: { zh: '地区', en: 'Reference area' },
  INDICATOR: { zh: '指标', en: 'Indicator' },
  MEASURE: { zh: '口径', en: 'Measure' },
  TIME_PERIOD: { zh: '年份', en: 'Time period' },
  OBS_VALUE: { zh: '数值', en: 'Observation value', said: { zh: '按填报原样。', en: 'As it was entered.' } },
  UNIT_MEASURE: { zh: '计量单位', en: 'Unit of measure' },
  OBS_STATUS: {
    zh: '观测值状态',
    en: 'Observation status',
    said: {
      zh: '先看是否缺失（O 尚未公布，M 不适用，L 未收集），再看是否中断（B），再看是否初步（P），其余为 A。',
      en: 'Missing first (O not yet published, M not applicable, L not collected), then a break (B), then provisional (P), else A.',
    },
  },
  PROVISIONAL: { zh: '初步数', en: 'Provisional' },
  BREAK_BEFORE: { zh: '与以前年份不可比', en: 'Not comparable with the years before' },
  SAMPLE: { zh: '示例数据', en: 'Sample data, invented for demonstration' },
  AUDIT_LINE: { zh: '审计日志的行号', en: 'Line of the audit log that entered it' },
  SOURCE: { zh: '数据来源', en: 'Source', said: GUARD },
  COMMENT_OBS: { zh: '说明', en: 'Comment', said: GUARD },
} as const satisfies Readonly<Record<string, Concept>>

/** The own lists of codes: what was known at the instant. */
export const GROWING = {
  areas: 'CL_AREA',
  indicators: 'CL_INDICATOR',
  measures: 'CL_MEASURE',
  units: 'CL_UNIT',
} as const

/** The name by which one structure refers to another. */
export const urn = (what: string, id: string, agency = AGENCY, version = STRUCTURE_VERSION): string =>
  `urn:sdmx:org.sdmx.infomodel.${what}=${agency}:${id}(${version})`

const concept = (id: keyof typeof CONCEPTS) => ({
  id,
  conceptIdentity: `${urn('conceptscheme.Concept', 'CS_TANBIAO')}.${id}`,
})
const coded = (list: string) => ({ localRepresentation: { enumeration: urn('codelist.Codelist', list) } })
const typed = (dataType: string) => ({ localRepresentation: { format: { dataType } } })
const ofFigure = { attributeRelationship: { observation: {} } }
const mandatory = { usage: 'mandatory' }

/** Dimensions, measure and attributes, in the order of the columns. */
export const dataStructure = {
  dimensionList: {
    id: 'DimensionDescriptor',
    dimensions: [
      { ...concept('REF_AREA'), position: 0, ...coded(GROWING.areas) },
      { ...concept('INDICATOR'), position: 1, ...coded(GROWING.indicators) },
      { ...concept('MEASURE'), position: 2, ...coded(GROWING.measures) },
    ],
    timeDimension: { ...concept('TIME_PERIOD'), ...typed('GregorianYear') },
  },
  measureList: {
    id: 'MeasureDescriptor',
    measures: [{ ...concept('OBS_VALUE'), usage: 'optional', ...typed('Decimal') }],
  },
  attributeList: {
    id: 'AttributeDescriptor',
    attributes: [
      {
        ...concept('UNIT_MEASURE'),
        ...mandatory,
        attributeRelationship: { dimensions: ['INDICATOR'] },
        ...coded(GROWING.units),
      },
      {
        ...concept('OBS_STATUS'),
        ...mandatory,
        ...ofFigure,
        localRepresentation: { enumeration: urn('codelist.Codelist', 'CL_OBS_STATUS', 'SDMX', '2.2') },
      },
      { ...concept('PROVISIONAL'), ...mandatory, ...ofFigure, ...typed('Boolean') },
      { ...concept('BREAK_BEFORE'), ...mandatory, ...ofFigure, ...typed('Boolean') },
      { ...concept('SAMPLE'), ...mandatory, ...ofFigure, ...typed('Boolean') },
      { ...concept('AUDIT_LINE'), ...mandatory, ...ofFigure, ...typed('Integer') },
      { ...concept('SOURCE'), usage: 'optional', ...ofFigure, ...typed('String') },
      { ...concept('COMMENT_OBS'), usage: 'optional', ...ofFigure, ...typed('String') },
    ],
  },
}

/** What a column of a snapshot holds: how it is read, and what it means. */
export interface ColumnMeaning {
  /** Of a Table Schema. Figures are exact decimals; codes and ids are text. */
  type: 'string' | 'number' | 'integer' | 'boolean' | 'year' | 'datetime'
  /** In which unit the numbers are; the unit of the row where it says so. */
  unit?: 'of the row' | 'share of 1' | 'of the row, per year'
  /** The only values that occur. */
  oneOf?: readonly string[]
  zh: string
  en: string
}

/** Text, codes and ids too; closed where the only values are given. */
export const text = (zh: string, en: string, oneOf?: readonly string[]): ColumnMeaning => ({
  type: 'string',
  ...(oneOf && { oneOf }),
  zh,
  en,
})
/** A number in the unit of its row. */
export const figure = (zh: string, en: string): ColumnMeaning => ({ type: 'number', unit: 'of the row', zh, en })
/** A part of 1. */
export const share = (zh: string, en: string): ColumnMeaning => ({ type: 'number', unit: 'share of 1', zh, en })
/** A number a year, in the unit of its row. */
export const pace = (zh: string, en: string): ColumnMeaning => ({
  type: 'number',
  unit: 'of the row, per year',
  zh,
  en,
})
/** A year. */
export const year = (zh: string, en: string): ColumnMeaning => ({ type: 'year', zh, en })
/** The number of a line of the audit log. */
export const line = (zh: string, en: string): ColumnMeaning => ({ type: 'integer', zh, en })
/** Yes or no. */
export const whether = (zh: string, en: string): ColumnMeaning => ({ type: 'boolean', zh, en })
/** A moment, in UTC. */
export const instant = (zh: string, en: string): ColumnMeaning => ({ type: 'datetime', zh, en })

export const REGION = text('地区代码（GB/T 2260），00 为全国', 'region, GB/T 2260 digits; 00 is the nation')
export const INDICATOR = text('指标代码', 'code of the indicator')
export const INDICATOR_NAME = text('指标名称', 'name of the indicator, Chinese')
export const UNIT = text('计量单位', 'unit of measure, Chinese')
export const TARGET = text('目标编号，永不改变', 'id of the target, stable for ever')
export const MILESTONE_YEAR = year('目标年份', 'year of the milestone')
export const SAMPLE = whether(
  '是否为示例数据（虚构，只用于演示）',
  'whether it is or rests on sample data, invented for demonstration',
)

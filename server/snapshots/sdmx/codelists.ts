import type { Indicator, Region } from '../../contract/reference.ts'
import { AGENCY, OBS_STATUSES, STRUCTURE_VERSION, toAreaCode, toMeasureCode, toUnitCode } from './codes.ts'
import { GROWING } from './components.ts'

export interface Named {
  zh: string
  en: string
}

interface Code extends Named {
  id: string
  parent?: string | null
  described?: Named
}

/** What the codes of a snapshot stand for. */
export interface Lists {
  regions: readonly Region[]
  indicators: readonly Indicator[]
  measures: readonly string[]
}

/** All lists of codes; those that grow from year to year say that they are parts. */
export const toCodelists = ({ regions, indicators, measures }: Lists) => [
  codelist(GROWING.areas, { zh: '地区', en: 'Regions' }, regions.map(toArea)),
  codelist(GROWING.indicators, { zh: '指标', en: 'Indicators' }, indicators.map(toIndicatorCode)),
  codelist(GROWING.measures, { zh: '口径', en: 'Measures' }, ['value', 'yoy', ...measures].map(toMeasure)),
  codelist(GROWING.units, { zh: '计量单位', en: 'Units of measure' }, toUnits(indicators)),
  obsStatuses(),
]

const byId = (one: Code, other: Code): number => (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

/** In Chinese where a reader takes one language. */
export const named = ({ zh, en }: Named) => ({ name: zh, names: { zh, en } })

/** What every structure of our own says of itself. */
export const maintained = (id: string, names: Named) => ({
  id,
  agencyID: AGENCY,
  version: STRUCTURE_VERSION,
  ...named(names),
})

const toCode = ({ id, zh, en, parent, described }: Code) => ({
  id,
  ...named({ zh, en }),
  ...(described && described.zh !== '' && { description: described.zh, descriptions: described }),
  ...(parent && { parent }),
})

/** Each code once, by id. */
const codelist = (id: string, names: Named, codes: readonly Code[]) => ({
  ...maintained(id, names),
  isPartial: true,
  ...(codes.length > 0 && { codes: codes.filter(isFirst).toSorted(byId).map(toCode) }),
})

const isFirst = ({ id }: Code, index: number, all: readonly Code[]): boolean =>
  all.findIndex((one) => one.id === id) === index

/** The part of the official list that occurs, kept by its own agency. */
const obsStatuses = () => ({
  id: 'CL_OBS_STATUS',
  agencyID: 'SDMX',
  version: '2.2',
  ...named({ zh: '观测值状态', en: 'Observation status' }),
  isPartial: true,
  codes: Object.entries(OBS_STATUSES).map(([id, names]) => toCode({ id, ...names })),
})

const toArea = ({ code, nameZh, nameEn, parentCode }: Region): Code => ({
  id: toAreaCode(code),
  zh: nameZh,
  en: nameEn,
  parent: parentCode && toAreaCode(parentCode),
})

const toIndicatorCode = ({ code, nameZh, nameEn, definitionZh, definitionEn }: Indicator): Code => ({
  id: code,
  zh: nameZh,
  en: nameEn,
  described: { zh: definitionZh, en: definitionEn },
})

function toMeasure(measure: string): Code {
  const id = toMeasureCode(measure)
  if (measure === 'value') return { id, zh: '数值', en: 'Value' }
  if (measure === 'yoy') return { id, zh: '比上年变化，%', en: 'Change on the year before, percent' }
  const year = measure.slice('since:'.length)
  return { id, zh: `比 ${year} 年变化，%`, en: `Change against ${year}, percent` }
}

/** A unit that is named in several ways in Chinese has all of them for its name. */
function toUnits(indicators: readonly Indicator[]): Code[] {
  const units = Map.groupBy(indicators, ({ unitEn }) => unitEn)
  return [...units].map(([unitEn, its]) => {
    const zh = [...new Set(its.map(({ unitZh }) => unitZh))].toSorted().join(' / ')
    return { id: toUnitCode(unitEn), zh: zh === '' ? '无' : zh, en: unitEn === '' ? 'None' : unitEn }
  })
}

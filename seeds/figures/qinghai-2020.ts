import { TABLE_ROWS } from '../plans/qh-stip-145-table.ts'
import type { PublishedFigureSeed } from '../shape.ts'

const PLAN = '《青海省“十四五”科技创新规划》'

/** The file prints no date; the plan is of 2021, so by the end of that year it was known. */
const KNOWN_BY = '2021-12-31'

function actual(
  indicatorCode: string,
  value: string,
  clause: string,
  quote: string,
  note?: string,
): PublishedFigureSeed {
  return {
    regionCode: '63',
    indicatorCode,
    year: 2020,
    value,
    source: `${PLAN}${clause}：“${quote}”`,
    publishedOn: KNOWN_BY,
    ...(note === undefined ? {} : { note }),
  }
}

const tabled = Object.entries(TABLE_ROWS).map(([indicatorCode, { value2020, quote }]) =>
  actual(indicatorCode, value2020, '第二章“三、发展目标”预期指标表', quote),
)

/**
 * Paragraph five of chapter one names no year. Its first number, 218 high-tech enterprises, is the 2020 value of the table,
 * and the chapter looks back on the years to 2020; so its numbers are taken as those of 2020: what is counted as the stock at
 * the end of the year, the output value of the agricultural parks as the total of the year.
 */
function counted(indicatorCode: string, value: string, quote: string, taken = '2020年年末数记'): PublishedFigureSeed {
  return actual(
    indicatorCode,
    value,
    '第一章一（五是不断夯实创新发展基础）',
    quote,
    `原文未写年份；同段高新技术企业218家与预期指标表2020年数值相同，故按${taken}。`,
  )
}

const ENTERPRISES = '培育高新技术企业218家、科技型企业457家、科技小巨人企业52家'
const CARRIERS = '建成国家双创示范基地2家、国家特色创新载体3家、科技企业孵化器15家、省级众创空间53家，星创天地17家'
const PARKS = '6个国家级农业科技园区、38个省级农业科技园区产值达到248亿元'

/** The 2020 actuals that the plan prints: the nine of its table, and those that the first chapter gives. */
export const QINGHAI_2020: PublishedFigureSeed[] = [
  ...tabled,
  counted('sci-tech-enterprises', '457', ENTERPRISES),
  counted('little-giants', '52', ENTERPRISES),
  counted('eng-research-centres', '71', '建成工程技术研究中心71家'),
  counted('provincial-key-labs', '72', '建成省级重点实验室72家'),
  counted('national-double-innovation-bases', '2', CARRIERS),
  counted('national-featured-carriers', '3', CARRIERS),
  counted('incubators', '15', CARRIERS),
  counted('provincial-maker-spaces', '53', CARRIERS),
  counted('rural-maker-spaces', '17', CARRIERS),
  counted('national-agri-parks', '6', PARKS),
  counted('provincial-agri-parks', '38', PARKS),
  counted('agri-parks-output', '248', PARKS, '2020年全年数记'),
]

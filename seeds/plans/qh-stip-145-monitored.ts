import type { Indicator } from '../../server/contract/reference.ts'
import { countOf } from '../indicators.ts'

type Given = Pick<
  Indicator,
  'code' | 'nameZh' | 'nameEn' | 'shortNameZh' | 'shortNameEn' | 'unitZh' | 'unitEn' | 'theme'
> &
  Partial<Indicator>

/** A stock at year end that the plan reports, and for which the text at hand shows no target. */
function stockOf(given: Given): Indicator {
  return countOf({
    kind: 'level',
    definitionZh: `年末${given.nameZh}。所收文本（至第四章第一节中断）只列出数量，未见定义和目标。`,
    definitionEn: `${given.nameEn} at the end of the year. The text at hand, which breaks off in chapter four, gives the number and shows no definition or target.`,
    ...given,
  })
}

/** 监测指标: what the plan's first chapter counts, and the text at hand sets no target for. */
export const monitored: Indicator[] = [
  stockOf({
    code: 'sci-tech-enterprises',
    nameZh: '科技型企业数',
    nameEn: 'Technology-based enterprises',
    shortNameZh: '科技型企业',
    shortNameEn: 'Technology-based enterprises',
    unitZh: '家',
    unitEn: 'enterprises',
    theme: 'enterprises',
  }),
  stockOf({
    code: 'little-giants',
    nameZh: '科技小巨人企业数',
    nameEn: 'Science and technology “little giant” enterprises',
    shortNameZh: '科技小巨人企业',
    shortNameEn: 'S&T “little giants”',
    unitZh: '家',
    unitEn: 'enterprises',
    theme: 'enterprises',
  }),
  stockOf({
    code: 'eng-research-centres',
    nameZh: '工程技术研究中心数',
    nameEn: 'Engineering and technology research centres',
    shortNameZh: '工程技术研究中心',
    shortNameEn: 'Engineering centres',
    unitZh: '家',
    unitEn: 'centres',
    theme: 'platforms',
    definitionZh: '年末工程技术研究中心数。所收文本（至第四章第一节中断）只列出数量，未见级别和目标。',
    definitionEn:
      'Engineering and technology research centres at the end of the year. The text at hand, which breaks off in chapter four, gives the number and shows no level or target.',
  }),
  stockOf({
    code: 'provincial-key-labs',
    nameZh: '省级重点实验室数',
    nameEn: 'Provincial key laboratories',
    shortNameZh: '省级重点实验室',
    shortNameEn: 'Provincial key labs',
    unitZh: '家',
    unitEn: 'laboratories',
    theme: 'platforms',
  }),
  stockOf({
    code: 'national-double-innovation-bases',
    nameZh: '国家双创示范基地数',
    nameEn: 'National demonstration bases for entrepreneurship and innovation',
    shortNameZh: '国家双创示范基地',
    shortNameEn: 'National E&I bases',
    unitZh: '家',
    unitEn: 'bases',
    theme: 'platforms',
  }),
  stockOf({
    code: 'national-featured-carriers',
    nameZh: '国家特色创新载体数',
    nameEn: 'National specialised innovation carriers',
    shortNameZh: '国家特色创新载体',
    shortNameEn: 'Specialised innovation carriers',
    unitZh: '家',
    unitEn: 'carriers',
    theme: 'platforms',
  }),
  stockOf({
    code: 'incubators',
    nameZh: '科技企业孵化器数',
    nameEn: 'Technology business incubators',
    shortNameZh: '科技企业孵化器',
    shortNameEn: 'Incubators',
    unitZh: '家',
    unitEn: 'incubators',
    theme: 'platforms',
  }),
  stockOf({
    code: 'provincial-maker-spaces',
    nameZh: '省级众创空间数',
    nameEn: 'Provincial maker spaces',
    shortNameZh: '省级众创空间',
    shortNameEn: 'Provincial maker spaces',
    unitZh: '家',
    unitEn: 'maker spaces',
    theme: 'platforms',
  }),
  stockOf({
    code: 'rural-maker-spaces',
    nameZh: '星创天地数',
    nameEn: 'Rural maker spaces (Xingchuang Tiandi)',
    shortNameZh: '星创天地',
    shortNameEn: 'Rural maker spaces',
    unitZh: '家',
    unitEn: 'maker spaces',
    theme: 'platforms',
  }),
  stockOf({
    code: 'national-agri-parks',
    nameZh: '国家级农业科技园区数',
    nameEn: 'National agricultural science and technology parks',
    shortNameZh: '国家级农业科技园区',
    shortNameEn: 'National agricultural parks',
    unitZh: '个',
    unitEn: 'parks',
    theme: 'demonstration',
  }),
  stockOf({
    code: 'provincial-agri-parks',
    nameZh: '省级农业科技园区数',
    nameEn: 'Provincial agricultural science and technology parks',
    shortNameZh: '省级农业科技园区',
    shortNameEn: 'Provincial agricultural parks',
    unitZh: '个',
    unitEn: 'parks',
    theme: 'demonstration',
  }),
  stockOf({
    code: 'agri-parks-output',
    nameZh: '国家级和省级农业科技园区产值',
    nameEn: 'Output value of national and provincial agricultural science and technology parks',
    shortNameZh: '农业科技园区产值',
    shortNameEn: 'Agricultural parks’ output value',
    unitZh: '亿元',
    unitEn: '100 million yuan',
    theme: 'demonstration',
    definitionZh:
      '国家级和省级农业科技园区产值合计，按全年数理解。所收文本（至第四章第一节中断）只列出数额，未见核算口径和目标。',
    definitionEn:
      'Output value of the national and provincial agricultural science and technology parks together, read as a year’s total. The text at hand, which breaks off in chapter four, gives the amount and shows neither how it is reckoned nor a target.',
  }),
]

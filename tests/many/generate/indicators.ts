import type { Indicator } from '../../../server/contract/reference.ts'

type Shape = Pick<Indicator, 'kind' | 'better' | 'decimals' | 'theme' | 'unitZh' | 'unitEn' | 'min' | 'max'> & {
  zh: string
  en: string
}

/** What is counted or measured; every tenth indicator has the same shape. */
const SHAPES: readonly Shape[] = [
  share('研发投入强度', 'R&D intensity', 'inputs-outputs', 2),
  count('flow', '发明专利授权量', 'invention patents granted', 'inputs-outputs', ['件', 'patents']),
  count('level', '研发人员数', 'R&D personnel', 'talent', ['人', 'people']),
  count('cumulative', '技术合同累计登记数', 'technology contracts registered in all', 'platforms', ['项', 'contracts']),
  share('新产品销售收入占比', 'share of new products in sales', 'enterprises', 1),
  change('单位增加值能耗变化', 'change of energy use per value added', 'carbon-energy', 'lower'),
  count('flow', '新立研发项目数', 'R&D projects begun', 'demonstration', ['项', 'projects']),
  {
    ...count('level', '单位产值用水量', 'water use per output', 'carbon-energy', ['立方米/万元', 'm³ per 10,000 yuan']),
    better: 'lower',
    decimals: 2,
  },
  { ...count('done', '公共服务平台', 'public service platform', 'platforms', ['', '']), max: '1' },
  change('营业收入增速', 'growth of revenue', 'enterprises', 'higher'),
]

/** Of whom; with the shapes of above, names for 400 indicators. */
const SUBJECTS: readonly (readonly [string, string])[] = [
  ['规上工业企业', 'industrial enterprises above the size limit'],
  ['高新技术企业', 'high-tech enterprises'],
  ['科技型中小企业', 'small technology firms'],
  ['专精特新企业', 'specialised firms'],
  ['高等学校', 'universities'],
  ['科研院所', 'research institutes'],
  ['新型研发机构', 'new research institutions'],
  ['重点实验室', 'key laboratories'],
  ['工程研究中心', 'engineering research centres'],
  ['技术创新中心', 'technology innovation centres'],
  ['科技企业孵化器', 'incubators'],
  ['众创空间', 'makerspaces'],
  ['大学科技园', 'university science parks'],
  ['高新技术开发区', 'high-tech zones'],
  ['农业科技园区', 'agricultural science parks'],
  ['技术转移机构', 'technology transfer agencies'],
  ['生物医药产业', 'biomedical industry'],
  ['新材料产业', 'new materials industry'],
  ['新能源产业', 'new energy industry'],
  ['电子信息产业', 'electronics and information industry'],
  ['装备制造业', 'equipment manufacturing'],
  ['钢铁行业', 'steel industry'],
  ['建材行业', 'building materials industry'],
  ['化工行业', 'chemical industry'],
  ['有色金属行业', 'non-ferrous metals industry'],
  ['交通运输业', 'transport'],
  ['建筑业', 'construction'],
  ['现代服务业', 'modern services'],
  ['国有企业', 'state-owned enterprises'],
  ['民营企业', 'private enterprises'],
  ['外资企业', 'foreign-funded enterprises'],
  ['上市企业', 'listed companies'],
  ['医疗卫生机构', 'medical institutions'],
  ['环保产业', 'environmental industry'],
  ['海洋产业', 'marine industry'],
  ['文化科技企业', 'culture and technology firms'],
  ['人工智能企业', 'artificial intelligence firms'],
  ['集成电路企业', 'integrated circuit firms'],
  ['储能企业', 'energy storage firms'],
  ['氢能企业', 'hydrogen firms'],
]

/** Indicators of every kind, at most 400. */
export function makeIndicators(count: number): Indicator[] {
  return Array.from({ length: count }, (_, at) => {
    const { zh, en, ...shape } = SHAPES[at % SHAPES.length] ?? share('', '', '', 0)
    const [subjectZh, subjectEn] = SUBJECTS[Math.floor(at / SHAPES.length)] ?? ['', '']
    const nameEn = `${en.slice(0, 1).toUpperCase()}${en.slice(1)}: ${subjectEn}`
    return {
      code: `m${String(at + 1).padStart(3, '0')}`,
      nameZh: subjectZh + zh,
      nameEn,
      shortNameZh: subjectZh + zh,
      shortNameEn: nameEn,
      ...shape,
      definitionZh: `${subjectZh}的${zh}，按年度统计。`,
      definitionEn: `${nameEn}, by year.`,
      sourceZh: '科技统计年报',
      rollUp: shape.kind === 'flow' || shape.kind === 'cumulative' ? 'sum' : 'none',
      weightIndicatorCode: null,
    }
  })
}

function share(zh: string, en: string, theme: string, decimals: number): Shape {
  return { zh, en, theme, decimals, kind: 'level', better: 'higher', unitZh: '%', unitEn: '%', min: '0', max: '100' }
}

function count(
  kind: Indicator['kind'],
  zh: string,
  en: string,
  theme: string,
  [unitZh, unitEn]: readonly [string, string],
): Shape {
  return { zh, en, theme, decimals: 0, kind, better: 'higher', unitZh, unitEn, min: '0', max: null }
}

function change(zh: string, en: string, theme: string, better: Indicator['better']): Shape {
  return { zh, en, theme, decimals: 1, kind: 'change', better, unitZh: '%', unitEn: '%', min: '-100', max: null }
}

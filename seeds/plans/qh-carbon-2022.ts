import type { Milestone } from '../../server/domain/model.ts'
import { buildingOf, countOf } from '../indicators.ts'
import { milestone, startOfPlan } from '../milestones.ts'
import type { PlanSeed } from '../shape.ts'

const ENTERPRISES = '二、重点目标 > ——培养绿色低碳创新型企业'
const ENTERPRISES_QUOTE =
  '到 2030 年，在绿色低碳循环产业发展领域新认定科技“小巨人”企业 5 家、高新技术企业 20 家、科技型企业 40 家，科技企业孵化器 10 家。'
const PLATFORMS = '二、重点目标 > ——强化创新平台和人才引育'
const PLATFORMS_QUOTE =
  '聚焦绿色低碳技术领域，到 2030 年，建成多能互补绿色储能全国重点实验室和全球大气本底与青藏高原大数据应用中心，有力提升基础研究发展水平，新建省级重点实验室 5 家以上，持续夯实应用技术创新发展水平，新建省级工程技术研究中心 5 家。'

function newBy2030(value: string, more: Partial<Milestone> = {}): Milestone[] {
  const baseline = startOfPlan(2022)
  return [milestone({ year: 2030, comparator: 'at-least', value, deadlineBasis: 'printed', baseline, ...more })]
}

export const qhCarbon2022: PlanSeed = {
  plan: {
    code: 'qh-carbon-2022',
    titleZh: '科技支撑引领青海碳达峰碳中和实施方案',
    titleEn:
      'Implementation Plan for Science and Technology to Support and Lead Carbon Peaking and Carbon Neutrality in Qinghai',
    documentNumber: '青科发社〔2022〕101号',
    issuerZh:
      '青海省科学技术厅、青海省发展和改革委员会、青海省工业和信息化厅、青海省生态环境厅、青海省住房和城乡建设厅、青海省交通运输厅、青海省农业农村厅、青海省林业和草原局、青海省能源局',
    regionCode: '63',
    issuedYear: 2022,
    startYear: null,
    endYear: 2030,
    sourceFile: '000_7e195c2fe86487e8.txt',
  },
  indicators: [
    countOf({
      code: 'green-little-giants-new',
      nameZh: '绿色低碳循环产业发展领域新认定科技“小巨人”企业数',
      nameEn:
        'Newly recognised science and technology “little giant” enterprises in green, low-carbon and circular industries',
      shortNameZh: '新认定绿色科技“小巨人”企业',
      shortNameEn: 'New green S&T “little giants”',
      unitZh: '家',
      unitEn: 'enterprises',
      kind: 'flow',
      theme: 'enterprises',
      definitionZh: '当年在绿色低碳循环产业发展领域新认定的科技“小巨人”企业数。认定条件和领域范围方案未另作规定。',
      definitionEn:
        'Science and technology “little giant” enterprises newly recognised in the year in green, low-carbon and circular industries. The plan defines neither the conditions of recognition nor the limits of the field.',
    }),
    countOf({
      code: 'green-high-tech-enterprises-new',
      nameZh: '绿色低碳循环产业发展领域新认定高新技术企业数',
      nameEn: 'Newly recognised high-tech enterprises in green, low-carbon and circular industries',
      shortNameZh: '新认定绿色高新技术企业',
      shortNameEn: 'New green high-tech enterprises',
      unitZh: '家',
      unitEn: 'enterprises',
      kind: 'flow',
      theme: 'enterprises',
      definitionZh:
        '当年在绿色低碳循环产业发展领域新认定的高新技术企业数。高新技术企业指依照《高新技术企业认定管理办法》认定的企业；有效期满后的重新认定是否计入，方案未作规定。',
      definitionEn:
        'Enterprises in green, low-carbon and circular industries newly recognised in the year as high-tech enterprises under the national Administrative Measures for the Recognition of High-Tech Enterprises. Whether renewals count, the plan does not say.',
    }),
    countOf({
      code: 'green-sci-tech-enterprises-new',
      nameZh: '绿色低碳循环产业发展领域新认定科技型企业数',
      nameEn: 'Newly recognised technology-based enterprises in green, low-carbon and circular industries',
      shortNameZh: '新认定绿色科技型企业',
      shortNameEn: 'New green technology-based firms',
      unitZh: '家',
      unitEn: 'enterprises',
      kind: 'flow',
      theme: 'enterprises',
      definitionZh: '当年在绿色低碳循环产业发展领域新认定的科技型企业数。认定条件和领域范围方案未另作规定。',
      definitionEn:
        'Technology-based enterprises newly recognised in the year in green, low-carbon and circular industries. The plan defines neither the conditions of recognition nor the limits of the field.',
    }),
    countOf({
      code: 'green-incubators-new',
      nameZh: '绿色低碳循环产业发展领域新认定科技企业孵化器数',
      nameEn: 'Newly recognised technology business incubators in green, low-carbon and circular industries',
      shortNameZh: '新认定绿色科技企业孵化器',
      shortNameEn: 'New green incubators',
      unitZh: '家',
      unitEn: 'incubators',
      kind: 'flow',
      theme: 'platforms',
      definitionZh:
        '当年在绿色低碳循环产业发展领域新认定的科技企业孵化器数。方案在同一句中列举，“新认定”理解为一并适用；级别方案未作规定。',
      definitionEn:
        'Technology business incubators newly recognised in the year in green, low-carbon and circular industries. The plan lists them in the same sentence, so “newly recognised” is read as governing them too; it names no level.',
    }),
    countOf({
      code: 'green-provincial-key-labs-new',
      nameZh: '绿色低碳技术领域新建省级重点实验室数',
      nameEn: 'New provincial key laboratories in green and low-carbon technology',
      shortNameZh: '新建绿色省级重点实验室',
      shortNameEn: 'New green provincial key labs',
      unitZh: '家',
      unitEn: 'laboratories',
      kind: 'cumulative',
      theme: 'platforms',
      definitionZh:
        '方案印发后在绿色低碳技术领域新建的省级重点实验室累计数。“新建”指批准建设还是验收建成，方案未作规定。',
      definitionEn:
        'Provincial key laboratories in green and low-carbon technology set up since the plan was issued, as a running total. Whether approval or completion counts, the plan does not say.',
    }),
    countOf({
      code: 'green-provincial-eng-centres-new',
      nameZh: '绿色低碳技术领域新建省级工程技术研究中心数',
      nameEn: 'New provincial engineering and technology research centres in green and low-carbon technology',
      shortNameZh: '新建绿色省级工程技术研究中心',
      shortNameEn: 'New green provincial eng. centres',
      unitZh: '家',
      unitEn: 'centres',
      kind: 'cumulative',
      theme: 'platforms',
      definitionZh:
        '方案印发后在绿色低碳技术领域新建的省级工程技术研究中心累计数。“新建”指批准建设还是验收建成，方案未作规定。',
      definitionEn:
        'Provincial engineering and technology research centres in green and low-carbon technology set up since the plan was issued, as a running total. Whether approval or completion counts, the plan does not say.',
    }),
    countOf({
      code: 'green-double-innovation-bases',
      nameZh: '绿色低碳技术领域培育建设“双创”示范基地数',
      nameEn:
        'Demonstration bases for entrepreneurship and innovation fostered and built in green and low-carbon technology',
      shortNameZh: '绿色“双创”示范基地',
      shortNameEn: 'Green E&I demonstration bases',
      unitZh: '家',
      unitEn: 'bases',
      kind: 'cumulative',
      theme: 'platforms',
      definitionZh:
        '方案印发后培育建设的“双创”（大众创业、万众创新）示范基地累计数。领域和期限承接上一句“聚焦绿色低碳技术领域，到2030年”，本句未写；级别方案未作规定。《青海省“十四五”科技创新规划》回顾“十三五”时列有国家双创示范基地2家。',
      definitionEn:
        'Demonstration bases for mass entrepreneurship and innovation (双创) fostered and built since the plan was issued, as a running total. The field and the deadline carry over from the sentence before (“focusing on green and low-carbon technology, by 2030”); this sentence prints neither. The plan names no level. Qinghai’s 14th five-year plan for science and technology counts two national ones in looking back on the 13th five-year period.',
    }),
    buildingOf({
      code: 'energy-storage-national-key-lab',
      nameZh: '多能互补绿色储能全国重点实验室',
      nameEn: 'National Key Laboratory of Multi-Energy Complementary Green Energy Storage',
      shortNameZh: '绿色储能全国重点实验室',
      shortNameEn: 'Energy storage national key lab',
      theme: 'platforms',
      definitionZh: '是否建成：1 为建成，0 为尚未建成。建成的标志方案未作规定。',
      definitionEn: 'Whether it has been built: 1 if so, 0 if not yet. The plan does not say what marks completion.',
    }),
    buildingOf({
      code: 'atmosphere-plateau-data-centre',
      nameZh: '全球大气本底与青藏高原大数据应用中心',
      nameEn: 'Big Data Application Centre for the Global Atmospheric Baseline and the Qinghai–Tibet Plateau',
      shortNameZh: '大气本底与高原大数据中心',
      shortNameEn: 'Atmosphere and plateau data centre',
      theme: 'platforms',
      definitionZh: '是否建成：1 为建成，0 为尚未建成。建成的标志方案未作规定。',
      definitionEn: 'Whether it has been built: 1 if so, 0 if not yet. The plan does not say what marks completion.',
    }),
  ],
  targets: [
    {
      id: 'qh-carbon-2022-green-little-giants-new',
      regionCode: '63',
      indicatorCode: 'green-little-giants-new',
      ownerZh: null,
      clause: ENTERPRISES,
      quote: ENTERPRISES_QUOTE,
      conflicts: [],
      milestones: newBy2030('5'),
    },
    {
      id: 'qh-carbon-2022-green-high-tech-enterprises-new',
      regionCode: '63',
      indicatorCode: 'green-high-tech-enterprises-new',
      ownerZh: null,
      clause: ENTERPRISES,
      quote: ENTERPRISES_QUOTE,
      conflicts: [],
      milestones: newBy2030('20'),
    },
    {
      id: 'qh-carbon-2022-green-sci-tech-enterprises-new',
      regionCode: '63',
      indicatorCode: 'green-sci-tech-enterprises-new',
      ownerZh: null,
      clause: ENTERPRISES,
      quote: ENTERPRISES_QUOTE,
      conflicts: [],
      milestones: newBy2030('40'),
    },
    {
      id: 'qh-carbon-2022-green-incubators-new',
      regionCode: '63',
      indicatorCode: 'green-incubators-new',
      ownerZh: null,
      clause: ENTERPRISES,
      quote: ENTERPRISES_QUOTE,
      conflicts: [],
      milestones: newBy2030('10'),
    },
    {
      id: 'qh-carbon-2022-green-provincial-key-labs-new',
      regionCode: '63',
      indicatorCode: 'green-provincial-key-labs-new',
      ownerZh: null,
      clause: PLATFORMS,
      quote: PLATFORMS_QUOTE,
      conflicts: [],
      milestones: newBy2030('5', { wordingZh: '以上' }),
    },
    {
      id: 'qh-carbon-2022-green-provincial-eng-centres-new',
      regionCode: '63',
      indicatorCode: 'green-provincial-eng-centres-new',
      ownerZh: null,
      clause: PLATFORMS,
      quote: PLATFORMS_QUOTE,
      conflicts: [],
      milestones: newBy2030('5'),
    },
    {
      id: 'qh-carbon-2022-green-double-innovation-bases',
      regionCode: '63',
      indicatorCode: 'green-double-innovation-bases',
      ownerZh: null,
      clause: PLATFORMS,
      quote: '培育建设“双创”示范基地 2 家。',
      conflicts: [],
      milestones: newBy2030('2', { deadlineBasis: 'plan-period' }),
    },
    {
      id: 'qh-carbon-2022-energy-storage-national-key-lab',
      regionCode: '63',
      indicatorCode: 'energy-storage-national-key-lab',
      ownerZh: null,
      clause: PLATFORMS,
      quote: PLATFORMS_QUOTE,
      conflicts: [],
      milestones: newBy2030('1', { wordingZh: '建成', baseline: null }),
    },
    {
      id: 'qh-carbon-2022-atmosphere-plateau-data-centre',
      regionCode: '63',
      indicatorCode: 'atmosphere-plateau-data-centre',
      ownerZh: null,
      clause: PLATFORMS,
      quote: PLATFORMS_QUOTE,
      conflicts: [],
      milestones: newBy2030('1', { wordingZh: '建成', baseline: null }),
    },
  ],
}

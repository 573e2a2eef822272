import { countOf, reductionOf } from '../indicators.ts'
import { milestone, printedBaseline, startOfPlan } from '../milestones.ts'
import type { PlanSeed } from '../shape.ts'

/** The goals stand in the preamble, under no heading but the title. */
const PREAMBLE = '科技支撑碳达峰碳中和实施方案(2022—2030年)'
const PREAMBLE_QUOTE =
  '通过实施方案，到2025年实现重点行业和领域低碳关键核心技术的重大突破，支撑单位国内生产总值（GDP）二氧化碳排放比2020年下降18%，单位GDP能源消耗比2020年下降13.5%；到 2030 年，进一步研究突破一批碳中和前沿和颠覆性技术，形成一批具有显著影响力的低碳技术解决方案和综合示范工程，建立更加完善的绿色低碳科技创新体系，有力支撑单位 GDP 二氧化碳排放比 2005 年下降 65% 以上，单位 GDP 能源消耗持续大幅下降。'
const CAPTURE_QUOTE = '力争到2025年实现单位二氧化碳捕集能耗比2020年下降20%，到2030年下降30%，实现捕集成本大幅下降。'
const CAPTURE_BASELINE = printedBaseline(2020, '0', '单位二氧化碳捕集能耗比2020年下降20%，到2030年下降30%')

const by2025 = { year: 2025, comparator: 'at-most', deadlineBasis: 'printed' } as const
const by2030 = { year: 2030, comparator: 'at-most', deadlineBasis: 'printed' } as const

export const cnCarbon2022To2030: PlanSeed = {
  plan: {
    code: 'cn-carbon-2022-2030',
    titleZh: '科技支撑碳达峰碳中和实施方案（2022—2030年）',
    titleEn:
      'Implementation Plan for Science and Technology to Support Carbon Peaking and Carbon Neutrality (2022–2030)',
    documentNumber: null,
    issuerZh: null,
    regionCode: '00',
    issuedYear: 2022,
    startYear: 2022,
    endYear: 2030,
    sourceFile: '003_e7cef7437e497252.txt',
  },
  indicators: [
    reductionOf({
      code: 'co2-per-gdp',
      nameZh: '单位国内生产总值（GDP）二氧化碳排放变化率',
      nameEn: 'Change in carbon dioxide emissions per unit of GDP',
      shortNameZh: '单位GDP二氧化碳排放',
      shortNameEn: 'CO₂ per GDP',
      theme: 'carbon-energy',
      definitionZh:
        '每单位国内生产总值的二氧化碳排放量相对基年的变化百分比，下降为负。国内生产总值按不变价格计算。年度公报公布的是比上年的变化，相对基年的变化由各年逐年连乘得出；相对2005年的变化，以公布的2020年比2005年下降48.4%为起点连乘。',
      definitionEn:
        'Change in percent, against a base year, of the carbon dioxide emitted per unit of gross domestic product at constant prices; a fall is negative. The yearly communiqués give the change on the year before, and the change against a base year is compounded from these; that against 2005 is compounded from the published −48.4 % for 2020 on.',
      sourceZh: '国家统计局《国民经济和社会发展统计公报》',
    }),
    reductionOf({
      code: 'energy-per-gdp',
      nameZh: '单位国内生产总值（GDP）能源消耗变化率',
      nameEn: 'Change in energy consumption per unit of GDP',
      shortNameZh: '单位GDP能源消耗',
      shortNameEn: 'Energy per GDP',
      decimals: 1,
      theme: 'carbon-energy',
      definitionZh:
        '每单位国内生产总值的能源消费量相对基年的变化百分比，下降为负。国内生产总值按不变价格计算。公报公布的数字自2023年起扣除原料用能和非化石能源，与以前年份不可比。',
      definitionEn:
        'Change in percent, against a base year, of the energy consumed per unit of gross domestic product at constant prices; a fall is negative. From 2023 on the published figures leave out energy used as feedstock and non-fossil energy, and cannot be compared with earlier years.',
      sourceZh: '国家统计局《国民经济和社会发展统计公报》',
    }),
    reductionOf({
      code: 'co2-capture-energy',
      nameZh: '单位二氧化碳捕集能耗变化率',
      nameEn: 'Change in energy consumption per unit of carbon dioxide captured',
      shortNameZh: '单位二氧化碳捕集能耗',
      shortNameEn: 'CO₂ capture energy',
      theme: 'carbon-energy',
      definitionZh:
        '捕集每单位二氧化碳所消耗的能源相对基年的变化百分比，下降为负。统计范围（技术路线、示范装置）和测算方法方案未作规定。',
      definitionEn:
        'Change in percent, against a base year, of the energy consumed in capturing one unit of carbon dioxide; a fall is negative. The plan says neither which technologies and plants count nor how it is measured.',
    }),
    countOf({
      code: 'low-carbon-demonstrations',
      nameZh: '重点低碳零碳技术应用示范工程数',
      nameEn: 'Key demonstration projects applying low-carbon and zero-carbon technology',
      shortNameZh: '低碳零碳示范工程',
      shortNameEn: 'Low-carbon demonstrations',
      unitZh: '个',
      unitEn: 'projects',
      kind: 'cumulative',
      theme: 'demonstration',
      definitionZh: '方案实施以来建成的不同类型重点低碳零碳技术应用示范工程累计数。建成的标志方案未作规定。',
      definitionEn:
        'Key demonstration projects of different types applying low-carbon and zero-carbon technology completed since the plan began, as a running total. The plan does not say what marks completion.',
    }),
    countOf({
      code: 'low-carbon-innovative-enterprises',
      nameZh: '遴选、支持低碳科技创新企业数',
      nameEn: 'Low-carbon technology innovation enterprises selected and supported',
      shortNameZh: '低碳科技创新企业',
      shortNameEn: 'Low-carbon innovation enterprises',
      unitZh: '家',
      unitEn: 'enterprises',
      kind: 'cumulative',
      theme: 'enterprises',
      definitionZh:
        '方案实施以来遴选、支持的低碳科技创新企业累计数。方案专栏9称从国家高新技术企业、科技型中小企业、全国技术合同登记企业中，按“低碳”“零碳”“负碳”分类筛选和发布绿色低碳科技企业；是否即此500家左右及更具体的标准，方案未说明。',
      definitionEn:
        'Low-carbon technology innovation enterprises selected and supported since the plan began, as a running total. Box 9 of the plan has green and low-carbon science and technology enterprises selected and published by the classes “low-carbon”, “zero-carbon” and “negative-carbon”, from among national high-tech enterprises, technology-based small and medium-sized enterprises and enterprises in the national registration of technology contracts. Whether these are the 500 or so, and any closer criteria, the plan does not say.',
    }),
  ],
  targets: [
    {
      id: 'cn-carbon-2022-2030-co2-per-gdp',
      regionCode: '00',
      indicatorCode: 'co2-per-gdp',
      ownerZh: null,
      clause: PREAMBLE,
      quote: PREAMBLE_QUOTE,
      conflicts: [],
      milestones: [
        milestone({
          ...by2025,
          value: '-18',
          baseline: printedBaseline(2020, '0', '单位国内生产总值（GDP）二氧化碳排放比2020年下降18%'),
        }),
        milestone({
          ...by2030,
          value: '-65',
          wordingZh: '以上',
          baseline: printedBaseline(2005, '0', '单位 GDP 二氧化碳排放比 2005 年下降 65% 以上'),
        }),
      ],
    },
    {
      id: 'cn-carbon-2022-2030-energy-per-gdp',
      regionCode: '00',
      indicatorCode: 'energy-per-gdp',
      ownerZh: null,
      clause: PREAMBLE,
      quote: PREAMBLE_QUOTE,
      conflicts: [],
      milestones: [
        milestone({
          ...by2025,
          value: '-13.5',
          baseline: printedBaseline(2020, '0', '单位GDP能源消耗比2020年下降13.5%'),
        }),
        milestone({ ...by2030, value: null, wordingZh: '持续大幅下降', baseline: null }),
      ],
    },
    {
      id: 'cn-carbon-2022-2030-co2-capture-energy',
      regionCode: '00',
      indicatorCode: 'co2-capture-energy',
      ownerZh: null,
      clause: '四、负碳及非二氧化碳温室气体减排技术能力提升行动',
      quote: CAPTURE_QUOTE,
      conflicts: [],
      milestones: [
        milestone({ ...by2025, value: '-20', wordingZh: '力争', baseline: CAPTURE_BASELINE }),
        milestone({ ...by2030, value: '-30', wordingZh: '力争', baseline: CAPTURE_BASELINE }),
      ],
    },
    {
      id: 'cn-carbon-2022-2030-low-carbon-demonstrations',
      regionCode: '00',
      indicatorCode: 'low-carbon-demonstrations',
      ownerZh: null,
      clause: '六、低碳零碳技术示范行动',
      quote:
        '以促进成果转移转化为目标，开展一批典型低碳零碳技术应用示范，到 2030 年建成 50 个不同类型重点低碳零碳技术应用示范工程，形成一批先进技术和标准引领的节能降碳技术综合解决方案。',
      conflicts: [],
      milestones: [
        milestone({
          year: 2030,
          comparator: 'at-least',
          value: '50',
          wordingZh: '建成',
          deadlineBasis: 'printed',
          baseline: startOfPlan(2021),
        }),
      ],
    },
    {
      id: 'cn-carbon-2022-2030-low-carbon-innovative-enterprises',
      regionCode: '00',
      indicatorCode: 'low-carbon-innovative-enterprises',
      ownerZh: null,
      clause: '九、绿色低碳科技企业培育与服务行动',
      quote: '遴选、支持 500 家左右低碳科技创新企业，培育一批低碳科技领军企业。',
      conflicts: [],
      milestones: [
        milestone({
          year: 2030,
          comparator: 'about',
          value: '500',
          tolerance: '0.05',
          wordingZh: '左右',
          deadlineBasis: 'plan-period',
          baseline: startOfPlan(2021),
        }),
      ],
    },
  ],
}

import type { Milestone } from '../../server/domain/model.ts'
import { milestone, printedBaseline } from '../milestones.ts'
import type { PlanSeed } from '../shape.ts'
import { indicators } from './qh-stip-145-indicators.ts'
import { monitored } from './qh-stip-145-monitored.ts'
import { TABLE_ROWS } from './qh-stip-145-table.ts'

const SOURCE_FILE = '004_99f21092e85a9cc9.txt'
const GOALS = '第二章谱写高原科技发展新篇章 > 三、发展目标'
const CAPACITY = `${GOALS} > ——创新能力得到大幅提升`
const CAPACITY_QUOTE =
  '全省研究与试验发展经费（R&D）投入强度达到1.0%，企业R&D经费支出占全社会R&D经费支出比重达到70%，每万人口发明专利拥有量达到4.4件。'
const SUPPORT = `${GOALS} > ——创新支撑作用显著增强`
const SYSTEM = `${GOALS} > ——创新体系更加协同高效`
const SYSTEM_QUOTE =
  '每万家企业法人中高新技术企业数达到17.55家，每万名就业人员中研发人员数达到30人，技术合同交易额突破20亿元。'
const ENVIRONMENT = `${GOALS} > ——创新创业环境更加优化`
const TABLE = `${GOALS} > 青海省“十四五”科技创新规划预期指标`

/** The table of expected indicators prints both years beside its numbers, 2020 and 2025. */
function fromTable(row: keyof typeof TABLE_ROWS, more: Partial<Milestone> & Pick<Milestone, 'value'>): Milestone[] {
  const { value2020, quote } = TABLE_ROWS[row]
  const baseline = printedBaseline(2020, value2020, quote)
  return [milestone({ year: 2025, comparator: 'at-least', deadlineBasis: 'printed', baseline, ...more })]
}

export const qhStip145: PlanSeed = {
  plan: {
    code: 'qh-stip-145',
    titleZh: '青海省“十四五”科技创新规划',
    titleEn: 'The 14th Five-Year Plan of Qinghai Province for Science and Technology Innovation',
    documentNumber: null,
    issuerZh: null,
    regionCode: '63',
    issuedYear: 2021,
    startYear: 2021,
    endYear: 2025,
    sourceFile: SOURCE_FILE,
  },
  indicators: [...indicators, ...monitored],
  targets: [
    {
      id: 'qh-stip-145-rd-intensity',
      regionCode: '63',
      indicatorCode: 'rd-intensity',
      ownerZh: null,
      clause: CAPACITY,
      quote: CAPACITY_QUOTE,
      conflicts: [],
      milestones: fromTable('rd-intensity', { value: '1.0', wordingZh: '达到' }),
    },
    {
      id: 'qh-stip-145-enterprise-rd-share',
      regionCode: '63',
      indicatorCode: 'enterprise-rd-share',
      ownerZh: null,
      clause: CAPACITY,
      quote: CAPACITY_QUOTE,
      conflicts: [],
      milestones: fromTable('enterprise-rd-share', { value: '70', wordingZh: '达到' }),
    },
    {
      id: 'qh-stip-145-invention-patents-per-10000',
      regionCode: '63',
      indicatorCode: 'invention-patents-per-10000',
      ownerZh: null,
      clause: CAPACITY,
      quote: CAPACITY_QUOTE,
      conflicts: [],
      milestones: fromTable('invention-patents-per-10000', { value: '4.4', wordingZh: '达到' }),
    },
    {
      id: 'qh-stip-145-industrial-enterprises-with-rd',
      regionCode: '63',
      indicatorCode: 'industrial-enterprises-with-rd',
      ownerZh: null,
      clause: SUPPORT,
      quote:
        '科技创新支撑经济高质量发展的作用更加突出，规模以上工业企业中有研发活动企业占比达到20%，形成一批具有强大辐射带动作用的区域创新增长极，新产业、新业态、新商业模式成为我省发展新动力。',
      conflicts: [],
      milestones: fromTable('industrial-enterprises-with-rd', { value: '20', wordingZh: '达到' }),
    },
    {
      id: 'qh-stip-145-high-tech-enterprises-per-10000',
      regionCode: '63',
      indicatorCode: 'high-tech-enterprises-per-10000',
      ownerZh: null,
      clause: SYSTEM,
      quote: SYSTEM_QUOTE,
      conflicts: [
        {
          clause: TABLE,
          quote: TABLE_ROWS['high-tech-enterprises'].quote,
          sourceFile: SOURCE_FILE,
          noteZh:
            '正文用每万家企业法人中的高新技术企业数（17.55家），预期指标表用高新技术企业数量（260家），是两个指标；所收文本未说明如何换算。',
          noteEn:
            'The text speaks of high-tech enterprises per 10,000 corporate enterprises (17.55), the table of their number (260): two indicators, and the text at hand does not say how one follows from the other.',
          targetId: 'qh-stip-145-high-tech-enterprises',
        },
      ],
      milestones: [
        milestone({
          year: 2025,
          comparator: 'at-least',
          value: '17.55',
          wordingZh: '达到',
          deadlineBasis: 'plan-period',
          baseline: null,
        }),
      ],
    },
    {
      id: 'qh-stip-145-high-tech-enterprises',
      regionCode: '63',
      indicatorCode: 'high-tech-enterprises',
      ownerZh: null,
      clause: TABLE,
      quote: TABLE_ROWS['high-tech-enterprises'].quote,
      conflicts: [
        {
          clause: SYSTEM,
          quote: SYSTEM_QUOTE,
          sourceFile: SOURCE_FILE,
          noteZh:
            '预期指标表用高新技术企业数量（260家），正文用每万家企业法人中的高新技术企业数（17.55家），是两个指标；所收文本未说明如何换算。',
          noteEn:
            'The table speaks of the number of high-tech enterprises (260), the text of their number per 10,000 corporate enterprises (17.55): two indicators, and the text at hand does not say how one follows from the other.',
          targetId: 'qh-stip-145-high-tech-enterprises-per-10000',
        },
      ],
      milestones: fromTable('high-tech-enterprises', { value: '260' }),
    },
    {
      id: 'qh-stip-145-rd-personnel-per-10000',
      regionCode: '63',
      indicatorCode: 'rd-personnel-per-10000',
      ownerZh: null,
      clause: SYSTEM,
      quote: SYSTEM_QUOTE,
      conflicts: [],
      milestones: fromTable('rd-personnel-per-10000', { value: '30', wordingZh: '达到' }),
    },
    {
      id: 'qh-stip-145-technology-contracts',
      regionCode: '63',
      indicatorCode: 'technology-contracts',
      ownerZh: null,
      clause: SYSTEM,
      quote: SYSTEM_QUOTE,
      conflicts: [
        {
          clause: TABLE,
          quote: TABLE_ROWS['technology-contracts'].quote,
          sourceFile: SOURCE_FILE,
          noteZh: '正文写“突破20亿元”，预期指标表只写20：正好20亿元符合表而不符合正文。以正文为准。',
          noteEn:
            'The text says “exceed 2 billion yuan”, the table just 20 (in 100 million yuan): exactly that much would meet the table and not the text. The text is taken.',
          targetId: null,
        },
      ],
      milestones: fromTable('technology-contracts', { value: '20', comparator: 'more-than', wordingZh: '突破' }),
    },
    {
      id: 'qh-stip-145-science-literacy',
      regionCode: '63',
      indicatorCode: 'science-literacy',
      ownerZh: null,
      clause: ENVIRONMENT,
      quote:
        '体制机制更加有效，政策体系更加健全，形成崇尚创新创业、勇于创新创业、激励创新创业的价值导向和良好氛围，公民具备科学素质的比例力争达到10%。',
      conflicts: [],
      milestones: fromTable('science-literacy', { value: '10', wordingZh: '力争达到' }),
    },
    {
      id: 'qh-stip-145-national-innovation-platforms',
      regionCode: '63',
      indicatorCode: 'national-innovation-platforms',
      ownerZh: null,
      clause: ENVIRONMENT,
      quote: '大幅提升对外科技服务能力，建成国家级创新平台65个。',
      conflicts: [],
      milestones: fromTable('national-innovation-platforms', { value: '65', wordingZh: '建成' }),
    },
  ],
}

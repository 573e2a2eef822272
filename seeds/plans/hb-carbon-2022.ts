import type { Milestone } from '../../server/domain/model.ts'
import { countOf } from '../indicators.ts'
import { milestone, startOfPlan } from '../milestones.ts'
import type { PlanSeed } from '../shape.ts'

const GOALS = '一、总体要求 > (三) 主要目标'
const ENTERPRISES_QUOTE =
  '在替代能源利用、再生资源回收、过程节能降耗、产品包装升级、CCUS 等方向整合资源，积极支持 10 家产值过 10 亿元的领军企业提升绿色低碳技术研发水平，培育和支持绿色低碳科技企业不少于 100 家，打造节能降碳产业集群。'

/** "到 2030 年" stands in the lead sentence of the goals, above the paragraphs that print the numbers. */
function by2030(given: Pick<Milestone, 'comparator' | 'value' | 'wordingZh'>): Milestone[] {
  return [milestone({ year: 2030, deadlineBasis: 'plan-period', baseline: startOfPlan(2022), ...given })]
}

export const hbCarbon2022: PlanSeed = {
  plan: {
    code: 'hb-carbon-2022',
    titleZh: '湖北省碳达峰碳中和科技创新行动方案',
    titleEn:
      'Action Plan of Hubei Province for Science and Technology Innovation toward Carbon Peaking and Carbon Neutrality',
    documentNumber: '鄂科技发社〔2022〕37号',
    issuerZh: '湖北省科学技术厅',
    regionCode: '42',
    issuedYear: 2022,
    startYear: null,
    endYear: 2030,
    sourceFile: '002_86c8a381edacee99.txt',
  },
  indicators: [
    countOf({
      code: 'leading-talents-young-scientists',
      nameZh: '引进与培养高层次领军人才和青年科学家人数',
      nameEn: 'High-level leading experts and young scientists recruited and trained',
      shortNameZh: '领军人才和青年科学家',
      shortNameEn: 'Leading experts, young scientists',
      unitZh: '名',
      unitEn: 'persons',
      kind: 'cumulative',
      theme: 'talent',
      definitionZh: '方案印发后引进与培养的高层次领军人才和青年科学家累计人数。认定条件方案未作规定。',
      definitionEn:
        'High-level leading experts and young scientists recruited and trained since the plan was issued, as a running total. The plan sets no criteria.',
    }),
    countOf({
      code: 'green-innovation-platforms',
      nameZh: '组建绿色低碳创新平台数',
      nameEn: 'Green and low-carbon innovation platforms set up',
      shortNameZh: '组建创新平台',
      shortNameEn: 'Innovation platforms set up',
      unitZh: '家',
      unitEn: 'platforms',
      kind: 'cumulative',
      theme: 'platforms',
      definitionZh:
        '方案印发后组建的省级重点实验室、技术创新中心、产业技术研究院、绿色技术交易中心等创新平台累计数。“等”所含的其他类型方案未列举。',
      definitionEn:
        'Provincial key laboratories, technology innovation centres, industrial technology research institutes, green technology trading centres and other innovation platforms set up since the plan was issued, as a running total. The plan does not list the other types.',
    }),
    countOf({
      code: 'green-major-achievements',
      nameZh: '绿色低碳重大科技成果数',
      nameEn: 'Major scientific and technological achievements in green and low-carbon fields',
      shortNameZh: '重大科技成果',
      shortNameEn: 'Major S&T achievements',
      unitZh: '项',
      unitEn: 'achievements',
      kind: 'cumulative',
      theme: 'inputs-outputs',
      definitionZh:
        '方案印发后在可再生能源、储能、氢能、CCUS、生态碳汇等方向取得的重大科技成果累计数。名称中的“绿色低碳”，方案原文作“减排降碳增汇”；“重大”的标准方案未作规定。',
      definitionEn:
        'Major achievements in renewable energy, energy storage, hydrogen, CCUS, ecological carbon sinks and related directions since the plan was issued, as a running total. For the “green and low-carbon” of the name the plan says “emission reduction, decarbonisation and sink enhancement” (减排降碳增汇). It does not say what makes one major.',
    }),
    countOf({
      code: 'green-leading-enterprises',
      nameZh: '支持产值过10亿元的领军企业数',
      nameEn:
        'Leading enterprises with an output value above 1 billion yuan supported in green and low-carbon research and development',
      shortNameZh: '支持产值过10亿元领军企业',
      shortNameEn: 'Leading enterprises supported',
      unitZh: '家',
      unitEn: 'enterprises',
      kind: 'cumulative',
      theme: 'enterprises',
      definitionZh:
        '方案印发后支持其提升绿色低碳技术研发水平的产值过10亿元的领军企业累计数。产值按哪一年计算，方案未作规定。',
      definitionEn:
        'Leading enterprises with an output value above 1 billion yuan that have been supported in raising their green and low-carbon research and development since the plan was issued, as a running total. The plan does not say of which year the output value counts.',
    }),
    countOf({
      code: 'green-sci-tech-enterprises',
      nameZh: '培育和支持绿色低碳科技企业数',
      nameEn: 'Green and low-carbon science and technology enterprises fostered and supported',
      shortNameZh: '绿色低碳科技企业',
      shortNameEn: 'Green S&T enterprises',
      unitZh: '家',
      unitEn: 'enterprises',
      kind: 'cumulative',
      theme: 'enterprises',
      definitionZh:
        '方案印发后培育和支持的绿色低碳科技企业累计数。方案专栏5称根据《国家重点节能低碳技术推广目录》，从国家高新技术企业、科技型中小企业、全国技术合同登记企业等优秀企业中，按照低碳零碳负碳增汇分类筛选和发布绿色低碳科技企业名单；具体标准未载明。',
      definitionEn:
        'Green and low-carbon science and technology enterprises fostered and supported since the plan was issued, as a running total. Box 5 of the plan has them selected and listed by low-carbon, zero-carbon, negative-carbon and sink-enhancing (增汇) classes, on the basis of the National Catalogue of Key Energy-Saving and Low-Carbon Technologies for Promotion (国家重点节能低碳技术推广目录), from among national high-tech enterprises, technology-based small and medium-sized enterprises, enterprises in the national registration of technology contracts and other excellent ones. Closer criteria are not printed.',
    }),
  ],
  targets: [
    {
      id: 'hb-carbon-2022-leading-talents-young-scientists',
      regionCode: '42',
      indicatorCode: 'leading-talents-young-scientists',
      ownerZh: null,
      clause: `${GOALS} > ——引进培育一批创新人才团队`,
      quote:
        '围绕重点行业领域，面向前沿领域，依托创新平台和龙头企业，引进与培养 1000 名以上高层次领军人才和青年科学家，培养一批科技成果转化及技术服务人才，形成一支绿色低碳技术创新团队，为科技创新提供人才保障。',
      conflicts: [],
      milestones: by2030({ comparator: 'at-least', value: '1000', wordingZh: '以上' }),
    },
    {
      id: 'hb-carbon-2022-green-innovation-platforms',
      regionCode: '42',
      indicatorCode: 'green-innovation-platforms',
      ownerZh: null,
      clause: `${GOALS} > ——构建一批创新平台`,
      quote:
        '聚焦重点行业领域，以先进储能和利用、清洁低碳零碳负碳技术、减排增汇技术为主攻方向，组建 10 余家省级重点实验室、技术创新中心、产业技术研究院、绿色技术交易中心等创新平台，引导企业与高等院校、科研院所共同成立创新联盟，支持和推荐申报国家级创新平台。',
      conflicts: [],
      milestones: by2030({ comparator: 'more-than', value: '10', wordingZh: '余' }),
    },
    {
      id: 'hb-carbon-2022-green-major-achievements',
      regionCode: '42',
      indicatorCode: 'green-major-achievements',
      ownerZh: null,
      clause: `${GOALS} > ——突破一批关键核心技术`,
      quote:
        '瞄准世界前沿，强化减排降碳增汇技术攻关，在可再生能源、储能、氢能、CCUS、生态碳汇等方向取得重大科技成果 100 项以上，攻克一批碳中和前沿和颠覆性技术，重点行业领域绿色低碳技术取得大规模实质性突破。',
      conflicts: [],
      milestones: by2030({ comparator: 'at-least', value: '100', wordingZh: '以上' }),
    },
    {
      id: 'hb-carbon-2022-green-leading-enterprises',
      regionCode: '42',
      indicatorCode: 'green-leading-enterprises',
      ownerZh: null,
      clause: `${GOALS} > ——培育一批企业创新主体`,
      quote: ENTERPRISES_QUOTE,
      conflicts: [],
      milestones: by2030({ comparator: 'at-least', value: '10', wordingZh: null }),
    },
    {
      id: 'hb-carbon-2022-green-sci-tech-enterprises',
      regionCode: '42',
      indicatorCode: 'green-sci-tech-enterprises',
      ownerZh: null,
      clause: `${GOALS} > ——培育一批企业创新主体`,
      quote: ENTERPRISES_QUOTE,
      conflicts: [],
      milestones: by2030({ comparator: 'at-least', value: '100', wordingZh: '不少于' }),
    },
  ],
}

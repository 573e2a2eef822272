import { countOf } from '../indicators.ts'
import { milestone, startOfPlan } from '../milestones.ts'
import type { PlanSeed } from '../shape.ts'

const SOURCE_FILE = '001_9f221c7cf51757d7.txt'
const GOALS = '三、主要目标'
const TALENT_IMPORT = '四、重点任务 > （四）实施低碳人才引育行动 > 8. 积极引进绿色低碳创新人才'
const TALENT_TRAINING = '四、重点任务 > （四）实施低碳人才引育行动 > 9. 加快培育本土低碳科技人才团队'
const ENTERPRISES_QUOTE =
  '以市场为导向的绿色技术创新体系初见成效，绿色低碳的科技型创新创业蓬勃发展，培育壮大 1000 家左右绿色低碳领域高新技术企业，打造 5—8 个产业规模大、创新能力强、产业链条完整的绿色技术产业集群'
const TEAMS_QUOTE =
  '专业人才队伍发展壮大，引进 3—5 个国家级“高精尖缺”创新型人才和团队，重点培养 8—10 个重大核心关键技术人才团队'

/** "到 2025 年" opens the sentence before the one that prints the numbers of the goals section. */
const byLeadSentence = { year: 2025, deadlineBasis: 'plan-period' } as const

export const sdCarbon2023: PlanSeed = {
  plan: {
    code: 'sd-carbon-2023',
    titleZh: '山东省科技支撑碳达峰工作方案',
    titleEn: 'Work Plan of Shandong Province for Science and Technology to Support Carbon Peaking',
    documentNumber: null,
    issuerZh: null,
    regionCode: '37',
    issuedYear: 2023,
    startYear: null,
    endYear: 2030,
    sourceFile: SOURCE_FILE,
  },
  indicators: [
    countOf({
      code: 'green-high-tech-enterprises',
      nameZh: '绿色低碳领域高新技术企业数',
      nameEn: 'High-tech enterprises in green and low-carbon fields',
      shortNameZh: '绿色低碳高新技术企业',
      shortNameEn: 'Green high-tech enterprises',
      unitZh: '家',
      unitEn: 'enterprises',
      kind: 'level',
      theme: 'enterprises',
      definitionZh:
        '年末绿色低碳领域有效期内的高新技术企业数。高新技术企业指依照《高新技术企业认定管理办法》认定的企业；“绿色低碳领域”的范围方案未作规定。方案写作“培育壮大”，按期末存量理解。',
      definitionEn:
        'High-tech enterprises in green and low-carbon fields with valid recognition at the end of the year, under the national Administrative Measures for the Recognition of High-Tech Enterprises. The plan does not delimit the fields. It says “cultivate and strengthen”, which is read as a stock at year end.',
    }),
    countOf({
      code: 'green-industry-clusters',
      nameZh: '绿色技术产业集群数',
      nameEn: 'Green technology industrial clusters',
      shortNameZh: '绿色技术产业集群',
      shortNameEn: 'Green technology clusters',
      unitZh: '个',
      unitEn: 'clusters',
      kind: 'cumulative',
      theme: 'demonstration',
      definitionZh:
        '方案印发后打造的绿色技术产业集群累计数。方案称其“产业规模大、创新能力强、产业链条完整”，未规定认定标准。',
      definitionEn:
        'Green technology industrial clusters formed since the plan was issued, as a running total. The plan calls them large in scale, strong in innovation and complete in their industrial chain, and sets no criteria.',
    }),
    countOf({
      code: 'national-top-talent-teams',
      nameZh: '引进国家级“高精尖缺”创新型人才和团队数',
      nameEn: 'Nationally recognised high-calibre, specialised, cutting-edge and scarce innovators and teams recruited',
      shortNameZh: '引进“高精尖缺”人才和团队',
      shortNameEn: 'Top innovators and teams recruited',
      unitZh: '个',
      unitEn: 'persons and teams',
      kind: 'cumulative',
      theme: 'talent',
      definitionZh:
        '方案印发后引进的国家级“高精尖缺”创新型人才和团队累计数。“高精尖缺”的认定条件、个人与团队如何合计，方案未作规定。',
      definitionEn:
        'Nationally recognised high-calibre, specialised, cutting-edge and scarce (高精尖缺) innovators and teams recruited since the plan was issued, as a running total. The plan sets no criteria, and does not say how single persons and teams add up.',
    }),
    countOf({
      code: 'core-technology-talent-teams',
      nameZh: '重点培养重大核心关键技术人才团队数',
      nameEn: 'Teams developed as a priority in major core and key technologies',
      shortNameZh: '核心关键技术人才团队',
      shortNameEn: 'Core technology teams',
      unitZh: '个',
      unitEn: 'teams',
      kind: 'cumulative',
      theme: 'talent',
      definitionZh: '方案印发后重点培养的重大核心关键技术人才团队累计数。认定条件方案未作规定。',
      definitionEn:
        'Teams developed as a priority in major core and key technologies since the plan was issued, as a running total. The plan sets no criteria.',
    }),
    countOf({
      code: 'foreign-expert-teams',
      nameZh: '从国外重点引进绿色低碳领域顶尖外国专家团队数',
      nameEn: 'Top foreign expert teams in green and low-carbon fields recruited from abroad',
      shortNameZh: '顶尖外国专家团队',
      shortNameEn: 'Top foreign expert teams',
      unitZh: '个',
      unitEn: 'teams',
      kind: 'cumulative',
      theme: 'talent',
      definitionZh: '方案印发后从国外重点引进的绿色低碳领域顶尖外国专家团队累计数。认定条件方案未作规定。',
      definitionEn:
        'Top foreign expert teams in green and low-carbon fields recruited from abroad since the plan was issued, as a running total. The plan sets no criteria.',
    }),
  ],
  targets: [
    {
      id: 'sd-carbon-2023-green-high-tech-enterprises',
      regionCode: '37',
      indicatorCode: 'green-high-tech-enterprises',
      ownerZh: null,
      clause: GOALS,
      quote: ENTERPRISES_QUOTE,
      conflicts: [],
      milestones: [
        milestone({
          ...byLeadSentence,
          comparator: 'about',
          value: '1000',
          tolerance: '0.05',
          wordingZh: '左右',
          baseline: null,
        }),
      ],
    },
    {
      id: 'sd-carbon-2023-green-industry-clusters',
      regionCode: '37',
      indicatorCode: 'green-industry-clusters',
      ownerZh: null,
      clause: GOALS,
      quote: ENTERPRISES_QUOTE,
      conflicts: [],
      milestones: [
        milestone({
          ...byLeadSentence,
          comparator: 'between',
          value: '5',
          valueHigh: '8',
          baseline: startOfPlan(2023),
        }),
      ],
    },
    {
      id: 'sd-carbon-2023-national-top-talent-teams',
      regionCode: '37',
      indicatorCode: 'national-top-talent-teams',
      ownerZh: null,
      clause: GOALS,
      quote: TEAMS_QUOTE,
      conflicts: [
        {
          clause: TALENT_IMPORT,
          quote: '加大对海内外绿色低碳创新人才来鲁创业引进力度，引进3—5个国家级“高精尖缺”创新型人才团队。',
          sourceFile: SOURCE_FILE,
          noteZh:
            '数字相同而对象不同：主要目标写“人才和团队”，重点任务写“人才团队”，且该句未写期限；个人是否计入不一致。以主要目标为准。',
          noteEn:
            'The same number of different things: the goals section says “innovators and teams”, the tasks section “teams of innovators”, so single persons count in one and not in the other; and that sentence prints no deadline. The goals section is taken.',
          targetId: null,
        },
      ],
      milestones: [
        milestone({
          ...byLeadSentence,
          comparator: 'between',
          value: '3',
          valueHigh: '5',
          baseline: startOfPlan(2023),
        }),
      ],
    },
    {
      id: 'sd-carbon-2023-core-technology-talent-teams',
      regionCode: '37',
      indicatorCode: 'core-technology-talent-teams',
      ownerZh: null,
      clause: GOALS,
      quote: TEAMS_QUOTE,
      conflicts: [
        {
          clause: TALENT_TRAINING,
          quote:
            '依托泰山、齐鲁等各类人才工程，加大省内绿色低碳领域科技创新人才培育力度，加快推进本土人才向国家人才计划迈进，重点培养 5—10 个重大核心关键技术人才团队。',
          sourceFile: SOURCE_FILE,
          noteZh: '主要目标写8—10个，重点任务写5—10个，且后者未写期限。以主要目标为准。',
          noteEn:
            'The goals section prints 8 to 10, the tasks section 5 to 10 and no deadline. The goals section is taken.',
          targetId: null,
        },
      ],
      milestones: [
        milestone({
          ...byLeadSentence,
          comparator: 'between',
          value: '8',
          valueHigh: '10',
          baseline: startOfPlan(2023),
        }),
      ],
    },
    {
      id: 'sd-carbon-2023-foreign-expert-teams',
      regionCode: '37',
      indicatorCode: 'foreign-expert-teams',
      ownerZh: null,
      clause: TALENT_IMPORT,
      quote:
        '优化提升外专双百计划，启动实施海外工程师支持计划，到2025年，从国外重点引进15个绿色低碳领域的顶尖外国专家团队。',
      conflicts: [],
      milestones: [
        milestone({
          year: 2025,
          comparator: 'at-least',
          value: '15',
          deadlineBasis: 'printed',
          baseline: startOfPlan(2023),
        }),
      ],
    },
  ],
}

import type { Indicator } from '../../server/contract/reference.ts'
import { countOf, shareOf } from '../indicators.ts'

/** The indicators for which the plan sets targets. */
export const indicators: Indicator[] = [
  shareOf({
    code: 'rd-intensity',
    nameZh: '全社会研究与试验发展（R&D）经费投入强度',
    nameEn: 'R&D intensity (gross domestic expenditure on R&D as a share of regional GDP)',
    shortNameZh: '研发经费投入强度',
    shortNameEn: 'R&D intensity',
    theme: 'inputs-outputs',
    definitionZh:
      '全社会研究与试验发展（R&D）经费支出占地区生产总值的比重。R&D经费支出指报告年度内全社会实际用于基础研究、应用研究和试验发展的支出。预期指标表写作“国内生产总值”。',
    definitionEn:
      'Gross domestic expenditure on research and experimental development as a percentage of regional gross domestic product: what all sectors actually spent in the year on basic research, applied research and experimental development. The table of expected indicators says “gross domestic product” (国内生产总值).',
    sourceZh: '国家统计局、科学技术部、财政部《全国科技经费投入统计公报》',
  }),
  shareOf({
    code: 'enterprise-rd-share',
    nameZh: '企业R&D经费支出占全社会R&D经费支出比重',
    nameEn: 'Enterprises’ share of gross domestic expenditure on R&D',
    shortNameZh: '企业研发经费占比',
    shortNameEn: 'Enterprise share of R&D',
    theme: 'inputs-outputs',
    definitionZh: '各类企业作为执行部门的R&D经费内部支出占全社会R&D经费支出的比重。',
    definitionEn:
      'Intramural R&D expenditure of enterprises, as the performing sector, as a percentage of gross domestic expenditure on R&D.',
    sourceZh: '国家统计局、科学技术部《中国科技统计年鉴》',
  }),
  countOf({
    code: 'invention-patents-per-10000',
    nameZh: '每万人口发明专利拥有量',
    nameEn: 'Invention patents in force per 10,000 inhabitants',
    shortNameZh: '每万人口发明专利',
    shortNameEn: 'Patents per 10,000 people',
    unitZh: '件',
    unitEn: 'patents',
    kind: 'level',
    decimals: 2,
    theme: 'inputs-outputs',
    definitionZh:
      '年末每万常住人口拥有的有效发明专利件数，即已授权并处于有效期内的发明专利。所收文本（至第四章第一节中断）未区分“高价值”发明专利。',
    definitionEn:
      'Invention patents granted and in force at the end of the year per 10,000 resident inhabitants. The text at hand, which breaks off in chapter four, does not single out “high-value” patents.',
    sourceZh: '国家知识产权局',
  }),
  shareOf({
    code: 'industrial-enterprises-with-rd',
    nameZh: '规模以上工业企业中有研发活动企业占比',
    nameEn: 'Share of industrial enterprises above designated size with R&D activities',
    shortNameZh: '有研发活动规上工业企业占比',
    shortNameEn: 'Industrial firms with R&D',
    theme: 'inputs-outputs',
    definitionZh:
      '报告年度有R&D活动的规模以上工业企业数占全部规模以上工业企业数的比重。规模以上工业企业指年主营业务收入2000万元及以上的工业法人单位。',
    definitionEn:
      'Industrial enterprises above designated size that carried out R&D in the year, as a percentage of all of them. The designated size is an annual revenue from principal business of 20 million yuan or more.',
    sourceZh: '国家统计局、科学技术部《中国科技统计年鉴》',
  }),
  countOf({
    code: 'high-tech-enterprises-per-10000',
    nameZh: '每万家企业法人中高新技术企业数',
    nameEn: 'High-tech enterprises per 10,000 corporate enterprises',
    shortNameZh: '每万家企业中高新技术企业',
    shortNameEn: 'High-tech per 10,000 firms',
    unitZh: '家/万家',
    unitEn: 'per 10,000 corporate enterprises',
    kind: 'level',
    decimals: 2,
    max: '10000',
    theme: 'enterprises',
    definitionZh:
      '年末有效期内的高新技术企业数与企业法人单位数（万家）之比。所收文本（至第四章第一节中断）未见2020年数值。',
    definitionEn:
      'High-tech enterprises with valid recognition at the end of the year per 10,000 corporate enterprises. The text at hand, which breaks off in chapter four, shows no value for 2020.',
  }),
  countOf({
    code: 'high-tech-enterprises',
    nameZh: '高新技术企业数量',
    nameEn: 'High-tech enterprises',
    shortNameZh: '高新技术企业',
    shortNameEn: 'High-tech enterprises',
    unitZh: '家',
    unitEn: 'enterprises',
    kind: 'level',
    theme: 'enterprises',
    definitionZh:
      '年末有效期内的高新技术企业数，即依照《高新技术企业认定管理办法》认定的企业，资格自发证之日起三年有效。',
    definitionEn:
      'Enterprises recognised under the national Administrative Measures for the Recognition of High-Tech Enterprises (recognition valid for three years) whose recognition is in force at the end of the year.',
  }),
  countOf({
    code: 'rd-personnel-per-10000',
    nameZh: '每万名就业人员中研发人员数',
    nameEn: 'R&D personnel per 10,000 employed persons',
    shortNameZh: '每万就业人员中研发人员',
    shortNameEn: 'R&D personnel per 10,000',
    unitZh: '人/万人',
    unitEn: 'per 10,000 employed persons',
    kind: 'level',
    decimals: 2,
    max: '10000',
    theme: 'talent',
    definitionZh:
      '研究与试验发展（R&D）人员数与就业人员数（万人）之比。所收文本（至第四章第一节中断）未见研发人员按人数还是按全时当量计算的说明。',
    definitionEn:
      'Research and development personnel per 10,000 employed persons. The text at hand, which breaks off in chapter four, does not say whether heads or full-time equivalents are counted.',
    sourceZh: '国家统计局、科学技术部《中国科技统计年鉴》',
  }),
  countOf({
    code: 'technology-contracts',
    nameZh: '技术合同交易额',
    nameEn: 'Technology contract transactions (value)',
    shortNameZh: '技术合同交易额',
    shortNameEn: 'Technology contracts',
    unitZh: '亿元',
    unitEn: '100 million yuan',
    kind: 'level',
    decimals: 2,
    theme: 'inputs-outputs',
    definitionZh:
      '当年经技术合同登记机构认定登记的技术开发、技术转让、技术许可、技术咨询和技术服务合同的金额。所收文本（至第四章第一节中断）未见是合同成交额还是其中的技术交易额、按卖方还是买方统计的说明。',
    definitionEn:
      'Value of the contracts for technology development, transfer, licensing, consulting and services registered in the year with the technology contract registries. The text at hand, which breaks off in chapter four, does not say whether the full contract value or only its technology part is meant, nor whether sellers or buyers are counted.',
    sourceZh: '科学技术部（技术合同认定登记）',
  }),
  shareOf({
    code: 'science-literacy',
    nameZh: '公民具备科学素质的比例',
    nameEn: 'Share of citizens with scientific literacy',
    shortNameZh: '公民具备科学素质的比例',
    shortNameEn: 'Scientific literacy',
    decimals: 1,
    theme: 'talent',
    definitionZh: '公民科学素质抽样调查中具备科学素质的公民所占比例。',
    definitionEn:
      'Share of citizens found to have scientific literacy in the sample survey of citizens’ scientific literacy.',
    sourceZh: '中国科学技术协会（中国公民科学素质抽样调查）',
  }),
  countOf({
    code: 'national-innovation-platforms',
    nameZh: '国家级创新平台数量',
    nameEn: 'National-level innovation platforms',
    shortNameZh: '国家级创新平台',
    shortNameEn: 'National platforms',
    unitZh: '个',
    unitEn: 'platforms',
    kind: 'level',
    theme: 'platforms',
    definitionZh:
      '年末国家级创新平台数。所收文本（至第四章第一节中断）未列举包括哪些类型的平台；单位正文写“个”，预期指标表写“家”。',
    definitionEn:
      'National-level innovation platforms at the end of the year. The text at hand, which breaks off in chapter four, does not list the types that count; it uses one measure word in the text and another in the table.',
  }),
]

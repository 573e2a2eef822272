/**
 * The 2020 column of the table 青海省“十四五”科技创新规划预期指标, each row as the document prints it: name, unit, 2020, 2025.
 * In the file the table stands displaced, in chapter three after box 2.
 */
export const TABLE_ROWS = {
  'rd-intensity': {
    value2020: '0.71',
    quote: '全社会研发经费支出占国内生产总值的比重（R&D/GDP）% 0.71 1.0',
  },
  'industrial-enterprises-with-rd': {
    value2020: '18.21',
    quote: '规模以上工业企业中有研发活动企业占比% 18.21 20',
  },
  'enterprise-rd-share': {
    value2020: '62.76',
    quote: '企业R&D经费支出占全社会R&D经费支出比重% 62.76 70',
  },
  'rd-personnel-per-10000': {
    value2020: '23.66',
    quote: '每万名就业人员中研发人员数人/万人23.66 30',
  },
  'technology-contracts': { value2020: '10.56', quote: '技术合同交易额亿元10.56 20' },
  'invention-patents-per-10000': { value2020: '3.04', quote: '每万人口发明专利拥有量件3.04 4.4' },
  'high-tech-enterprises': { value2020: '218', quote: '高新技术企业数量家218 260' },
  'national-innovation-platforms': { value2020: '60', quote: '国家级创新平台数量家60 65' },
  'science-literacy': { value2020: '5.9', quote: '公民具备科学素质的比例% 5.9 10' },
} as const

/** The sheet that holds the figures in our own template; an importer takes it whatever else the file holds. */
export const TEMPLATE_SHEET = '年度数据'

/** Above the header the template says for which region and year it was made: a label, and the cell after it. */
export const REGION_LABEL = '地区代码'
export const YEAR_LABEL = '年份'

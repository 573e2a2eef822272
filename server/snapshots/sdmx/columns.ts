import { type ColumnMeaning, text, figure, year, whether, INDICATOR, SAMPLE } from '../column-meaning.ts'
import { OBS_STATUSES } from './codes.ts'

/** Every column of `observations.sdmx.csv`, in its order. */
export const SDMX_MEANINGS: Readonly<Record<string, ColumnMeaning>> = {
  STRUCTURE: text('所用结构的种类', 'which kind of structure the row follows', ['dataflow']),
  STRUCTURE_ID: text('结构的名称，见 structure.json', 'name of the structure, which structure.json holds'),
  ACTION: text('载入时的做法：R 为整条替换', 'what a reader that loads it does: R replaces the figure whole', ['R']),
  REF_AREA: text('地区代码：CN 为全国，CN-63 为 63', 'region: CN is the nation, CN-63 is 63'),
  INDICATOR,
  MEASURE: text(
    '口径：value 为数值，yoy 为比上年的百分数，since-YYYY 为比该年的百分数',
    'value; yoy: percent on the year before; since-YYYY: percent against that year',
  ),
  TIME_PERIOD: year('数据所属年份', 'year of the figure'),
  OBS_VALUE: figure('数值，按填报原样', 'the figure as it was entered'),
  UNIT_MEASURE: text('计量单位代码', 'code of the unit of measure'),
  OBS_STATUS: text(
    '状态：缺失 O 尚未公布、M 不适用、L 未收集，其次 B 中断，其次 P 初步，其余 A',
    'missing: O not yet published, M not applicable, L not collected; else B break; else P provisional; else A',
    Object.keys(OBS_STATUSES),
  ),
  PROVISIONAL: whether('是否为初步数', 'whether it is provisional'),
  BREAK_BEFORE: whether('与以前年份是否不可比', 'whether it cannot be compared with the years before'),
  SAMPLE,
  AUDIT_LINE: {
    type: 'integer',
    zh: '填报该数据的审计日志行号',
    en: 'number of the line of the audit log that entered it',
  },
  SOURCE: text('数据来源', 'where the figure comes from'),
  COMMENT_OBS: text('说明', 'what was said of it'),
}

import {
  BASELINE_BASES,
  COMPARATORS,
  CORRECTION_CODES,
  DEADLINE_BASES,
  DIRECTIONS,
  KINDS,
  MISSING_REASONS,
  PROJECTION_REFUSALS,
  ROLES,
  STATUS_REASONS,
  STATUSES,
} from '../domain/words.ts'
import { OBS_STATUSES } from './sdmx/codes.ts'

/** What a column of a snapshot holds: how it is read, and what it means. */
export interface ColumnMeaning {
  /** Of a Table Schema. Figures are exact decimals; codes and ids are text. */
  type: 'string' | 'number' | 'integer' | 'boolean' | 'year' | 'datetime'
  /** In which unit the numbers are; the unit of the row where it says so. */
  unit?: 'of the row' | 'share of 1' | 'of the row, per year'
  /** The only values that occur. */
  oneOf?: readonly string[]
  zh: string
  en: string
}

const text = (zh: string, en: string, oneOf?: readonly string[]): ColumnMeaning => ({
  type: 'string',
  ...(oneOf && { oneOf }),
  zh,
  en,
})
const figure = (zh: string, en: string): ColumnMeaning => ({ type: 'number', unit: 'of the row', zh, en })
const share = (zh: string, en: string): ColumnMeaning => ({ type: 'number', unit: 'share of 1', zh, en })
const pace = (zh: string, en: string): ColumnMeaning => ({ type: 'number', unit: 'of the row, per year', zh, en })
const year = (zh: string, en: string): ColumnMeaning => ({ type: 'year', zh, en })
const line = (zh: string, en: string): ColumnMeaning => ({ type: 'integer', zh, en })
const whether = (zh: string, en: string): ColumnMeaning => ({ type: 'boolean', zh, en })
const instant = (zh: string, en: string): ColumnMeaning => ({ type: 'datetime', zh, en })

const REGION = text('地区代码（GB/T 2260），00 为全国', 'region, GB/T 2260 digits; 00 is the nation')
const INDICATOR = text('指标代码', 'code of the indicator')
const INDICATOR_NAME = text('指标名称', 'name of the indicator, Chinese')
const UNIT = text('计量单位', 'unit of measure, Chinese')
const TARGET = text('目标编号，永不改变', 'id of the target, stable for ever')
const MILESTONE_YEAR = year('目标年份', 'year of the milestone')
const SAMPLE = whether(
  '是否为示例数据（虚构，只用于演示）',
  'whether it is or rests on sample data, invented for demonstration',
)

/** Every column of the tables of a snapshot, in the order of the files. */
export const COLUMN_MEANINGS: Readonly<Record<string, Readonly<Record<string, ColumnMeaning>>>> = {
  'observations.csv': {
    region_code: REGION,
    region_zh: text('地区名称', 'name of the region, Chinese'),
    indicator_code: INDICATOR,
    indicator_zh: INDICATOR_NAME,
    unit_zh: UNIT,
    year: year('数据所属年份', 'year of the figure'),
    measure: text(
      '口径：value 为数值，yoy 为比上年的百分数，since:YYYY 为比该年的百分数',
      'value; yoy: percent on the year before; since:YYYY: percent against that year',
    ),
    value: figure('数值，按填报原样', 'the figure as it was entered'),
    missing_reason: text('无数据的原因', 'why there is none', MISSING_REASONS),
    provisional: whether('是否为初步数', 'whether it is provisional'),
    break_before: whether('与以前年份是否不可比', 'whether it cannot be compared with the years before'),
    source: text('数据来源', 'where the figure comes from'),
    note: text('说明', 'what was said of it'),
    revision: {
      type: 'integer',
      zh: '第几次填报，1 为首次',
      en: '1 for the first entry, 2 for its first correction …',
    },
    entered_by: text('填报人', 'who entered it'),
    entered_at: instant('填报时间（UTC）', 'when, UTC'),
    approved_by: text('审核人', 'who approved it'),
    approved_at: instant('审核通过时间（UTC）', 'when, UTC'),
    sample: SAMPLE,
    entered_seq: line('填报它的日志行号', 'number of the line of the audit log that entered it'),
    approved_seq: line('审核通过它的日志行号', 'number of the line that approved it'),
  },
  'targets.csv': {
    target_id: TARGET,
    plan_code: text('方案代码', 'code of the plan'),
    plan_zh: text('方案名称', 'title of the plan, Chinese'),
    document_number: text('文号', 'document number'),
    region_code: REGION,
    indicator_code: INDICATOR,
    indicator_zh: INDICATOR_NAME,
    unit_zh: UNIT,
    kind: text('指标类型：水平、累计、每年、变化、建成', 'how figures add up to progress', KINDS),
    better: text('越高越好或越低越好', 'which direction is better', DIRECTIONS),
    theme: text('主题代码', 'code of the theme'),
    owner_zh: text('责任单位', 'who answers for it, where the plan names one'),
    milestone_year: MILESTONE_YEAR,
    comparator: text('比较方式', 'how the number is meant', COMPARATORS),
    value: figure('目标值', 'the promised number; the lower end of an interval'),
    value_high: figure('区间上限', 'the upper end of an interval'),
    tolerance: figure('“左右”的容差', 'how far off "about" may be'),
    wording: text('方案原文的限定词', 'the wording around the number as printed'),
    deadline_basis: text('期限依据：原文载明，或按方案期限', 'printed, or from the period of the plan', DEADLINE_BASES),
    baseline_year: year('基期年份', 'year from which the milestone is measured'),
    baseline_value: figure('基期值', 'value of that year'),
    baseline_basis: text('基期依据', 'what the baseline rests on', BASELINE_BASES),
    baseline_quote: text('基期的原文', 'where the baseline is printed, in its own words'),
    clause: text('条款', 'clause of the plan'),
    quote: text('原文', 'the sentence of the plan'),
    source_file: text('原文文件', 'file with the text of the plan'),
    conflicts: text('与之不一致的其他表述（JSON）', 'JSON: other sentences that say something else about the same'),
    revised_seq: line(
      '写下现行目标的日志行号',
      'number of the line of the audit log that wrote the target as it is in force',
    ),
  },
  'revisions.csv': {
    seq: line('审计日志的行号', 'number of the line of the audit log'),
    at: instant('时间（UTC）', 'when, UTC'),
    actor: text('操作人', 'who'),
    role: text('操作人的角色', 'in which role', ROLES),
    object: text('对象', 'what it is about, as a path: observation/63/rd-intensity/2021/value'),
    field: text('字段', 'the field that became another'),
    old: text(
      '原值；数值按填报原样，不加单引号',
      'what it was, a figure without a quote before it; empty where it was not said',
    ),
    new: text('新值；数值按填报原样，不加单引号', 'what it became, a figure without a quote before it'),
    state: text('数据的状态', 'the state in which a figure was left', [
      'draft',
      'submitted',
      'approved',
      'returned',
      'discarded',
    ]),
    reason_code: text('更正原因代码', 'why a figure or target was corrected, by code', CORRECTION_CODES),
    reason: text('原因', 'why, in words'),
    comment: text('审核意见', 'what the reviewer said'),
  },
  'progress.csv': {
    target_id: TARGET,
    milestone_year: MILESTONE_YEAR,
    status: text('进展状态', 'the judgement', STATUSES),
    reason: text('无法评估的原因', 'why there is no judgement', STATUS_REASONS),
    covered_share: share('目标完成率，不截断', 'share of the way covered, not clipped'),
    path_share: share('序时完成率，不截断', 'share of what was due by the latest year, not clipped'),
    expected: figure('序时目标：直线路径在最新年份的位置', 'where the straight path stands in the latest year'),
    latest_year: year('最新数据的年份', 'year of the latest point in use'),
    latest_value: figure('最新数据', 'the latest point in use'),
    gap: figure('与目标值之差', 'what is missing to the milestone'),
    required_per_year: pace('今后每年须', 'needed a year from now on'),
    recent_per_year: pace('近年每年', 'what the recent years brought a year'),
    projected_year: year('按近年速度达到目标的年份', 'when the recent pace gets there'),
    projection_refused: text('不作推算的原因', 'why nothing is projected', PROJECTION_REFUSALS),
    second_ratio: { type: 'number', zh: '增长率法的比值', en: 'ratio of the growth-rate method' },
    second_status: text('增长率法的状态', 'status by the growth-rate method', STATUSES),
    method: text('方法', 'what judged'),
    method_version: text('方法版本', 'its version'),
    flags: text('标记，以分号相连', 'flags, joined by ;'),
    sample: SAMPLE,
    target_seq: line(
      '写下现行目标的日志行号',
      'number of the line of the audit log that wrote the target as it is in force',
    ),
    figure_seqs: text(
      '最新数据所依据的各项数据，填报它们的日志行号，以分号相连',
      'numbers of the lines that entered the figures on which the latest point rests, joined by ;',
    ),
  },
  'observations.sdmx.csv': {
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
  },
}

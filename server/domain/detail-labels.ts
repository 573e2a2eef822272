import { label, type Labels } from './labels.ts'
import type { BaselineBasis, Kind, ProjectionRefusal, ReviewState, RollUp, RoundKind } from './words.ts'

// Words that the first page does without, so that it need not wait for them.

export const PROJECTION_REFUSAL_LABELS: Labels<ProjectionRefusal> = {
  'not-assessable': label('暂无法评估', 'not assessable'),
  'no-data': label('暂无数据', 'no data'),
  'kind-done': label('是否建成，不作推算', 'built or not: nothing to project'),
  fulfilled: label('已达标', 'already fulfilled'),
  'too-few-figures': label('数据不足 3 个', 'fewer than 3 points'),
  outdated: label('数据陈旧', 'figures outdated'),
  'incomplete-years': label('年份不全', 'years missing'),
}

export const BASELINE_BASIS_LABELS: Labels<BaselineBasis> = {
  printed: label('原文载明', 'printed'),
  'start-of-plan': label('自方案起始', 'start of the plan'),
  adopted: label('管理员选定', 'adopted'),
}

export const REVIEW_STATE_LABELS: Labels<ReviewState> = {
  draft: label('草稿', 'Draft'),
  submitted: label('待审核', 'Submitted'),
  approved: label('审核通过', 'Approved'),
  returned: label('已退回', 'Returned'),
}

export const ROUND_KIND_LABELS: Labels<RoundKind> = {
  annual: label('年报', 'Annual'),
  late: label('补报', 'Late'),
  revision: label('修订', 'Revision'),
}

export const ROLL_UP_LABELS: Labels<RollUp> = {
  none: label('不汇总', 'Not rolled up'),
  sum: label('合计', 'Sum'),
  'weighted-mean': label('加权平均', 'Weighted mean'),
}

export const KIND_LABELS: Labels<Kind> = {
  level: label('期末值', 'Year-end level'),
  cumulative: label('累计值', 'Running total'),
  flow: label('当年新增', 'New in the year'),
  change: label('变化率', 'Change against a base year'),
  done: label('是否建成', 'Built or not'),
}

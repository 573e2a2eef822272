import type { AccountRole, Comparator, CorrectionCode, Flag, MissingReason, Status, StatusReason } from './words.ts'

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

/** One word in both languages of the product. */
export interface Label {
  'zh-CN': string
  en: string
}
export type Labels<Word extends string> = Readonly<Record<Word, Label>>

export const label = (zh: string, en: string): Label => ({ 'zh-CN': zh, en })

export const STATUS_LABELS: Labels<Status> = {
  achieved: label('已完成', 'Achieved'),
  missed: label('未完成', 'Missed'),
  'on-track': label('达序时进度', 'On track'),
  behind: label('滞后', 'Behind'),
  'far-behind': label('严重滞后', 'Far behind'),
  'moving-away': label('背离目标', 'Moving away'),
  'no-data': label('暂无数据', 'No data'),
  'not-assessable': label('暂无法评估', 'Not assessable'),
}

export const STATUS_REASON_LABELS: Labels<StatusReason> = {
  'no-figure': label('尚无数据', 'no figure yet'),
  'broken-chain': label('逐年变化缺年', 'a year is missing in the chain of changes'),
  'no-baseline': label('基期未载明', 'no baseline printed'),
  'definition-changed': label('口径变更', 'definition changed'),
  'not-quantified': label('目标未量化', 'no number promised'),
}

export const FLAG_LABELS: Labels<Flag> = {
  'met-then-lost': label('曾达标后回落', 'met, then lost'),
  slipping: label('达标但回落', 'met, but slipping'),
  'awaiting-final': label('待年终数', 'awaiting the final figure'),
  outdated: label('数据陈旧', 'figures outdated'),
  provisional: label('含初步数', 'provisional'),
  'assumed-baseline': label('基期为推定', 'baseline assumed'),
  'incomplete-years': label('年份不全', 'years missing'),
  'methods-disagree': label('两法不一', 'methods disagree'),
  'target-revised': label('目标已调整', 'target revised'),
}

export const COMPARATOR_LABELS: Labels<Comparator> = {
  'at-least': label('不低于', 'at least'),
  'more-than': label('超过', 'more than'),
  about: label('左右', 'about'),
  between: label('区间', 'between'),
  'at-most': label('不高于', 'at most'),
}

export const MISSING_REASON_LABELS: Labels<MissingReason> = {
  'not-yet-published': label('尚未公布', 'not yet published'),
  'not-applicable': label('不适用', 'not applicable'),
  'not-collected': label('未收集', 'not collected'),
}

export const CORRECTION_LABELS: Labels<CorrectionCode> = {
  typing: label('录入错误', 'typing error'),
  'source-revised': label('来源修订', 'source revised'),
  'definition-changed': label('口径变更', 'definition changed'),
  'late-return': label('迟报补报', 'late return'),
}

export const ROLE_LABELS: Labels<AccountRole> = {
  reporter: label('填报员', 'Reporter'),
  reviewer: label('审核员', 'Reviewer'),
  leader: label('领导', 'Leader'),
  auditor: label('审计员', 'Auditor'),
  administrator: label('管理员', 'Administrator'),
}

import type { Label } from './labels.ts'

/** What is said of a field that is not well formed, while it is typed and when it is refused. */
export const FIELD_SENTENCES = {
  username: {
    'zh-CN': '不是有效的用户名。请用小写字母、数字和单个连字符，例如 qh-reporter。',
    en: 'Not a valid user name. Use lower-case letters, digits and single hyphens, for example qh-reporter.',
  },
  email: {
    'zh-CN': '不是电子邮件地址。请填例如 name@example.cn，或不填。',
    en: 'Not an e-mail address. Give for example name@example.cn, or leave it out.',
  },
  'region-needed': {
    'zh-CN': '填报员和审核员要有地区。请选一个地区。',
    en: 'Reporters and reviewers belong to a region. Choose one.',
  },
  day: {
    'zh-CN': '不是日历上的一天。请填例如 2026-03-31。',
    en: 'Not a day of the calendar. Give for example 2026-03-31.',
  },
  year: {
    'zh-CN': '不是年份。请填例如 2025。',
    en: 'Not a year. Give for example 2025.',
  },
  slug: {
    'zh-CN': '不是有效编号。请用小写字母、数字和单个连字符，例如 rd-intensity。',
    en: 'Not a valid code. Use lower-case letters, digits and single hyphens, for example rd-intensity.',
  },
  'snapshot-id': {
    'zh-CN': '不是快照的编号。请填 1 起的整数，不带前导零。',
    en: 'Not the number of a snapshot. Give a whole number from 1 on, without leading zeros.',
  },
  'audit-object': {
    'zh-CN': '不是日志中的对象。请填例如 observation/63/rd-intensity/2021/value，或以 /* 结尾，如 observation/63/*。',
    en: 'Not an object of the log. Give for example observation/63/rd-intensity/2021/value, or end it in /*: observation/63/*.',
  },
  'audit-action': {
    'zh-CN': '不是日志中的操作。请填例如 observation.approve。',
    en: 'Not an action of the log. Give for example observation.approve.',
  },
  figure: {
    'zh-CN': '不是一个确定的十进制数。请填例如 17.55 或 -3.8，最多 30 位数字。',
    en: 'Not one exact decimal. Give for example 17.55 or -3.8, at most 30 digits.',
  },
  weight: {
    'zh-CN': '不是有效的权重。请填 0 或更大的十进制数，例如 2 或 0.5，最多 30 位数字。',
    en: 'Not a weight. Give a decimal from 0 on, for example 2 or 0.5, at most 30 digits.',
  },
  'closes-before-opens': {
    'zh-CN': '截止日早于开放日。请填同一天或更晚。',
    en: 'The round closes before it opens. Give the same day or a later one.',
  },
  'ends-before-start': {
    'zh-CN': '结束年份早于开始年份。',
    en: 'The plan ends before it starts.',
  },
  'bounds-upside-down': {
    'zh-CN': '上限不大于下限。',
    en: 'The upper bound is not larger than the lower one.',
  },
  'unit-and-kind': {
    'zh-CN': '“是否建成”没有单位，其他类别都要有单位。',
    en: 'Kind done has no unit; every other kind needs one.',
  },
  'done-is-higher': {
    'zh-CN': '“是否建成”以建成为好，better 请填 higher。',
    en: 'For kind done, built is better; give higher.',
  },
  'roll-up-and-kind': {
    'zh-CN': '变化率和是否建成不能由下级地区汇总，请选“不汇总”。',
    en: 'Changes and what is built or not cannot be rolled up from the regions below; give none.',
  },
  'weight-needed': {
    'zh-CN': '加权平均要有权重指标。请选一个。',
    en: 'A weighted mean needs an indicator that weighs. Choose one.',
  },
  'weight-not-taken': {
    'zh-CN': '只有加权平均有权重指标。请去掉，或选“加权平均”。',
    en: 'Only a weighted mean has an indicator that weighs. Leave it out, or give weighted-mean.',
  },
  'weight-of-itself': {
    'zh-CN': '指标不能给自己作权重。请选另一个。',
    en: 'An indicator cannot weigh itself. Choose another.',
  },
  'weight-kind': {
    'zh-CN': '权重要是数量：期末值、累计值或当年新增。请选另一个指标。',
    en: 'What weighs is an amount: of kind level, cumulative or flow. Choose another indicator.',
  },
} as const satisfies Record<string, Label>

import type { Label } from './labels.ts'
import type { PromiseFlaw } from './promise.ts'

/** What is said of each flaw of a promise, while it is typed and when it is refused. */
export const PROMISE_FLAW_SENTENCES: Readonly<Record<PromiseFlaw, Label>> = {
  'milestone-year-twice': {
    'zh-CN': '同一年有两个阶段目标。每年只能有一个。',
    en: 'Two milestones are of the same year. There is one per year.',
  },
  'comparator-and-direction': {
    'zh-CN': '比较方式与指标方向不符：越高越好用“不低于”，越低越好用“不高于”。',
    en: 'Comparator and direction do not go together: at-least where higher is better, at-most where lower is.',
  },
  'range-needs-both-ends': {
    'zh-CN': '区间要填上下两端，其他比较方式不填上端。',
    en: 'between needs both ends; other comparators take no upper end.',
  },
  'range-upside-down': {
    'zh-CN': '区间的上端不大于下端。',
    en: 'The upper end is not larger than the lower one.',
  },
  'tolerance-needs-about': {
    'zh-CN': '“左右”要有数值和容差（例如 0.05），其他比较方式没有容差。',
    en: 'about needs a value and a tolerance, for example 0.05; other comparators take none.',
  },
  'tolerance-out-of-range': {
    'zh-CN': '容差是 0 到 1 之间的比例，例如 0.05。',
    en: 'The tolerance is a share from 0 to 1, for example 0.05.',
  },
  'done-promises-one': {
    'zh-CN': '“是否建成”的目标值是 1，比较方式是“不低于”。',
    en: 'Kind done promises at-least 1.',
  },
  'baseline-not-before': {
    'zh-CN': '基期年份要早于目标年份。',
    en: 'The baseline year comes before the year of the milestone.',
  },
  'change-starts-at-zero': {
    'zh-CN': '变化率的基期值是 0。',
    en: 'The baseline of a change is 0.',
  },
  'start-of-plan-is-zero': {
    'zh-CN': '自方案起始的基期值是 0。',
    en: 'A baseline at the start of the plan is 0.',
  },
  'printed-needs-quote': {
    'zh-CN': '原文载明的基期要附原文，其他基期没有原文。',
    en: 'A printed baseline needs its quote; other bases take none.',
  },
  'adopted-needs-reason': {
    'zh-CN': '选定的基期要说明理由，其他基期没有理由。',
    en: 'An adopted baseline needs its reason; other bases take none.',
  },
  'one-start-for-totals': {
    'zh-CN': '累计值的各阶段目标要有同一个起点。',
    en: 'All milestones of a running total have the same start.',
  },
}

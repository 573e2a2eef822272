import type { Catalogue } from './catalogue.ts'

const zh = {
  lede: (targets: number, weighted: number) =>
    weighted === 0 ? `${targets} 项目标，权重均为 1` : `${targets} 项目标，${weighted} 项另定了权重，其余为 1`,
  lead: '权重用在综合评价的均值里，随每个结果一并列出；查看过去某一天，用那一天的权重。',
  see: '看综合评价',
  back: '全部权重',
  unknown: (id: string) => `没有目标 ${id}`,
  caption: '目标的权重',
  columns: { name: '目标', weight: '权重', plan: '方案' },
  setTo: (weight: string) => `权重定为 ${weight}`,
  editOf: (name: string) => `设定权重：${name}`,
  seeTarget: '看目标页',
  now: (weight: string) => `现在的权重是 ${weight}。`,
  weight: '权重',
  weightHint: '不小于 0 的数，例如 2 或 0.5。0 为不计入均值，仍计入达标比例。',
  reasonHint: '为什么这项比别的更重或更轻，例如：省委督查的重点指标。',
  nothingToSave: '与现在的权重相同，没有要保存的。',
  save: '保存权重',
  saved: (name: string, weight: string) => `${name} 的权重已定为 ${weight}。`,
  effectTitle: '保存后的均值',
  effect: (before: string, after: string) => (before === after ? `${before}，不变` : `${before} → ${after}`),
  noEffect: '这项不计入均值，权重不起作用',
  year: (year: number) => `${year} 年`,
  colon: '：',
}

const en: typeof zh = {
  lede: (targets, weighted) =>
    weighted === 0
      ? `${targets} targets, each with the weight 1`
      : `${targets} targets, ${weighted} with a weight that was set, the others 1`,
  lead: 'Weights count in the mean of the composite progress and are shown beside every result; a day in the past takes the weights of that day.',
  see: 'See composite progress',
  back: 'All weights',
  unknown: (id) => `There is no target ${id}`,
  caption: 'Weights of the targets',
  columns: { name: 'Target', weight: 'Weight', plan: 'Plan' },
  setTo: (weight) => `Weight set to ${weight}`,
  editOf: (name) => `Set the weight: ${name}`,
  seeTarget: 'See the target',
  now: (weight) => `The weight is ${weight} now.`,
  weight: 'Weight',
  weightHint:
    'A number from 0 on, for example 2 or 0.5. With 0 it is not in the mean, and still in the share on track.',
  reasonHint: 'Why it weighs more or less than others, for example: key target of the inspection.',
  nothingToSave: 'This is the weight that it has; there is nothing to save.',
  save: 'Save weight',
  saved: (name, weight) => `The weight of ${name} is ${weight} now.`,
  effectTitle: 'The mean once it is saved',
  effect: (before, after) => (before === after ? `${before}, unchanged` : `${before} → ${after}`),
  noEffect: 'it is not in the mean, so its weight does not matter',
  year: (year) => `${year}`,
  colon: ': ',
}

export const weightsText: Catalogue<typeof zh> = { 'zh-CN': zh, en }

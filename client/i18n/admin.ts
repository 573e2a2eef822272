import type { Catalogue } from './catalogue.ts'

const zh = {
  title: '管理',
  parts: '管理的内容',
  part: { rounds: '填报期', accounts: '账号', targets: '目标', weights: '权重', indicators: '指标', plans: '方案' },
  search: '查找',
  tally: (shown: number, all: number) => (shown === all ? `共 ${all} 项` : `${shown} 项，共 ${all} 项`),
  nothingFound: '没有符合的。换一个词，或放宽条件。',
  plan: '方案',
  allPlans: '全部方案',
  by: (who: string) => `由 ${who}`,
  system: '初始录入',
  noReason: '未写理由',
  chooseNone: '请选择',
  history: (count: number) => `变更记录（${count}）`,
}

const en: typeof zh = {
  title: 'Administration',
  parts: 'What is administered',
  part: {
    rounds: 'Rounds',
    accounts: 'Accounts',
    targets: 'Targets',
    weights: 'Weights',
    indicators: 'Indicators',
    plans: 'Plans',
  },
  search: 'Search',
  tally: (shown, all) => (shown === all ? `${all} in all` : `${shown} of ${all}`),
  nothingFound: 'Nothing fits. Try another word, or fewer conditions.',
  plan: 'Plan',
  allPlans: 'All plans',
  by: (who) => `by ${who}`,
  system: 'as loaded',
  noReason: 'no reason given',
  chooseNone: 'Choose',
  history: (count) => `Changes (${count})`,
}

export const adminText: Catalogue<typeof zh> = { 'zh-CN': zh, en }
export type AdminPart = keyof typeof zh.part

import type { ReviewStep } from '../../server/domain/words.ts'
import type { EnteredField } from '../components/figure-events.ts'
import type { Catalogue } from './catalogue.ts'

const zh = {
  loading: '正在读取历史……',
  failed: '没有读到历史。请检查网络，然后重试。',
  retry: '重试',
  none: '还没有填过。',
  label: '这项数据的历史，最近的在前',
  someone: '未登录不显示',
  entered: (value: string) => `填 ${value}`,
  changed: (before: string, after: string) => `${before} → ${after}`,
  same: (value: string) => `仍是 ${value}`,
  alsoChanged: (fields: string[]) => `改了${fields.join('、')}`,
  fields: { provisional: '初步标记', breakBefore: '口径标记', source: '来源', note: '备注' } as Record<
    EnteredField,
    string
  >,
  saves: (count: number) => `共保存 ${count} 次`,
  comma: '，',
  provisional: '初步',
  breakBefore: '口径变更，与以前年份不可比',
  built: '已建成',
  notBuilt: '未建成',
  yoy: '比上年',
  since: (year: string) => `比 ${year} 年`,
  correction: (code: string, reason: string) => `${code}：“${reason}”`,
  source: (source: string) => `来源：${source}`,
  note: (note: string) => `备注：“${note}”`,
  comment: (comment: string) => `意见：“${comment}”`,
  steps: {
    submitted: '提交',
    withdrawn: '撤回',
    approved: '审核通过',
    returned: '退回',
    discarded: '放弃草稿',
  } as Record<ReviewStep, string>,
}

const en: typeof zh = {
  loading: 'Loading the history…',
  failed: 'The history could not be read. Check the network, then try again.',
  retry: 'Try again',
  none: 'Nothing was entered yet.',
  label: 'History of this figure, newest first',
  someone: 'Not shown without signing in',
  entered: (value) => `entered ${value}`,
  changed: (before, after) => `${before} → ${after}`,
  same: (value) => `still ${value}`,
  alsoChanged: (fields) => `changed ${fields.join(', ')}`,
  fields: { provisional: 'whether provisional', breakBefore: 'whether comparable', source: 'source', note: 'note' },
  saves: (count) => `saved ${count} times`,
  comma: ', ',
  provisional: 'provisional',
  breakBefore: 'definition changed, not comparable with earlier years',
  built: 'built',
  notBuilt: 'not yet built',
  yoy: 'on the year before',
  since: (year) => `against ${year}`,
  correction: (code, reason) => `${code}: “${reason}”`,
  source: (source) => `Source: ${source}`,
  note: (note) => `Note: “${note}”`,
  comment: (comment) => `Comment: “${comment}”`,
  steps: {
    submitted: 'submitted',
    withdrawn: 'withdrawn',
    approved: 'approved',
    returned: 'returned',
    discarded: 'draft discarded',
  },
}

export const figureHistoryText: Catalogue<typeof zh> = { 'zh-CN': zh, en }

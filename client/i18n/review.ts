import { type Language, STATUS_LABELS } from '../../server/domain/labels.ts'
import type { ReviewStep } from '../../server/domain/words.ts'
import type { Verdict } from '../pages/review/findings.ts'
import type { Summary } from '../pages/review/summary.ts'
import type { TurnedFrom, Turning } from '../pages/review/turns.ts'
import type { Catalogue } from './catalogue.ts'

const statusOf = (status: TurnedFrom, language: Language, going: string): string =>
  status === 'going' ? going : STATUS_LABELS[status][language]

const byYear = (turnings: readonly Turning[]): [number, Turning[]][] => [
  ...Map.groupBy(turnings, ({ milestoneYear }) => milestoneYear),
]

const plural = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

const zh = {
  title: '审核',
  headline: (region: string, year: number | undefined, count: number) =>
    `${region}${year === undefined ? '' : ` ${year} 年`}：${count} 项待审`,
  /** What approving means for the statuses; the sentence under the headline and in the decision bar. */
  consequence: (turnings: readonly Turning[]) =>
    turnings.length === 0
      ? '通过后，没有目标的进展状态会变。'
      : `通过后，${byYear(turnings)
          .map(([year, group]) => {
            const told = group.map(
              ({ from, to, count }) =>
                `${count} 项由${statusOf(from, 'zh-CN', '在途')}转为${statusOf(to, 'zh-CN', '在途')}`,
            )
            return `${year} 年将有 ${told.join('，')}`
          })
          .join('；')}。`,
  notes: ({ verdicts, corrections, again, own }: Summary): string => {
    const told = [
      ...(verdicts.against ? [`${verdicts.against} 项与现有数据不符`] : []),
      ...(verdicts.open ? [`${verdicts.open} 项有疑问，没有说明`] : []),
      ...(verdicts.explained ? [`${verdicts.explained} 项曾有疑问，填报员已说明`] : []),
      ...(corrections ? [`${corrections} 项是对旧数据的更正`] : []),
      ...(again ? [`${again} 项退回后再次提交`] : []),
      ...(own ? [`${own} 项由您填报，须由另一名审核员审核`] : []),
    ]
    return told.length === 0 ? '' : `${told.join('；')}。`
  },
  listTitle: '待审数据',
  listNote: '状态会变的在前；图中空心为待审，蓝线为目标',
  onlyTurning: (count: number) => `只看状态会变的 ${count} 项`,
  showAll: (count: number) => `看全部 ${count} 项`,
  years: '按年份筛选',
  allYears: (count: number) => `全部 ${count}`,
  year: (year: number, count: number) => `${year} 年 ${count}`,
  selectAll: (count: number) => `全选可审核的 ${count} 项`,
  skipToDecision: '跳到审核决定',
  keys: '方向键或 J、K 移动，空格选中，Shift 加空格或点击选一段，Enter 到审核决定，Esc 回到列表',
  noneShown: '筛选后没有待审数据。',
  columns: {
    choose: '选择',
    name: '指标与目标',
    chart: '走势',
    value: '待审数据',
    status: '通过后的状态',
    checks: '检查与说明',
    reporter: '填报人',
  },
  choose: (name: string, year: number) => `选择：${name}，${year} 年`,
  goal: (year: number, goal: string) => `${year} 年目标${/^\p{Script=Han}/u.test(goal) ? '' : ' '}${goal}`,
  built: '建成',
  unquantified: '未量化',
  monitored: '监测指标，没有目标',
  ofYear: (unit: string, year: number) => (unit ? `${unit}，${year} 年` : `${year} 年`),
  newInYear: '新增',
  earlier: (year: number, value: string) => `${year} 年 ${value}`,
  noEarlier: '以前没有数据',
  replaces: (value: string) => `原 ${value}`,
  total: (before: string, after: string) => `累计 ${before} → ${after}`,
  provisional: '初步',
  breakBefore: '口径变更',
  comma: '，',
  milestoneYear: (year: number) => `${year} 年`,
  becomes: '转为',
  unchanged: '不变',
  toGoal: (gap: string) => `离目标 ${gap}`,
  beyondGoal: (gap: string) => `超过目标 ${gap}`,
  atGoal: '与目标相同',
  verdicts: { clear: '无异常', explained: '已说明', open: '未说明', against: '不符' } as Record<Verdict, string>,
  correction: '更正',
  own: '本人填报',
  ownReason: '您填报或提交的数据，须由另一名审核员审核。',
  again: (count: number) => `第 ${count} 次提交。`,
  returned: (day: string, by: string, comment: string) => `${day} ${by}退回：“${comment}”`,
  quoted: (words: string) => `“${words}”`,
  note: '备注：',
  source: (source: string) => `来源：${source}`,
  noSource: '没有填来源',
  reason: (code: string, reason: string) => `${code}：“${reason}”`,
  you: '（您）',
  submittedOn: (day: string) => `${day} 提交`,
  more: '历史与口径',
  moreOf: (name: string, year: number) => `历史与口径：${name}，${year} 年`,
  definition: '口径',
  history: '历史',
  chart: (parts: string[]) => parts.join('；'),
  chartFigures: (figures: string) => `通过的数据：${figures}`,
  chartSubmitted: (year: number, value: string) => `待审 ${year} 年 ${value}`,
  decision: '审核决定',
  chosen: (count: number) => `已选 ${count} 项`,
  chooseFirst: '选中要审核的数据，再在这里通过或退回。',
  comment: '意见',
  commentHint: '意见，退回时必填',
  lasting: '通过后计入进展，不能撤销，只能由填报员另报更正。',
  approve: (count: number) => (count === 0 ? '通过' : `通过 ${count} 项`),
  return: (count: number) => (count === 0 ? '退回' : `退回 ${count} 项`),
  deciding: '正在提交……',
  commentNeeded: '退回要写明意见，填报员才知道怎样改。请写好再退回。',
  approved: (count: number, left: number) =>
    `已通过 ${count} 项，${left === 0 ? '没有待审数据了。' : `还有 ${left} 项待审。`}`,
  returnedDone: (count: number, left: number) =>
    `已退回 ${count} 项，${left === 0 ? '没有待审数据了。' : `还有 ${left} 项待审。`}`,
  overtaken: (gone: number, left: number) =>
    `${gone} 项刚才已被处理，见列表。${left > 0 ? `其余 ${left} 项还选着，没有提交；要审核请再按一次。` : '没有其他选中的数据。'}`,
  overtakenBy: (when: string, by: string, step: string, comment: string | null) =>
    `${by} ${when} 已${step}${comment === null ? '。' : `：“${comment}”`}您的决定没有生效。`,
  overtakenGone: '这项数据已不在待审之列。您的决定没有生效。',
  steps: {
    submitted: '重新提交',
    withdrawn: '撤回',
    approved: '通过',
    returned: '退回',
    discarded: '放弃',
  } as Record<ReviewStep, string>,
  notReached: '没有收到服务器的答复，可能没有审核成功。所选和意见都还在；请检查网络，再按一次。',
  ended: '登录已失效。请重新登录，所选和意见都还在。',
  failed: (detail: string) => `没有审核成功：${detail}所选和意见都还在。`,
  seeDecided: '看本次已审核的',
  decidedTitle: '本次已审核',
  decidedApproved: '通过',
  decidedReturned: '退回',
  toTarget: '看目标',
  emptyTitle: (region: string) => `${region}：没有待审数据`,
  empty: '填报员提交后，数据会出现在这里。',
  toOverview: '看总览',
  toSheet: (year: number) => `看 ${year} 年填报表`,
}

const en: typeof zh = {
  title: 'Review',
  headline: (region, year, count) =>
    `${region}${year === undefined ? '' : ` ${year}`}: ${plural(count, 'figure')} to decide`,
  consequence: (turnings) =>
    turnings.length === 0
      ? 'Approving changes no status.'
      : `Once approved, ${byYear(turnings)
          .map(([year, group]) => {
            const told = group.map(
              ({ from, to, count }) =>
                `${count} from ${statusOf(from, 'en', 'underway')} to ${statusOf(to, 'en', 'underway')}`,
            )
            return `targets of ${year} turn: ${told.join(', ')}`
          })
          .join('; ')}.`,
  notes: ({ verdicts, corrections, again, own }) => {
    const told = [
      ...(verdicts.against ? [`${verdicts.against} against the figures at hand`] : []),
      ...(verdicts.open ? [`${verdicts.open} questioned and not explained`] : []),
      ...(verdicts.explained ? [`${verdicts.explained} questioned and explained by the reporter`] : []),
      ...(corrections
        ? [plural(corrections, 'correction of an approved figure', 'corrections of approved figures')]
        : []),
      ...(again ? [`${again} submitted again after a return`] : []),
      ...(own ? [`${own} entered by you, for another reviewer`] : []),
    ]
    return told.length === 0 ? '' : `${told.join('; ')}.`
  },
  listTitle: 'Waiting for a decision',
  listNote: 'those that turn a status first; hollow: submitted, blue line: target',
  onlyTurning: (count) => `Only the ${count} that turn a status`,
  showAll: (count) => `Show all ${count}`,
  years: 'Filter by year',
  allYears: (count) => `All ${count}`,
  year: (year, count) => `${year}: ${count}`,
  selectAll: (count) => `Select all ${count} that you may decide`,
  skipToDecision: 'Skip to the decision',
  keys: 'Arrow keys or J, K move, Space selects, Shift with Space or a click selects a range, Enter goes to the decision, Esc back',
  noneShown: 'Nothing that waits fits these filters.',
  columns: {
    choose: 'Select',
    name: 'Indicator and target',
    chart: 'Course',
    value: 'Submitted figure',
    status: 'Status once approved',
    checks: 'Checks and answers',
    reporter: 'Reporter',
  },
  choose: (name, year) => `Select: ${name}, ${year}`,
  goal: (year, goal) => `target for ${year}: ${goal}`,
  built: 'built',
  unquantified: 'no number',
  monitored: 'Monitored, without a target',
  ofYear: (unit, year) => (unit ? `${unit}, ${year}` : `${year}`),
  newInYear: ', new in the year',
  earlier: (year, value) => `${year}: ${value}`,
  noEarlier: 'no earlier figure',
  replaces: (value) => `was ${value}`,
  total: (before, after) => `in total ${before} → ${after}`,
  provisional: 'provisional',
  breakBefore: 'definition changed',
  comma: ', ',
  milestoneYear: (year) => `${year}`,
  becomes: 'turns to',
  unchanged: 'unchanged',
  toGoal: (gap) => `${gap} short of the target`,
  beyondGoal: (gap) => `${gap} beyond the target`,
  atGoal: 'equal to the target',
  verdicts: { clear: 'Nothing raised', explained: 'Explained', open: 'Not explained', against: 'Does not fit' },
  correction: 'Correction',
  own: 'Your own',
  ownReason: 'You entered or submitted this figure: another reviewer has to decide.',
  again: (count) => `Submission no. ${count}.`,
  returned: (day, by, comment) => `Returned by ${by} on ${day}: “${comment}”`,
  quoted: (words) => `“${words}”`,
  note: 'Note: ',
  source: (source) => `Source: ${source}`,
  noSource: 'no source given',
  reason: (code, reason) => `${code}: “${reason}”`,
  you: ' (you)',
  submittedOn: (day) => `submitted ${day}`,
  more: 'History and definition',
  moreOf: (name, year) => `History and definition: ${name}, ${year}`,
  definition: 'Definition',
  history: 'History',
  chart: (parts) => parts.join('; '),
  chartFigures: (figures) => `approved: ${figures}`,
  chartSubmitted: (year, value) => `submitted for ${year}: ${value}`,
  decision: 'Decision',
  chosen: (count) => `${count} selected`,
  chooseFirst: 'Select figures, then approve or return them here.',
  comment: 'Comment',
  commentHint: 'Comment, needed for a return',
  lasting: 'Approved figures count at once and cannot be taken back, only corrected by a new entry.',
  approve: (count) => (count === 0 ? 'Approve' : `Approve ${count}`),
  return: (count) => (count === 0 ? 'Return' : `Return ${count}`),
  deciding: 'Sending…',
  commentNeeded: 'A return needs a comment, so that the reporter knows what to change. Write it, then return.',
  approved: (count, left) => `${count} approved, ${left === 0 ? 'nothing waits any more.' : `${left} left.`}`,
  returnedDone: (count, left) => `${count} returned, ${left === 0 ? 'nothing waits any more.' : `${left} left.`}`,
  overtaken: (gone, left) =>
    `${gone} had just been dealt with, see the list. ${left > 0 ? `The other ${left} are still selected and not sent; press again to decide.` : 'Nothing else is selected.'}`,
  overtakenBy: (when, by, step, comment) =>
    `${step} by ${by}, ${when}${comment === null ? '.' : `: “${comment}”`} Your decision did not take effect.`,
  overtakenGone: 'This figure no longer waits. Your decision did not take effect.',
  steps: {
    submitted: 'Submitted again',
    withdrawn: 'Withdrawn',
    approved: 'Approved',
    returned: 'Returned',
    discarded: 'Discarded',
  },
  notReached:
    'No answer from the server; the decision may not have been taken. Selection and comment are kept. Check the network and press again.',
  ended: 'The session has ended. Sign in again; selection and comment are kept.',
  failed: (detail) => `Not decided: ${detail} Selection and comment are kept.`,
  seeDecided: 'See what was decided',
  decidedTitle: 'Decided on this visit',
  decidedApproved: 'Approved',
  decidedReturned: 'Returned',
  toTarget: 'See the target',
  emptyTitle: (region) => `${region}: nothing waits for a decision`,
  empty: 'Figures appear here once a reporter submits them.',
  toOverview: 'See the overview',
  toSheet: (year) => `See the sheet of ${year}`,
}

export const reviewText: Catalogue<typeof zh> = { 'zh-CN': zh, en }

import type { CorrectionCode } from '../../server/domain/words.ts'
import type { RowStatus, Tally } from '../pages/entry/status.ts'

/** 2026-03-31 → 3 月 31 日. */
const day = (date: string): string => `${Number(date.slice(5, 7))} 月 ${Number(date.slice(8))} 日`

const full = (date: string): string => `${date.slice(0, 4)} 年 ${day(date)}`

/** From one day to another; with the year unless both are of this one. */
function days(from: string, to: string, today: string): string {
  const [first, last, now] = [from, to, today].map((date) => date.slice(0, 4))
  if (first === now && last === now) return `${day(from)}至 ${day(to)}`
  return `${full(from)}至 ${first === last ? day(to) : full(to)}`
}
const left = (n: number): string => (n === 0 ? '今天截止' : `还剩 ${n} 天`)

const tally: Record<Tally, string> = {
  approved: '审核通过',
  submitted: '待审核',
  draft: '草稿',
  todo: '待处理',
  returned: '已退回',
  empty: '未填',
}

const status: Record<RowStatus, string> = {
  approved: '审核通过',
  submitted: '待审核',
  draft: '草稿，已存',
  asked: '待确认',
  refused: '不能保存',
  barred: '不能提交',
  incomplete: '待补全',
  conflict: '有两份',
  saving: '正在保存…',
  unsent: '未保存',
  returned: '已退回',
  empty: '未填',
}

const correctionHint: Record<CorrectionCode, string> = {
  typing: '原来填错了',
  'source-revised': '来源后来改了数',
  'definition-changed': '统计口径变了',
  'late-return': '数据迟到，补报',
}

export const zh = {
  day,
  tally,
  status,
  correctionHint,
  title: (region: string, year: number) => `${region} ${year} 年度数据`,
  pageTitle: (region: string, year: number) => `${region} ${year} 年度数据填报`,

  // the first line
  period: (from: string, to: string, today: string, n: number) => `填报期 ${days(from, to, today)}，${left(n)}。`,
  revisionPeriod: (from: string, to: string, today: string, n: number) =>
    `修订填报期 ${days(from, to, today)}，${left(n)}。`,
  latePeriod: (from: string, to: string, today: string, n: number) =>
    `补报填报期 ${days(from, to, today)}，${left(n)}。`,
  todo: (all: number, ready: number, first: number) =>
    `${all} 项中${ready === 0 ? '没有草稿可以提交' : ` ${ready} 项草稿可以提交`}${first > 0 ? `，${first} 项要先处理` : ''}。`,
  standing: (all: number, approved: number, submitted: number) =>
    `${all} 项中 ${approved} 项审核通过，${submitted} 项待审核。`,
  allDone: (all: number) => `${all} 项都已提交或审核通过。`,
  notYetOpen: (date: string) => `填报期尚未开放，${full(date)}开始。`,
  closed: (date: string) => `填报期已于 ${full(date)}截止。要补报，请管理员延期或另开补报填报期。`,
  locked: '已审核通过，锁定。要更正，请管理员开放修订填报期。',
  noRound: (year: number) => `没有 ${year} 年的填报期。要填报，请管理员开放。`,
  notAsked: '这个地区没有要填的指标。',
  readOnly: '填报由本地区填报员进行，这里只看。',
  statesOnly: '管理员看各项的状态，不看未审核的数值。',
  count: (n: number) => `${n} 项`,
  years: '年度',
  counts: '各状态项数',

  // what can be done
  template: '下载模板',
  import: '导入 Excel 或 CSV',
  paper: '打印上报表',
  submit: (n: number) => `提交 ${n} 项草稿`,
  submitNone: '没有可提交的草稿',
  submitSelected: (n: number) => `只提交选中的 ${n} 项`,
  submitThis: '只提交这一项',
  withdraw: '撤回',
  withdrawAll: (n: number) => `全部撤回（${n} 项）`,
  discard: '放弃草稿',
  submitted: (n: number) => `已提交 ${n} 项，等待审核。审核之前可以撤回。`,
  withdrawn: (n: number) => `已撤回 ${n} 项，又是草稿。`,
  refusedSubmit: (n: number) => `没有提交：${n} 项没有通过检查，说明在各行下面。`,
  nothingToSubmit: '没有提交：草稿还没有存到服务器，或没有可提交的。',
  busy: '正在提交…',

  // the grid
  caption: (region: string, year: number) => `${region} ${year} 年度数据填报表`,
  indicator: '指标',
  asked: '所填',
  earlier: '历年',
  provisional: '初步',
  provisionalLong: '初步数',
  source: '来源',
  note: '备注',
  state: '状态',
  monitored: '监测指标和本期另加的指标',
  groupCount: (n: number) => `${n} 项`,
  details: '说明',
  detailsOf: (name: string) => `说明：${name}`,
  definition: '指标解释',
  published: '数据来源',
  bounds: '取值范围',
  boundsOf: (min: string | null, max: string | null, unit: string) =>
    min !== null && max !== null
      ? `${min} 至 ${max}${unit}`
      : min !== null
        ? `不小于 ${min}${unit}`
        : `不大于 ${max}${unit}`,
  measure: '填哪一种变化',
  yoy: '比上年',
  since: (year: string) => `比 ${year} 年`,
  measureHeld: '已有草稿。要换一种，先放弃草稿。',
  missing: '没有数，原因是',
  hasFigure: '有数（在表中填）',
  breakBefore: '口径变更：从这一年起与以前不可比',
  choose: '请选',
  openTarget: '目标进展',
  sourceHint: (source: string) => `上年：${source}`,
  sourceTitle: '填数时自动沿用上年来源，可以改',
  sample: '示例',
  shut: {
    'not-yet-open': '未开放',
    closed: '已截止',
    'no-round': '没有填报期',
    'not-asked': '没有这项指标',
  },
  lockedHere: (why: string) => `这一格不能改：${why}。`,
  lockedWhy: {
    approved: '审核通过，已锁定',
    submitted: '等待审核，要改先撤回',
    'not-yet-open': '填报期尚未开放',
    closed: '填报期已截止',
    'no-round': '没有填报期',
    'not-asked': '没有这项指标',
    'read-only': '您没有填报权限',
  },

  // messages under the row
  cannotSave: '不能保存',
  cannotSubmit: '不能提交',
  pleaseConfirm: '请确认',
  returnedTag: '退回意见',
  converted: '换算',
  twoTag: '有两份',
  correctionTag: '更正',
  fillTag: '请补全',
  explain: '说明',
  explainHint: '确实如此，请在此说明',
  take: (value: string) => `改成 ${value}`,
  moveToNote: '把原文写进备注',
  chooseReason: '没有数的原因：',
  noValue: '只填了来源或备注，还没有数。填上数，或选没有数的原因，才会存到服务器。',
  returnedBy: (who: string, when: string) => `${who}，${when}`,
  conflictTold: (who: string, when: string, value: string) => `其间${who}于 ${when} 存了 ${value}；您填的是`,
  conflictGone: '其间草稿已被放弃；您填的是',
  takeTheirs: '用对方的',
  takeOther: '用那边的',
  keepMine: '用我的',
  takeOf: (name: string, take: string) => `${name}：${take}`,
  keepMineOf: (name: string) => `${name}：用我的`,
  nothing: '空',
  you: '您（另一处登录）',
  correct: '更正',
  correctOf: (name: string) => `更正 ${name}`,
  inForce: (value: string) => `审核通过的是 ${value}，更正审核通过之前仍然有效。`,
  reasonCode: '更正原因',
  reasonSentence: '一句说明',
  correctionMissing: '更正要选原因，并写一句说明，才会保存。',
  cancelCorrection: '不更正',

  // history
  history: '修订记录',
  historyFailed: '读不到记录。请检查网络，再打开一次。',

  // paste
  pasted: (n: number) => `已从剪贴板读入 ${n} 格。`,
  pastedNone: '剪贴板里没有读入任何一格。',
  conversion: (typed: string, value: string) => `“${typed}”记为 ${value}`,
  headers: (n: number) => (n === 1 ? '第 1 行像是表头，未读入' : `前 ${n} 行像是表头，未读入`),
  unclear: (n: number) => `${n} 格不是确定的数，留在原处待改`,
  below: (n: number) => `最后 ${n} 行超出表格，未读入`,
  beside: (n: number) => `右边 ${n} 格超出表格，未读入`,
  lockedCells: (n: number) => `${n} 格已锁定，未改`,
  unfit: (n: number) => `${n} 格填在“初步”列而不是“是”或“否”，未读入`,
  blanks: (n: number) => `${n} 个空格，原有内容不变`,
  show: '查看未读入的',
  undoPaste: '撤销粘贴',
  dismiss: '知道了',
  undone: (n: number) => `已撤销 ${n} 行。`,
  redone: (n: number) => `已重做 ${n} 行。`,
  copied: (rows: number, columns: number) => `已复制 ${rows} 行 ${columns} 列。`,
  selected: (rows: number, columns: number) => `选中 ${rows} 行 ${columns} 列。`,
  cleared: (n: number) => `已清除 ${n} 格。`,

  // connection
  cut: (n: number) => `连不上服务器。${n} 项未存，已留在本机，连上后自动保存。`,
  cutNone: '连不上服务器。填的内容会留在本机，连上后自动保存。',
  failing: (n: number) => `服务器没有保存成功。${n} 项未存，已留在本机，稍后自动再试。`,
  signedOut: (n: number) => `登录已失效。${n} 项未存，已留在本机，登录后接着保存。`,
  retry: '现在重试',
  signIn: '登录',
  notKept: '浏览器不让本页存储：关闭页面前，请等各项存到服务器。',
  found: (n: number) => `上次有 ${n} 项没有存到服务器，已经找回。`,
  leftovers: '以下是本机留着、与表中各行对不上的内容：',
  putAway: '不再保留',
  savedAt: (time: string) => `已保存到服务器，${time}。`,
  onlyApproved: '只有审核通过的数据计入进展。',
  keys: [
    ['Enter', '下一行'],
    ['Tab', '下一格'],
    ['↑ ↓ ← →', '移动'],
    ['F2', '在格内改'],
    ['Esc', '放弃本格'],
    ['Ctrl + V', '粘贴 Excel、WPS 的一块单元格'],
    ['Ctrl + Z', '撤销'],
  ] as [string, string][],
  keysMore: '在本年数上按 ← 到指标名称与说明。每格填完即存，断网时先存在本机。',

  // paper
  paperTitle: (region: string, year: number) => `${region} ${year} 年度数据上报表`,
  paperOf: (date: string) => `制表日期 ${date}`,
  unit: '单位',
  number: '序号',
  figure: '数据',
  lastYear: (year: number) => `${year} 年`,
  figureIn: (year: number, unit: string) => (unit ? `${year} 年（${unit}）` : `${year} 年`),
  corrected: (reason: string) => `更正：${reason}`,
  reporter: '填报人',
  reviewer: '审核人',
  head: '单位负责人（盖章）',
  dateLine: '　　年　　月　　日',
  date: '日期',
  print: '打印',
  back: '回到填报表',
  paperNote: (approved: number, all: number) =>
    `共 ${all} 项，审核通过 ${approved} 项；未审核通过的数以状态注明，不计入进展。`,
  provisionalMark: '（初步数）',
}

import type { Flag, Status } from '../../server/domain/words.ts'
import type { Catalogue } from './catalogue.ts'

interface MethodText {
  /** Which version the page tells of, and which was in force on the day that is looked at. */
  version: (version: string, day: string, inForce: string) => string
  title: string
  lead: string
  pathTitle: string
  path: string[]
  statusTitle: string
  statusNote: string
  status: string
  when: string
  statuses: Record<Status, string>
  exampleTitle: string
  example: string[]
  edgesTitle: string
  edges: string[]
  flagsTitle: string
  flagsNote: string
  flag: string
  meaning: string
  flags: Record<Flag, string>
  secondTitle: string
  second: string[]
  paceTitle: string
  pace: string[]
  roundingTitle: string
  /** The words before and of the link to the whole method, and its file. */
  summary: string
  whole: string
  wholeFile: string
  rounding: string[]
}

const zh: MethodText = {
  version: (version, day, inForce) =>
    `这里说的是 ${version} 版。${day} 所用的${inForce === version ? '也是这一版' : `是 ${inForce} 版`}。`,
  title: '每项目标的状态，由基期、目标值和最新数据算出',
  lead: '同一个公式在服务器和浏览器上运行，只用审核通过的数据。先按精确分数判断，后修约显示。每项目标的页面列出它的算式和所用的数据。',
  pathTitle: '序时进度',
  path: [
    '从基期（年份 t₀、数值 y₀）到阶段目标（年份 tT、数值 T）连一条直线，它在某一年的高度，就是这一年的序时目标 P(t)。',
    '序时完成率 s =（最新数据 − y₀）÷（P(t) − y₀）：到这一年该走的那一段，走了多少。',
    '目标完成率 c =（最新数据 − y₀）÷（T − y₀）：全程走了多少。',
  ],
  statusTitle: '八种状态',
  statusNote: '界限 0.95、0.60 和 0 与欧盟统计局、加拿大统计局监测可持续发展目标时所用相同。',
  status: '状态',
  when: '何时',
  statuses: {
    achieved: '最新数据已达到目标。目标年份已结束而该年数据未到的，另注“待年终数”。',
    missed: '目标年份已结束，该年数据审核通过而未达到目标。',
    'on-track': 's ≥ 0.95',
    behind: '0.60 ≤ s < 0.95',
    'far-behind': '0 ≤ s < 0.60',
    'moving-away': 's < 0：比基期还远',
    'no-data': '尚无数据，或逐年变化缺了一年',
    'not-assessable': '原文未载明基期或数值，或统计口径已变',
  },
  exampleTitle: '一个例子',
  example: [
    '2020 年 20 家，目标 2030 年 100 家，2025 年的数据是 45 家。',
    '2025 年的序时目标是 20 +（100 − 20）× 5 ÷ 10 = 60 家；s =（45 − 20）÷（60 − 20）= 0.625，所以是“滞后”。',
  ],
  edgesTitle: '几条规则',
  edges: [
    '“以上”“不少于”和单写一个数，含本数；“超过”“余”，不含本数；“左右”，不利一侧的容许偏差为 5%；区间“5—8”，到 5 即达到目标。',
    '当年新增：基期加以后各年之和，缺的一年不当作 0，另注“年份不全”。变化率：由逐年变化连乘得出，缺一年就断。',
    '目标不高于基期的（守住不退），达到就算达序时进度，目标年份的数据到了才算已完成。',
    '是否建成：建成为已完成，目标年份结束前未建成为达序时进度。',
    '原文未载明的，写“未载明”，不当作 0。',
  ],
  flagsTitle: '状态旁的说明',
  flagsNote: '状态之外必须知道的事，写在状态下面。',
  flag: '说明',
  meaning: '意思',
  flags: {
    'met-then-lost': '早先的数据达标，最新的不达标',
    slipping: '仍达标，但比前一个数据差',
    'awaiting-final': '目标年份已结束，该年数据还没有审核通过',
    outdated: '最新数据比应有的早，超过两年',
    provisional: '所用数据中有初步数',
    'assumed-baseline': '基期原文未载明，是方案起始值 0 或由管理员选定',
    'incomplete-years': '当年新增缺了年份',
    'methods-disagree': '第二种方法得出另一个状态',
    'target-revised': '目标修订过，页面上另列按原目标的状态',
  },
  secondTitle: '第二种方法',
  second: [
    '增长速度之比 R =（(y ÷ y₀)^(1 ÷ (t − t₀)) − 1）÷（(T ÷ y₀)^(1 ÷ (tT − t₀)) − 1），界限相同。只用于各数都大于 0 的期末值，与主方法不一致时并列。',
    '主方法不用增长速度，因为多数目标是个数，而增长速度无法从 0 起算。',
  ],
  paceTitle: '今后每年须',
  pace: [
    '还差的数，平分到剩下的年份。旁边是近五年实际的年均变化，可以直接比较。',
    '推算的虚线，把近年年均变化从最新数据照直延长到目标年份；扇形的两边，照 t − 5 年至 t 年相邻两点之间最慢和最快的每年变化延长（t 为最新数据的年份；相邻两点隔几年的，取这几年的平均；当年新增，取 t − 4 年至 t 年中最少和最多一年的数）。这是直线外推，不是预测。',
    '不足 3 个点（含基期）、数据陈旧或年份不全时不作推算，并写明原因。',
  ],
  roundingTitle: '修约',
  rounding: [
    '填报的数照原样显示；算出的数四舍五入后显示，百分比取整数，但不满 100% 的不写作 100%，不为 0 的不写作 0%。状态在修约之前已经判定。',
  ],
  summary: '这里是摘要，',
  whole: '方法全文',
  wholeFile: 'METHOD.zh-CN.md',
}

const en: MethodText = {
  version: (version, day, inForce) =>
    `This page tells of version ${version}. On ${day} ${inForce === version ? 'the same' : `version ${inForce}`} was in force.`,
  title: 'A status follows from baseline, promised value and latest figure',
  lead: 'One formula runs on the server and in the browser, on approved figures only. It decides on exact fractions and rounds afterwards. The page of each target shows its own arithmetic and the figures it used.',
  pathTitle: 'The path',
  path: [
    'A straight line joins the baseline (year t₀, value y₀) and the milestone (year tT, value T). Its height in a year is what is due by then: P(t).',
    'Path share s = (latest − y₀) ÷ (P(t) − y₀): how much of what was due is done.',
    'Covered share c = (latest − y₀) ÷ (T − y₀): how much of the whole way is done.',
  ],
  statusTitle: 'The eight statuses',
  statusNote:
    'The cut-offs 0.95, 0.60 and 0 are those that Eurostat and Statistics Canada use for the sustainable development goals.',
  status: 'Status',
  when: 'When',
  statuses: {
    achieved:
      'The latest figure fulfils the promise; where the deadline year is over without its figure, that is said to be awaited.',
    missed: 'The deadline year is over, its figure is approved and does not fulfil the promise.',
    'on-track': 's ≥ 0.95',
    behind: '0.60 ≤ s < 0.95',
    'far-behind': '0 ≤ s < 0.60',
    'moving-away': 's < 0: further off than at the baseline',
    'no-data': 'No figure yet, or a year is missing in a chain of changes',
    'not-assessable': 'The plan prints no baseline or no number, or the definition changed',
  },
  exampleTitle: 'An example',
  example: [
    '20 enterprises in 2020, 100 promised for 2030, 45 in 2025.',
    'Due in 2025: 20 + (100 − 20) × 5 ÷ 10 = 60; s = (45 − 20) ÷ (60 − 20) = 0.625, so the target is behind.',
  ],
  edgesTitle: 'Some rules',
  edges: [
    '“At least” and a bare count include the number, “more than” does not; “about” allows 5% on the adverse side; an interval 5—8 is fulfilled from 5 on.',
    'New in the year: the baseline plus the sum of the years after it; a missing year is flagged and never counted as 0. Change: yearly changes are compounded, and a missing year breaks the chain.',
    'Where the promise is to hold a level, keeping it is on track, and it is achieved once the figure of the deadline year is in.',
    'Built or not: achieved when built, on track before the deadline.',
    'What no plan prints is shown as not printed, never as 0.',
  ],
  flagsTitle: 'What is said beside a status',
  flagsNote: 'What must be known besides the status stands under it.',
  flag: 'Said',
  meaning: 'Meaning',
  flags: {
    'met-then-lost': 'an earlier figure fulfilled the promise, the latest does not',
    slipping: 'fulfilled, but worse than the figure before',
    'awaiting-final': 'the deadline year is over and its figure is not approved yet',
    outdated: 'the latest figure is older than it should be, by more than two years',
    provisional: 'a provisional figure is in use',
    'assumed-baseline': 'not printed by the plan: zero at its start, or chosen by an administrator',
    'incomplete-years': 'a year is missing in the sum',
    'methods-disagree': 'the second method gives another status',
    'target-revised': 'the promise was revised; its page also shows the status by the original',
  },
  secondTitle: 'The second method',
  second: [
    'The ratio of growth rates, R = ((y ÷ y₀)^(1 ÷ (t − t₀)) − 1) ÷ ((T ÷ y₀)^(1 ÷ (tT − t₀)) − 1), with the same cut-offs; only for year-end levels with all values above zero, shown where it disagrees.',
    'It is not the headline because most targets are counts, and growth cannot start from zero.',
  ],
  paceTitle: 'Needed per year',
  pace: [
    'What is still to go, spread over the years that are left. Beside it stands the mean change of the last five years.',
    'The dashed line of the projection carries the mean change of recent years on from the latest figure to the deadline year; the edges of the fan carry on the slowest and the fastest yearly change between neighbouring points of the years t − 5 to t, where t is the year of the latest figure (over a gap the mean of its years; for what is new in the year, the least and the most of the years t − 4 to t). It extends a line and forecasts nothing.',
    'With fewer than 3 points (the baseline is one), outdated figures or missing years nothing is projected, and the reason is given.',
  ],
  roundingTitle: 'Rounding',
  rounding: [
    'Reported figures are shown as they were entered. What is computed is rounded half away from zero for the screen, shares to whole percents, but never to 100% or to 0% from short of either. Statuses are decided before any rounding.',
  ],
  summary: 'This is a summary of ',
  whole: 'the whole method',
  wholeFile: 'METHOD.md',
}

export const methodText: Catalogue<MethodText> = { 'zh-CN': zh, en }

import type { Flag, Status } from '../../server/domain/words.ts'
import type { Catalogue } from './catalogue.ts'

interface MethodText {
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
}

const zh: MethodText = {
  title: '每项目标的状态，由基期、目标值和最新数据算出',
  lead: '同一个公式在服务器和浏览器上运行，只用审核通过的数据。判断用精确分数，算完才取整。每项目标的页面列出它的算式和所用的数据。',
  pathTitle: '序时进度',
  path: [
    '从基期（年份 t₀、数值 y₀）到阶段目标（年份 tT、数值 T）连一条直线，它在某一年的高度就是这一年应到的数，即序时目标 P(t)。',
    '序时完成率 s =（最新数据 − y₀）÷（P(t) − y₀）：路径要求走的那一段，走了多少。',
    '目标完成率 c =（最新数据 − y₀）÷（T − y₀）：全程走了多少。',
  ],
  statusTitle: '八种状态',
  statusNote: '界线 0.95、0.60 和 0 与欧盟统计局、加拿大统计局监测可持续发展目标时所用相同。',
  status: '状态',
  when: '何时',
  statuses: {
    achieved: '最新数据已满足目标。终值未到时，另注“待年终数”。',
    missed: '期限之年已过，该年数据审核通过而不满足目标。',
    'on-track': 's ≥ 0.95',
    behind: '0.60 ≤ s < 0.95',
    'far-behind': '0 ≤ s < 0.60',
    'moving-away': 's < 0：比基期还远',
    'no-data': '尚无数据，或逐年变化缺了一年',
    'not-assessable': '原文没有基期或数值，或统计口径已变',
  },
  exampleTitle: '一个例子',
  example: [
    '2020 年 20 家，目标 2030 年 100 家，2025 年的数据是 45 家。',
    '2025 年应到 20 +（100 − 20）× 5 ÷ 10 = 60 家；s =（45 − 20）÷（60 − 20）= 0.625，所以是“滞后”。',
  ],
  edgesTitle: '几条规则',
  edges: [
    '“以上”“不少于”和单写一个数，含本数；“超过”“余”，不含本数；“左右”，不利一侧许差 5%；区间“5—8”，到 5 即满足。',
    '当年新增：基期加以后各年之和，缺的一年不当作 0，另注“年份不全”。变化率：由逐年变化连乘得出，缺一年就断。',
    '目标不高于基期的（守住不退），达到就算达序时进度，期限之年的数据到了才算已完成。',
    '是否建成：建成为已完成，期限前未建成为达序时进度。',
    '原文没有印的，写“未载明”，不当作 0。',
  ],
  flagsTitle: '状态旁的说明',
  flagsNote: '状态之外必须知道的事，写在状态下面。',
  flag: '说明',
  meaning: '意思',
  flags: {
    'met-then-lost': '早先的数据达标，最新的不达标',
    slipping: '仍达标，但比前一个数据差',
    'awaiting-final': '期限之年已过，该年数据还没有审核通过',
    outdated: '最新数据比应有的早两年以上',
    provisional: '所用数据中有初步数',
    'assumed-baseline': '基期不是原文印的，是方案起始之零或管理员所选',
    'incomplete-years': '当年新增缺了年份',
    'methods-disagree': '第二种算法给出另一个状态',
    'target-revised': '目标修订过，页面上另列按原目标的状态',
  },
  secondTitle: '第二种算法',
  second: [
    '年均增长率之比 R =（(y ÷ y₀)^(1 ÷ (t − t₀)) − 1）÷（(T ÷ y₀)^(1 ÷ (tT − t₀)) − 1），界线相同。只用于各数都大于零的期末值，与主算法不一致时并列。',
    '主算法不用增长率，因为多数目标是个数，而增长率不能从零算起。',
  ],
  paceTitle: '今后每年须',
  pace: [
    '还差的数，平分到剩下的年份。旁边是近五年实际的年均变化，可以直接比较。',
    '数据不足三个、陈旧或年份不全时不作推算，并写明原因。',
  ],
}

const en: MethodText = {
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
    achieved: 'The latest figure fulfils the promise; without the final figure it is said to be awaited.',
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
    outdated: 'the latest figure is more than two years older than it should be',
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
    'With fewer than three points, outdated figures or missing years nothing is projected, and the reason is given.',
  ],
}

export const methodText: Catalogue<MethodText> = { 'zh-CN': zh, en }

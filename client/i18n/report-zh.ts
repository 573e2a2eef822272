import { STATUS_LABELS } from '../../server/domain/labels.ts'
import type { Kind, Status } from '../../server/domain/words.ts'
import type { Counts } from '../pages/overview/judged.ts'
import { occurring } from '../pages/report/rows.ts'
import type { Summary } from '../pages/report/summary.ts'

/** “已完成3项，未完成1项”: only statuses that occur. */
const listed = (counts: Counts, order?: readonly Status[]): string =>
  occurring(counts, order)
    .map((status) => `${STATUS_LABELS[status]['zh-CN']}${counts[status]}项`)
    .join('，')

const notes = ({ choice, counts, awaiting, early, missedProvisional }: Summary): string =>
  [
    ...(awaiting ? [`${awaiting}项还缺${choice === 'next' ? '' : `${choice}年`}年终数，届时再定`] : []),
    ...(early ? [`已完成的${counts.achieved}项中，${early}项按目标年份以前的数据，其后如有变化，结论随之改变`] : []),
    ...(missedProvisional ? [`未完成的${counts.missed}项中，${missedProvisional}项据初步数`] : []),
  ]
    .map((note) => `${note}。`)
    .join('')

const stageName = (choice: Summary['choice']): string => (choice === 'next' ? '下一阶段目标' : `${choice}年阶段目标`)

export const zh = {
  // the page around the document
  title: '进展通报',
  choose: '选一个地区或一份方案，看它的进展通报',
  chooseNote: '通报按 A4 排版，可打印或另存为 PDF。',
  unknown: (what: string) => `没有代码为 ${what} 的地区或方案，请另选。`,
  nothing: '这里没有这样的阶段目标。',
  nothingNote: '所选日期时可能还没有，或这个地区、这份方案没有这一年的目标。',
  allStages: '看全部阶段',
  tools: '通报的范围',
  subject: '地区或方案',
  regions: '地区',
  plans: '方案',
  milestone: '阶段',
  all: '全部',
  year: (year: number) => `${year} 年`,
  next: '下一阶段',
  print: '打印 / 另存为 PDF',
  printHint: '打印时请选 A4，并关掉浏览器的“页眉和页脚”：页码和示例标记已在版面里。',
  csv: '下载 CSV',

  // the document
  ofRegion: (region: string) => `${region}科技目标进展通报`,
  ofPlan: (plan: string) => `《${plan}》进展通报`,
  asOf: (day: string) => `（截至 ${day}）`,
  sample: '示例数据',
  sampleNote: '本通报所据年度数据含虚构的示例，只用于演示，不得引用。',
  table: (number: number, title: string) => `表${number}　${title}`,
  chart: (number: number, title: string) => `图${number}　${title}`,
  listSeparator: '；',
  end: '。',
  comma: '，',
  sentences: '',
  none: '—',
  headings: {
    overall: '总体情况',
    attention: '需要重点关注的目标',
    standing: '各项目标进展',
    data: '数据情况',
    notes: '说明',
  },

  // 一
  scopeOfRegion: (day: string, region: string, targets: number, plans: readonly string[]) =>
    `截至${day}，${region}的科技目标共${targets}项，载于${plans.map((plan) => `《${plan}》`).join('')}${plans.length > 1 ? `${plans.length}份文件` : ''}。`,
  scopeOfPlan: (day: string, plan: string, targets: number) => `截至${day}，《${plan}》列入跟踪的目标共${targets}项。`,
  only: (choice: Summary['choice']) => `本通报只列${stageName(choice)}。`,
  stage: (summary: Summary) =>
    `${stageName(summary.choice)}${summary.total}项，其中：${listed(summary.counts)}。${notes(summary)}`,
  kept: (assessable: number, kept: number, left: number) =>
    `可评估的${assessable}项中，已完成或达序时进度的${kept}项${left ? `；另有${left}项暂无数据或暂无法评估，不计在内` : ''}。`,
  mean: (mean: string, counted: number, left: number, weighted: number) =>
    `综合评价为${mean}，即其中${counted}项序时完成率的${weighted ? '加权' : ''}平均（已完成的和超过1的按1计）${left ? `，${left}项没有序时完成率的不计` : ''}。`,
  since: (day: string) => `自上一填报期结束（${day}）以来，`,
  nothingChanged: '数据、目标和进展状态均无变化。',
  turned: (total: number, to: readonly { status: Status; milestones: number }[]) =>
    `各年份的阶段目标中，${total}项的进展状态有变化（${to.map(({ status, milestones }) => `转为${STATUS_LABELS[status]['zh-CN']}${milestones}项`).join('，')}）`,
  notTurned: '各阶段目标的进展状态没有变化',
  figuresAdded: (count: number) => `新增数据${count}个`,
  figuresCorrected: (count: number) => `更正数据${count}个`,
  targetsAdded: (count: number) => `新增目标${count}项`,
  targetsRevised: (count: number) => `调整目标${count}次`,
  countsTitle: '阶段目标进展状态（单位：项）',
  stageColumn: '阶段目标',
  total: '合计',
  stageRow: (choice: Summary['choice']) => (choice === 'next' ? '下一阶段' : `${choice}年`),

  // 二
  attentionNone: '没有未完成、背离目标、严重滞后或滞后的阶段目标。',
  attention: (counts: Counts, total: number, order: readonly Status[]) =>
    `需要重点关注的阶段目标共${total}项：${listed(counts, order)}。以下按状态由重到轻、期限由近到远排列。`,
  attentionTitle: '需要重点关注的阶段目标',
  attentionName: (name: string, year: number, status: string) => `${name}（${year}年，${status}）。`,
  quote: (quote: string) => `原文：“${quote}”。`,
  owner: (owner: string | null) => `责任单位：${owner ?? '未载明'}。`,
  notPrinted: '未载明',
  /** From the year of the latest figure to the milestone: what is needed a year, then how fast it went. */
  needed: (left: number, year: number, movement: string) =>
    left === 1 ? `${year}年须${movement}` : `余下${left}年平均每年须${movement}`,
  recently: (movement: string) => `近年平均每年${movement}`,
  still: '近年没有变化',
  movement: (kind: Kind, falls: boolean, size: string) =>
    kind === 'flow'
      ? `新增${size}`
      : kind === 'change'
        ? `${falls ? '再下降' : '回升'}${size}`
        : `${falls ? '减少' : '增加'}${size}`,
  /** `late`: how many years after the milestone's own; 0 or less is in time. */
  leads: (year: number, beyond: boolean, late: number) =>
    `照此${year}年${late > 0 ? '才' : '可'}${beyond ? '超过' : '达到'}目标值${late > 0 ? `，晚${late}年` : ''}`,
  leadsNowhere: '照此到不了目标值',
  late: (year: number, late: number) => `照近年速度，${year}年才达到，晚${late}年。`,
  /** Heads of columns, with a break where a narrow one may break. */
  columns: {
    number: '序号',
    target: '目标',
    unit: '单位',
    baseline: '基期',
    latest: '最新\u200b数据',
    goal: '目标值',
    gap: '还差',
    perYear: '每年须',
    projected: '照近年\u200b速度',
    owner: '责任\u200b单位',
    share: '序时\u200b完成率',
    status: '进展状态',
    notes: '备注',
  },
  ofYear: (year: number) => `${year}年`,
  inYear: (year: number) => `${year}年到`,
  never: '到不了',
  ended: '已到期',
  built: '已建成',
  notBuilt: '未建成',
  toBuild: '建成',
  moreThanNothing: '＞0',
  atEdge: '须超过',
  unquantified: '未量化',

  // 三
  standing: (total: number) =>
    `全部${total}项阶段目标的进展列于下表。序时完成率为已完成的进度与按直线路径应完成的进度之比，1为正好达到序时进度。`,
  standingTitle: (name: string) => `${name}目标进展`,
  planHeading: (plan: string) => `《${plan}》`,
  chartTitle: '各阶段目标历年完成率',
  chartNote:
    '纵轴为目标完成率：0为基期，100%为目标；细线为路径，菱形为目标，粗线和圆点为年度数据，空心圆点为初步数，三角表示超出图幅。',
  notDrawn: (count: number) => `另有${count}项没有基期、没有定数或只问建成与否，不画图。`,

  // 四
  fresh: '数据时效',
  latestYears: (years: readonly { year: number | null; count: number }[]) =>
    `各项目标所用的最新数据：${years.map(({ year, count }) => (year === null ? `没有可用数据${count}项` : `${year}年${count}项`)).join('，')}。`,
  round: (region: string, year: number, opens: string, closes: string, owed: number, approved: number) =>
    `${region}${year}年数据的填报期为${opens}至${closes}，应报${owed}项，审核通过${approved}项${owed > approved ? `，尚缺${owed - approved}项` : ''}。`,
  noRound: '尚未开放填报期。',
  gaps: '初步数与缺数',
  provisional: (names: readonly string[]) => `据初步数评估的${names.length}项：${names.join('、')}。`,
  awaiting: (names: readonly string[]) => `目标年份已过、年终数尚未审核通过的${names.length}项：${names.join('、')}。`,
  outdated: (names: readonly string[]) => `数据陈旧（早于应有年份两年以上）的${names.length}项：${names.join('、')}。`,
  missing: (names: readonly string[]) => `暂无数据的${names.length}项：${names.join('、')}。`,
  incomplete: (names: readonly string[]) => `中间有年份未报的${names.length}项：${names.join('、')}。`,
  noGaps: '所列阶段目标都不依据初步数或陈旧的数据，也不缺数。',
  conflicts: '方案中的不同表述',
  noConflicts: '未发现方案前后不一的表述。',
  conflict: (name: string, note: string) => `${name}：${note}`,
  moved: '目标调整',
  noMoved: '没有调整过的目标。',
  movedTitle: '调整过的阶段目标',
  movedColumns: { before: '调整前', after: '调整后', would: '按调整前', is: '按现目标' },
  promised: (year: number, goal: string, from: string) => `${year}年${goal}${from && `，${from}`}`,
  from: (year: number, value: string) => `基期${year}年${value}`,
  named: (name: string, year: number) => `${name}（${year}年）`,

  // 五
  method: [
    '每个阶段目标按直线路径法单独评估：从基期到目标年份画一条直线，看最新年份的数据走到了这条线的几成。',
    '序时完成率不低于0.95为达序时进度，0.60至0.95为滞后，0至0.60为严重滞后，小于0为背离目标；数据达到目标值为已完成，目标年份的数据未达到为未完成。',
    '只用审核通过的数据，缺数不作零计；没有数据的为暂无数据，没有基期、口径变更或没有定数的为暂无法评估。',
  ],
  version: (id: string, version: string) => `方法为${id}，版本${version}。`,
  methodName: '直线路径法',
  check: '方法全文、数据来源和逐项算式可在下列地址查对：',
  sources: '目标出自：',
  source: (plan: string, document: string) => `《${plan}》${document ? `（${document}）` : ''}`,
  sourcesEnd: '；年度数据为有关地区填报并审核通过的数据，逐项来源见网页。',
  program: (version: string) => `本通报由碳标${version}据截至上列日期已审核通过的数据生成。`,
}

export type ReportText = typeof zh

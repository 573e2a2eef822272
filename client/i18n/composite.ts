import type { Composite } from '../../server/contract/composite.ts'
import type { UncountedReason } from '../../server/domain/composite.ts'
import type { Variation } from '../../server/domain/composite-sensitivity.ts'
import type { Catalogue } from './catalogue.ts'

type Milestone = number | 'next'
type Counts = Pick<Composite, 'total' | 'assessable' | 'kept'>

const zh = {
  title: '综合评价',
  /** After a status: why. */
  because: (reason: string) => `：${reason}`,
  comma: '，',
  sentences: '',
  /** The first line, cut into phrases so that it breaks between them. */
  lede: ({ total, assessable, kept }: Counts, milestone: Milestone, scope: string): string[] => {
    const what =
      milestone === 'next'
        ? `${scope}${scope ? '的 ' : ''}${total} 项目标的下一阶段`
        : `${scope}${scope && ' '}${milestone} 年的 ${total} 项阶段目标`
    if (total === 0) return [milestone === 'next' ? `${scope}没有目标` : `${scope}没有 ${milestone} 年的阶段目标`]
    if (assessable === 0) return [`${what}，`, '没有一项可以评估']
    return [
      `${what}，`,
      `${assessable} 项可以评估，`,
      `${kept > 0 ? `其中 ${kept} 项` : '其中没有一项'}已完成或达序时进度`,
    ]
  },
  unassessed: (count: number) => `${count} 项暂无数据或暂无法评估，不计入。`,
  /** Assessable, and yet not in the mean. */
  uncountedIn: (count: number) => `另有 ${count} 项可以评估而不计入均值。`,
  /** Below the first line of a region or plan. */
  mean: (mean: string, counted: number, isWeighted: boolean) =>
    `${counted} 项的序时完成率${isWeighted ? '加权' : ''}平均为 ${mean}（已完成的计 1，每项至多计 1）。`,
  noMean: { 'weight-zero': '计入的各项权重都是 0，没有均值。', nothing: '没有一项可以计入均值，所以没有这个数。' },
  moves: (lowest: string, highest: string) => `权重变动时，在 ${lowest} 至 ${highest} 之间。`,
  mover: (name: string, variation: string, mean: string) => `影响最大的是“${name}”：${variation}，均值为 ${mean}。`,
  still: '权重怎样变动，均值都不变。',
  few: (counted: number) => `只有 ${counted} 项计入，增减一项结果就会大变，均值参考意义有限。`,
  noRanking: '各方案自定目标，多少、难易、起点各不相同，因此按固有次序列出，不排名，也不算总均值。',
  how: '怎样算',
  milestones: '阶段',
  year: (year: number) => `${year} 年`,
  next: '下一阶段',
  tools: '带走',
  csv: '下载 CSV',
  byRegion: '按地区',
  byPlan: '按方案',
  plansOf: '其中各方案',
  back: '全部地区和方案',
  open: (name: string) => `${name}：由哪些目标得出`,
  onlyDrawn: (drawn: number, all: number) => `图中为前 ${drawn} 行，共 ${all} 行；全部在 CSV 数据中。`,
  caption: { region: '各地区的综合评价', plan: '各方案的综合评价' },
  columns: {
    region: '地区',
    plan: '方案',
    statuses: '阶段目标，按状态',
    kept: '已完成或达序时进度',
    mean: '序时完成率均值',
    left: '未评估、未计入均值',
  },
  keptOf: '占可评估的',
  meanKey: '点为均值，横条为权重变动时的范围，细线为\u00a00，蓝线为\u00a01',
  meanLabel: (mean: string, lowest: string, highest: string) => `均值 ${mean}，权重变动时 ${lowest} 至 ${highest}`,
  to: '至',
  ofCounted: (counted: number) => `${counted} 项`,
  fewMark: '项数少',
  noneAssessable: '没有可以评估的',
  noneCounted: '没有计入的',
  noMilestone: { year: '没有这一年的阶段目标', next: '没有目标' },
  nothingLeft: '无',
  uncountedTitle: '未计入均值',
  uncounted: {
    'no-status': '未评估',
    done: '是否建成，尚无定论',
    hold: '保持类，尚无定论',
    'weight-zero': '权重为 0',
  } satisfies Record<UncountedReason, string> as Record<UncountedReason, string>,
  allOne: '权重均为 1',
  someOther: (count: number) => `${count} 项另定权重`,
  parts: '由哪些目标得出',
  partsNote: '贡献 = 权重占比 × 计入值，各项相加即为均值；四位小数，相加可差末位。',
  partColumns: {
    name: '目标',
    status: '状态',
    pathShare: '序时完成率',
    countsAs: '计入',
    weight: '权重',
    weightShare: '权重占比',
    contribution: '贡献',
  },
  variations: '权重变动的影响',
  variationsNote: '其他权重不变，每次只动一项。',
  movedColumns: { name: '目标', halved: '权重减半', doubled: '权重加倍', leftOut: '去掉', moved: '均值的移动' },
  movedFrom: (from: string, to: string) => `均值的移动，${from} 至 ${to}`,
  variation: {
    'as-set': '现行权重',
    equal: '权重全部相等',
    halved: '权重减半',
    doubled: '权重加倍',
    'left-out': '去掉它',
  } satisfies Record<Variation, string> as Record<Variation, string>,
  asSet: '现行权重',
  equal: '权重全部相等',
  lowestMark: '最小',
  highestMark: '最大',
  onlyOne: '只有一项计入，权重不起作用。',
  history: (count: number) => `权重的变更记录（${count}）`,
  noHistory: '没有另定过权重，每项都是 1。',
  weightSet: (name: string, weight: string) => `${name}：权重 ${weight}`,
  by: (who: string) => `由 ${who}`,
  setWeights: '设定权重',
  sample: '示例数据',
  unknownGroup: '没有这个地区或方案的目标',
  pictureNotes: (day: string) =>
    `截至 ${day} 审核通过的数据；序时完成率每项至多计 1，按权重平均。来源：碳标，方法 linear-path。`,
  pictureRange: '横条为权重变动时均值的范围：全部相等，逐项减半、加倍、去掉。',
  pictureWeights: (count: number) => (count === 0 ? '权重均为 1。' : `${count} 项目标另定了权重，其余为 1。`),
  pictureName: (what: string, milestone: Milestone, day: string) =>
    `综合评价-${what}-${milestone === 'next' ? '下一阶段' : milestone}-${day}`,
}

const things = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`

const en: typeof zh = {
  title: 'Composite progress',
  because: (reason) => `: ${reason}`,
  comma: ', ',
  sentences: ' ',
  lede: ({ total, assessable, kept }, milestone, scope) => {
    const what =
      milestone === 'next'
        ? `the next milestones of ${things(total, 'target')}`
        : `${things(total, 'milestone')} for ${milestone}`
    const said = scope ? `${scope}: ${what}` : what.charAt(0).toUpperCase() + what.slice(1)
    if (total === 0) {
      const nothing = milestone === 'next' ? 'no targets' : `no milestone for ${milestone}`
      return [scope ? `${scope}: ${nothing}` : nothing.charAt(0).toUpperCase() + nothing.slice(1)]
    }
    if (assessable === 0) return [`${said}, `, 'none of which can be assessed']
    return [
      `${said}, `,
      `${assessable} of which can be assessed, `,
      `${kept > 0 ? `${kept} of these` : 'none of these'} achieved or on track`,
    ]
  },
  unassessed: (count) => `${count} without data or not assessable ${count === 1 ? 'is' : 'are'} not counted.`,
  uncountedIn: (count) => `${count} more can be assessed and ${count === 1 ? 'is' : 'are'} not in the mean.`,
  mean: (mean, counted, isWeighted) =>
    `The ${isWeighted ? 'weighted ' : ''}mean of ${counted === 1 ? 'one path share' : `${counted} path shares`} is ${mean}; achieved counts as 1, and none counts more.`,
  noMean: {
    'weight-zero': 'All that could count has the weight 0, so there is no mean.',
    nothing: 'Nothing can be counted in a mean, so there is no such number.',
  },
  moves: (lowest, highest) => `When the weights vary it lies between ${lowest} and ${highest}.`,
  mover: (name, variation, mean) => `${name} moves it most: ${variation}, the mean is ${mean}.`,
  still: 'Whatever the weights, the mean stays the same.',
  few: (counted) =>
    `Only ${counted} ${counted === 1 ? 'is' : 'are'} counted: one more or less changes much, and the mean says little.`,
  noRanking:
    'Each plan defines its own targets, how many, how hard and from where: so they are listed in their own order, without a ranking and without a mean over all.',
  how: 'How it is computed',
  milestones: 'Milestone',
  year: (year) => `${year}`,
  next: 'Next milestone',
  tools: 'Take along',
  csv: 'Download CSV',
  byRegion: 'By region',
  byPlan: 'By plan',
  plansOf: 'Its plans',
  back: 'All regions and plans',
  open: (name) => `${name}: what it is made of`,
  onlyDrawn: (drawn, all) => `The picture has the first ${drawn} of ${all} rows; the CSV data have them all.`,
  caption: { region: 'Composite progress by region', plan: 'Composite progress by plan' },
  columns: {
    region: 'Region',
    plan: 'Plan',
    statuses: 'Milestones by status',
    kept: 'Achieved or on track',
    mean: 'Mean path share',
    left: 'Not assessed, not in the mean',
  },
  keptOf: 'of the assessable',
  meanKey: 'The point is the mean, the bar its range when the weights vary; thin line 0, blue line 1',
  meanLabel: (mean, lowest, highest) => `Mean ${mean}, from ${lowest} to ${highest} when the weights vary`,
  to: 'to',
  ofCounted: (counted) => `of ${counted}`,
  fewMark: 'few',
  noneAssessable: 'none assessable',
  noneCounted: 'none counted',
  noMilestone: { year: 'No milestone in this year', next: 'No target' },
  nothingLeft: 'none',
  uncountedTitle: 'Not in the mean',
  uncounted: {
    'no-status': 'not assessed',
    done: 'to be built, not decided',
    hold: 'to be held, not decided',
    'weight-zero': 'weight 0',
  },
  allOne: 'all weights 1',
  someOther: (count) => `${count} ${count === 1 ? 'weight' : 'weights'} set`,
  parts: 'What it is made of',
  partsNote:
    'Contribution = part of all weights × what it counts; together they are the mean. Four places: sums may differ in the last.',
  partColumns: {
    name: 'Target',
    status: 'Status',
    pathShare: 'Path share',
    countsAs: 'Counts',
    weight: 'Weight',
    weightShare: 'Part of weights',
    contribution: 'Contributes',
  },
  variations: 'When the weights vary',
  variationsNote: 'One weight at a time, the others as they are.',
  movedFrom: (from, to) => `How the mean moves, ${from} to ${to}`,
  movedColumns: {
    name: 'Target',
    halved: 'Halved',
    doubled: 'Doubled',
    leftOut: 'Left out',
    moved: 'How the mean moves',
  },
  variation: {
    'as-set': 'weights as set',
    equal: 'all weights equal',
    halved: 'weight halved',
    doubled: 'weight doubled',
    'left-out': 'left out',
  },
  asSet: 'Weights as set',
  equal: 'All weights equal',
  lowestMark: 'smallest',
  highestMark: 'largest',
  onlyOne: 'Only one is counted: its weight does not matter.',
  history: (count) => `Changes of weights (${count})`,
  noHistory: 'No weight was ever set; each is 1.',
  weightSet: (name, weight) => `${name}: weight ${weight}`,
  by: (who) => `by ${who}`,
  setWeights: 'Set weights',
  sample: 'Sample data',
  unknownGroup: 'There are no targets of this region or plan',
  pictureNotes: (day) =>
    `Figures approved by ${day}; each path share counts 1 at most, averaged by weight. Source: Tanbiao, method linear-path.`,
  pictureRange:
    'The bar is the range of the mean when the weights vary: all equal, and each halved, doubled, left out.',
  pictureWeights: (count) =>
    count === 0 ? 'All weights are 1.' : `The weights of ${things(count, 'target')} were set; the others are 1.`,
  pictureName: (what, milestone, day) =>
    `composite-${what.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')}-${milestone}-${day}`,
}

export const compositeText: Catalogue<typeof zh> = { 'zh-CN': zh, en }

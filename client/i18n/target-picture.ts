import type { Catalogue } from './catalogue.ts'

/** What a picture of a target's chart says of itself, where no page stands around it. */
const zh = {
  title: (region: string, indicator: string, year: number, goal: string) =>
    `${region}：${indicator}，${year} 年目标 ${goal}`,
  verdict: (status: string, sentence: string) => `${status}：${sentence}。`,
  unit: (unit: string) => `单位：${unit}。`,
  marks: (marks: readonly string[]) => `图例：${marks.join('；')}。`,
  mark: {
    figures: '黑色实线和圆点为年度数据',
    provisional: '空心圆点为初步数',
    gaps: '细虚线跨过没有数据的年份',
    bars: '灰柱为当年新增，线为累计',
    missing: '虚框为未报年份',
    path: '蓝线和实心菱形为路径与目标',
    goal: '实心菱形为目标',
    band: '浅蓝带为目标区间',
    tolerance: '浅蓝带为容许偏差范围',
    other: '空心菱形为其他阶段目标',
    former: '点线为调整前的目标',
    projection: '虚线为按近年速度推算，灰色扇形为最慢到最快',
  },
  sources: (plan: string, sources: readonly string[]) =>
    `来源：目标见${plan}${sources.length > 0 ? `；数据为${sources.join('、')}` : ''}。`,
  plan: (title: string, number: string) => `《${title}》${number && `（${number}）`}`,
  asOf: (date: string, method: string) => `截至 ${date}。状态按直线路径法 ${method}。碳标 Tanbiao`,
  sample: '示例数据，虚构，只用于演示。',
}

const en: typeof zh = {
  title: (region, indicator, year, goal) => `${region}: ${indicator}, target for ${year}: ${goal}`,
  verdict: (status, sentence) => `${status}: ${sentence}.`,
  unit: (unit) => `Unit: ${unit}.`,
  marks: (marks) => `Marks: ${marks.join('; ')}.`,
  mark: {
    figures: 'black line and dots: yearly figures',
    provisional: 'hollow dots: provisional',
    gaps: 'thin dashes: across years without figures',
    bars: 'grey bars: new in the year, line: sum',
    missing: 'dashed boxes: years not reported',
    path: 'blue line and filled diamond: path and target',
    goal: 'filled diamond: target',
    band: 'pale blue band: target range',
    tolerance: 'pale blue band: tolerance',
    other: 'hollow diamonds: other milestones',
    former: 'dotted: target before revision',
    projection: 'dashed: at the recent pace, grey fan: slowest to fastest',
  },
  sources: (plan, sources) =>
    `Source: target from ${plan}${sources.length > 0 ? `; figures from ${sources.join(', ')}` : ''}.`,
  plan: (title, number) => `${title}${number && ` (${number})`}`,
  asOf: (date, method) => `As of ${date}. Status by the linear path, version ${method}. Tanbiao 碳标`,
  sample: 'Sample data, invented, for demonstration only.',
}

export const targetPictureText: Catalogue<typeof zh> = { 'zh-CN': zh, en }
export type TargetPictureText = typeof zh

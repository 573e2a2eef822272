import { going, listed } from './overview-words.ts'
import type { overviewZh } from './overview-zh.ts'

const things = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

export const overviewEn: typeof overviewZh = {
  title: 'Overview',
  comma: ', ',
  sentences: ' ',
  space: ' ',
  headline: ({ choice, total, counts, awaiting, others, ended }, { places, narrowed }) => {
    const milestones = things(total, `${narrowed ? 'chosen ' : ''}${choice === 'next' ? 'next ' : ''}milestone`)
    const first = `${places.map((place) => `${place}: `).join('')}${milestones}${choice === 'next' ? '' : ` of ${choice}`}`
    const told = [
      `${counts.achieved} achieved${ended || choice === 'next' ? '' : ' early'}`,
      ...(ended || counts.missed ? [`${counts.missed} missed`] : []),
      ...(ended && awaiting ? [`${awaiting} awaiting ${awaiting === 1 ? 'its final figure' : 'final figures'}`] : []),
      ...going(
        others,
        (count, statuses) => `${count} ${listed(statuses, 'en').toLowerCase().replace('no data', 'without data')}`,
      ),
    ]
    return [`${first}: `, ...told.map((phrase, index) => (index < told.length - 1 ? `${phrase}, ` : phrase))]
  },
  notes: ({ choice, ended, ahead, onEarlier, missedProvisional, awaiting, counts }) => [
    ...(awaiting && ended ? [`Below, the ${awaiting} awaiting count by the figures so far.`] : []),
    ...(awaiting && choice === 'next'
      ? [
          `${awaiting} of an ended year still ${awaiting === 1 ? 'lacks its final figure' : 'lack their final figures'}.`,
        ]
      : []),
    ...(onEarlier.count
      ? [
          `Of the ${counts.achieved} achieved, ${onEarlier.count} ${onEarlier.count === 1 ? 'rests' : 'rest'} on figures of ${onEarlier.years.join(', ')}; the final ones are not in.`,
        ]
      : []),
    ...(ahead.count && choice === 'next'
      ? [
          `Of the ${counts.achieved} achieved, ${ahead.count} ${ahead.count === 1 ? 'is a milestone' : 'are milestones'} of ${ahead.years.join(', ')} reached early.`,
        ]
      : []),
    ...(missedProvisional
      ? [
          `Of the ${counts.missed} missed, ${missedProvisional} ${missedProvisional === 1 ? 'rests' : 'rest'} on provisional figures.`,
        ]
      : []),
  ],
  since: (year, day, told) => {
    const parts = [
      ...(told.statuses ? [`${things(told.statuses, 'status', 'statuses')} turned`] : []),
      ...(told.figuresAdded ? [`${things(told.figuresAdded, 'figure')} added`] : []),
      ...(told.figuresCorrected ? [`${told.figuresCorrected} corrected`] : []),
      ...(told.targetsAdded ? [`${things(told.targetsAdded, 'target')} added`] : []),
      ...(told.targetsRevised ? [`${things(told.targetsRevised, 'target')} moved`] : []),
      ...(told.method ? ['a new version of the method'] : []),
    ]
    return `Since reporting for ${year} closed on ${day}: ${parts.length ? parts.join(', ') : 'no change'}.`
  },
  seeChanges: 'See changes',
  emptyHeadline: 'No target fits these conditions',
  countsCaption: 'Milestones counted by status',
  pickHint: 'Choose a row',
  year: (year) => `${year}`,
  next: 'Next milestone',
  milestoneTotal: (total) => things(total, 'milestone'),
  nextTotal: (total) => `nearest of each, ${total}`,
  filters: 'Filters',
  region: 'Region',
  plan: 'Plan',
  theme: 'Theme',
  status: 'Status',
  flag: 'Remark',
  all: 'All',
  allPlans: (total) => `All ${total}`,
  search: 'Search',
  searchHint: 'Targets, plans, quotes',
  searching: 'Searching…',
  lists: 'Lists',
  attention: 'Needs attention',
  byPlan: 'By plan',
  byTheme: 'By theme',
  ungrouped: 'Ungrouped',
  clear: 'Clear filters',
  tally: (shown, total) => (shown === total ? things(total, 'target') : `${shown} of ${things(total, 'target')}`),
  tools: 'Take along and pass on',
  downloadCsv: 'Download CSV',
  report: 'Report',
  board: 'Board',
  empty: 'No target fits these conditions. Loosen one of them, or clear them all.',
  allWell: 'Nothing is missed, behind or moving away.',
  seeAllTargets: (total) => `See all ${things(total, 'target')}`,
  nothingHeadline: (day) => (day ? `No target was recorded by ${day}` : 'No target has been recorded yet'),
  nothing: 'Nothing had been entered by that day. Choose a later one.',
  toToday: 'Go to today',
  unknown: (conditions) => `The condition ${conditions} in the address is unknown and was not applied.`,
  dropUnknown: 'Drop it from the address',
  listTitle: 'Targets',
  listNote: (milestone, grouped) => `${milestone}, worst first${grouped ? ' in each group' : ''}`,
  seeWhole: (total) => `All ${total}`,
  barKey: '▾ is due, the blue line the goal',
  groupTally: (count) => things(count, 'target'),
  pages: 'Pages',
  pageOf: (from, to, total) => `${from}–${to} of ${total}`,
  previous: 'Previous',
  following: 'Next',
  seeRegions: 'Levels',
  asideTitle: 'Distribution',
  asideNote: { region: 'Region × theme', plan: 'Plan × theme' },
  asideCaption: { region: 'Targets by region and theme', plan: 'Targets by plan and theme' },
  cell: (place, theme, told) => `${place}, ${theme}: ${told}`,
  freshTitle: 'Data freshness',
  freshNote: 'By region; plan and theme do not narrow it',
  freshCaption: 'Freshness and completeness of the figures by region',
  freshColumns: {
    ages: 'Series by latest figure',
    approved: (year) => `Approved${year && ` for ${year}`}`,
    closes: 'Closes',
  },
  ages: {
    current: (year) => `${year}`,
    recent: (year) => `${year - 2}–${year - 1}`,
    old: () => 'earlier',
    none: () => 'no figure',
  },
  part: (region, age, series) => `${region}, ${age}: ${series} series`,
  ofOwed: (owed) => `/ ${owed}`,
  seriesUnit: '',
  notOpen: 'not open',
  freshFailed: 'It could not be read.',
  retry: 'Try again',
  flagged: (word, count) => `${word}: ${count}`,
  moreRemarks: (count) => `+${count}`,
  columns: {
    status: 'Status',
    target: 'Target',
    progress: 'Progress',
    baseline: 'base',
    due: 'due',
    goal: 'goal',
    latest: 'Latest',
    milestone: 'Target value',
    gap: 'Still to go',
    perYear: { all: 'Needed per year', ended: 'Needed per year', going: 'Needed per year' },
  },
  bar: (covered, due) => `${covered} of the way covered${due === null ? '' : `, ${due} due by now`}`,
  sides: {
    beyond: 'beyond by',
    above: 'above the range by',
    below: 'below the range by',
    tolerated: 'tolerated',
    met: 'met',
    at: 'to be exceeded',
  },
  expired: 'past deadline',
  recent: (pace) => `recently ${pace}`,
  projected: (year) => ['at this pace', `in ${year}`],
  sampleMark: 'sample',
  unitThen: (unit) => `${unit},`,
  against: (year) => `against ${year}`,
  notQuantified: 'no number',
  noBaseline: 'no baseline printed',
  built: 'built',
  notBuilt: 'not built',
  toBuild: 'to be built',
  hold: 'hold the level',
}

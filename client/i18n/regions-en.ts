import { going, listed } from './overview-words.ts'
import type { regionsZh } from './regions-zh.ts'

const things = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

const LEVELS: Readonly<Record<number, string>> = { 2: 'provinces', 4: 'prefectures', 6: 'counties' }

export const regionsEn: typeof regionsZh = {
  title: 'Regions',
  crumbs: 'Region',
  comma: ', ',
  sentenceEnd: '.',
  everywhere: 'All regions',
  headline: (name, below, milestone, total, counts) => {
    const scope = below > 0 ? `${name} and ${things(below, 'region')} below: ` : `${name}: `
    if (total === 0) return [scope, milestone === 'next' ? 'no targets' : `no milestones of ${milestone}`]
    const told = [
      ...(counts.achieved ? [`${counts.achieved} achieved`] : []),
      ...(counts.missed ? [`${counts.missed} missed`] : []),
      ...going(
        counts,
        (count, statuses) => `${count} ${listed(statuses, 'en').toLowerCase().replace('no data', 'without data')}`,
      ),
    ]
    const milestones =
      milestone === 'next' ? things(total, 'next milestone') : `${things(total, 'milestone')} of ${milestone}`
    return [scope, `${milestones}: `, ...told.map((phrase, at) => (at < told.length - 1 ? `${phrase}, ` : phrase))]
  },
  note: (own, below, fresh, year) =>
    [
      ...(below > 0 ? [`${own} of the region itself, ${below} of the regions below.`] : []),
      ...(own + below > 0 ? [`${fresh} have a figure of ${year}.`] : []),
    ].join(' '),
  noRanking: 'Regions stand in the order of their codes and are not ranked: targets differ in number and difficulty.',
  theme: 'Theme',
  all: 'All',
  tools: 'Take along',
  csv: 'Download CSV',
  overview: 'Overview',
  narrowedPlan: (title) => `Only targets of the plan “${title}”.`,
  everyPlan: 'See all plans',
  below: 'Regions below',
  found: 'Found',
  search: 'Search regions below',
  searchHint: 'Name or code',
  searchTarget: 'Search targets',
  searchTargetHint: 'Targets, plans, quotes',
  regionsFound: (total) => `${total}`,
  caption: (name) => `Regions below ${name}`,
  columns: { region: 'Region', targets: 'Targets', statuses: 'By status', fresh: (year) => `With a figure of ${year}` },
  belowCount: (count) => `${things(count, 'region')} below`,
  targetCount: (count) => `${count}`,
  ofTargets: (count, total) => `${count} / ${total}`,
  noTargets: 'No targets',
  noneFound: 'Nothing is found. Try another spelling, or the code of the region.',
  noneBelow: 'There are no regions below.',
  nothing: 'No region has been recorded.',
  targets: 'Targets',
  targetsNote: (milestone) => `${milestone}, the worst first`,
  scopes: { within: 'With all below', own: 'This region only' },
  scope: 'Whose targets',
  onlyStatus: (word) => `Only “${word}”`,
  clearStatus: 'See every status',
  noneListed: 'No target fits these conditions.',
  next: 'Next milestone',
  year: (year) => `${year}`,
  pages: { regions: 'Pages of regions', targets: 'Pages of targets' },
  pageOf: (from, to, total) => (from === 0 ? `Nothing is on this page, of ${total}` : `${from}–${to} of ${total}`),
  previous: 'Previous',
  following: 'Next',
  rollUp: 'Roll-up',
  indicator: 'Indicator',
  rolled: 'Rolled up',
  notRolled: 'Not rolled up',
  rollUpLead: (rule, weight) =>
    rule === 'sum' ? 'The sum of the regions below' : `The mean of the regions below, weighted by “${weight}”`,
  rollUpNote: 'For information: no status is judged by it, and it replaces no figure.',
  how: 'How it is computed',
  refused: {
    'definitions-differ': (name) =>
      `“${name}” is not rolled up: definitions differ, and a sum or mean would say nothing.`,
    'nothing-below': () => 'There are no regions below to roll up.',
  },
  noFigures: 'There is no figure to draw yet, neither here nor below.',
  key: {
    own: 'Own figure',
    rolledUp: 'Roll-up of the regions below',
    part: 'roll-up incomplete or provisional',
    ownProvisional: 'provisional',
  },
  chart: (name, region, latest) =>
    `${name} of ${region}: own figure and roll-up of the regions below by year. ${latest}`,
  latest: (year, own, rolledUp) => `In ${year} own ${own}, roll-up ${rolledUp}.`,
  thinned: (points) =>
    `Where points lie closer than the screen can show, some are left out; the table has all ${points} years.`,
  coverageUnder: (units) => `Below each year: how many ${units} are in the roll-up.`,
  units: (digits) => LEVELS[digits] ?? 'regions',
  rollUpCaption: (name) => `${name}: own figure and roll-up by year`,
  rollUpColumns: { year: 'Year', own: 'Own figure', rolledUp: 'Roll-up', coverage: 'Coverage', marks: 'Remarks' },
  coverage: (covered, of, units) => `${covered}/${of} ${units}`,
  axisCut: 'axis not from 0',
  whole: 'complete',
  lacking: (names) => `Missing: ${names}`,
  partial: (names) => `In part: ${names}`,
  andMore: (names, more) => `${names} and others, ${more} in all`,
  between: ', ',
  lack: {
    'no-figure': '',
    'no-weight': 'no weight',
    'not-yet-published': 'not yet published',
    'not-applicable': 'not applicable',
    'not-collected': 'not collected',
  },
  because: (name, reason) => (reason ? `${name} (${reason})` : name),
  marks: {
    provisional: { own: 'own figure provisional', rolledUp: 'roll-up with provisional figures' },
    breakBefore: {
      own: 'own definition changed, not comparable with the year before',
      rolledUp: 'roll-up with a changed definition, not comparable with the year before',
    },
    sample: 'sample data',
  },
}

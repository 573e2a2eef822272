import { STATUS_LABELS } from '../../server/domain/labels.ts'
import type { Status } from '../../server/domain/words.ts'
import type { Counts } from '../pages/overview/judged.ts'
import { occurring } from '../pages/report/rows.ts'
import type { Summary } from '../pages/report/summary.ts'
import type { ReportText } from './report-zh.ts'

const things = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`

const listed = (counts: Counts, order?: readonly Status[]): string =>
  occurring(counts, order)
    .map((status) => `${counts[status]} ${STATUS_LABELS[status].en.toLowerCase().replace('no data', 'without data')}`)
    .join(', ')

const isOrAre = (count: number): string => (count === 1 ? 'is' : 'are')

const notes = ({ choice, counts, awaiting, early, missedProvisional }: Summary): string =>
  [
    ...(awaiting
      ? [
          `${awaiting} ${isOrAre(awaiting)} to be settled by the final figure${choice === 'next' ? '' : ` of ${choice}`}.`,
        ]
      : []),
    ...(early
      ? [
          `Of the ${counts.achieved} achieved, ${early} ${isOrAre(early)} so by figures of an earlier year, and may be lost again.`,
        ]
      : []),
    ...(missedProvisional
      ? [
          `Of the ${counts.missed} missed, ${missedProvisional} ${isOrAre(missedProvisional)} so by provisional figures.`,
        ]
      : []),
  ].join(' ')

const many = (names: readonly string[], what: string): string => `${what} (${names.length}): ${names.join('; ')}.`

export const en: ReportText = {
  title: 'Progress report',
  choose: 'Choose a region or a plan to read its progress report',
  chooseNote: 'The report is set on A4, to be printed or saved as PDF.',
  unknown: (what) => `There is no region or plan ${what}. Choose another.`,
  nothing: 'There are no such milestones here.',
  nothingNote: 'They may not have been there on the chosen day, or this region or plan has none for this year.',
  allStages: 'All milestones',
  tools: 'What the report is about',
  subject: 'Region or plan',
  regions: 'Regions',
  plans: 'Plans',
  milestone: 'Milestone',
  all: 'All',
  year: (year) => `${year}`,
  next: 'Next milestone',
  print: 'Print / save as PDF',
  printHint:
    'Print on A4 with the headers and footers of the browser off: page numbers and the sample mark are in the layout.',
  csv: 'Download CSV',

  ofRegion: (region) => `Progress report on the science and technology targets of ${region}`,
  ofPlan: (plan) => `Progress report: ${plan}`,
  asOf: (day) => `As of ${day}`,
  sample: 'Sample data',
  sampleNote: 'Some yearly figures in this report are invented samples, for demonstration only, and not to be quoted.',
  table: (number, title) => `Table ${number}. ${title}`,
  chart: (number, title) => `Figure ${number}. ${title}`,
  listSeparator: '; ',
  end: '.',
  comma: ', ',
  sentences: ' ',
  none: '—',
  headings: {
    overall: 'Overall',
    attention: 'Targets that need attention',
    standing: 'Progress of every target',
    data: 'State of the data',
    notes: 'Notes',
  },

  scopeOfRegion: (day, region, targets, plans) =>
    `As of ${day}, ${region} has ${things(targets, 'target')} for science and technology, set by ${plans.join('; ')}.`,
  scopeOfPlan: (day, plan, targets) => `As of ${day}, ${things(targets, 'target')} of the plan “${plan}” are followed.`,
  only: (choice) =>
    choice === 'next'
      ? 'This report lists the next milestone of each target.'
      : `This report lists the milestones of ${choice} alone.`,
  stage: (summary) =>
    `${summary.choice === 'next' ? 'Next milestones' : `Milestones of ${summary.choice}`}: ${summary.total}, of which ${listed(summary.counts)}. ${notes(summary)}`.trim(),
  kept: (assessable, kept, left) =>
    `Of ${assessable} that can be assessed ${kept} ${isOrAre(kept)} achieved or on track${left ? `; ${left} without data or not assessable ${isOrAre(left)} left out` : ''}.`,
  mean: (mean, counted, left, weighted) =>
    `The composite progress is ${mean}: the ${weighted ? 'weighted ' : ''}mean of ${counted} shares of the path, 1 for what is achieved and 1 at most${left ? `; ${left} without a share ${isOrAre(left)} left out` : ''}.`,
  since: (day) => `Since the last round of reporting closed (${day}), `,
  nothingChanged: 'no figure, target or status has changed.',
  turned: (total, to) =>
    `of the milestones of all years, ${total} changed status (${to.map(({ status, milestones }) => `${milestones} to ${STATUS_LABELS[status].en.toLowerCase()}`).join(', ')})`,
  notTurned: 'no milestone changed status',
  figuresAdded: (count) => `${things(count, 'figure')} added`,
  figuresCorrected: (count) => `${things(count, 'figure')} corrected`,
  targetsAdded: (count) => `${things(count, 'target')} added`,
  targetsRevised: (count) => `targets revised ${count === 1 ? 'once' : `${count} times`}`,
  countsTitle: 'Milestones by status (number)',
  stageColumn: 'Milestones',
  total: 'Total',
  stageRow: (choice) => (choice === 'next' ? 'Next' : `${choice}`),

  attentionNone: 'No milestone is missed, moving away, far behind or behind.',
  attention: (counts, total, order) =>
    `${things(total, 'milestone')} ${total === 1 ? 'needs' : 'need'} attention: ${listed(counts, order)}. They are listed worst first, then by deadline.`,
  attentionTitle: 'Milestones that need attention',
  attentionName: (name, year, status) => `${name} (${year}, ${status.toLowerCase()}). `,
  quote: (quote) => `The plan: “${quote}”. `,
  owner: (owner) => `Responsible: ${owner ?? 'not printed'}.`,
  notPrinted: 'not printed',
  needed: (left, year, movement) =>
    left === 1 ? `Needed in ${year}: ${movement}` : `Needed in each of the ${left} years left: ${movement}`,
  recently: (movement) => `recently ${movement} a year`,
  still: 'recently unchanged',
  movement: (_kind, falls, size) => `${falls ? '\u2212' : '+'}${size}`,
  leads: (year, beyond, late) =>
    `at this pace the target is ${beyond ? 'exceeded' : 'reached'} in ${year}${late > 0 ? `, ${things(late, 'year')} late` : ''}`,
  leadsNowhere: 'at this pace the target is never reached',
  late: (year, late) => `At the recent pace it is reached in ${year}, ${things(late, 'year')} late. `,
  columns: {
    number: 'No.',
    target: 'Target',
    unit: 'Unit',
    baseline: 'Base',
    latest: 'Latest',
    goal: 'Target value',
    gap: 'Still to go',
    perYear: 'Needed per year',
    projected: 'At this pace',
    owner: 'Owner',
    share: 'Share of path',
    status: 'Status',
    notes: 'Notes',
  },
  ofYear: (year) => `${year}`,
  inYear: (year) => `in ${year}`,
  never: 'never',
  ended: 'past deadline',
  built: 'built',
  notBuilt: 'not built',
  toBuild: 'to be built',
  moreThanNothing: '> 0',
  atEdge: 'to be exceeded',
  unquantified: 'no number',

  standing: (total) =>
    `The table lists all ${things(total, 'milestone')}. The share of the path is the progress made over the progress due on the straight path; 1 is just on the path.`,
  standingTitle: (name) => `Progress: ${name}`,
  planHeading: (plan) => plan,
  chartTitle: 'Share of the way covered, year by year',
  chartNote:
    'Upright: share of the way covered, 0 the baseline and 100% the target. Thin line: path; diamond: target; thick line and points: yearly figures, hollow where provisional; a wedge points beyond the drawing.',
  notDrawn: (count) =>
    `${count} without a baseline or number, or only to be built or not, ${isOrAre(count)} not drawn.`,

  fresh: 'Freshness',
  latestYears: (years) =>
    `The latest figures in use: ${years.map(({ year, count }) => (year === null ? `no usable one for ${things(count, 'target')}` : `of ${year} for ${things(count, 'target')}`)).join(', ')}.`,
  round: (region, year, opens, closes, owed, approved) =>
    `${region}: figures of ${year} are reported from ${opens} to ${closes}: ${owed} owed, ${approved} approved${owed > approved ? `, ${owed - approved} outstanding` : ''}.`,
  noRound: 'No round of reporting has opened yet.',
  gaps: 'Provisional and missing figures',
  provisional: (names) => many(names, 'Judged on provisional figures'),
  awaiting: (names) => many(names, 'Past their year, with its final figure not yet approved'),
  outdated: (names) => many(names, 'On figures more than two years older than they should be'),
  missing: (names) => many(names, 'Without data'),
  incomplete: (names) => many(names, 'With years missing on the way'),
  noGaps: 'None of the milestones listed rests on provisional or outdated figures, or lacks figures.',
  conflicts: 'What the plans say differently elsewhere',
  noConflicts: 'No statement of the plans was found to contradict another.',
  conflict: (name, note) => `${name}: ${note}`,
  moved: 'Targets that were moved',
  noMoved: 'No target was moved.',
  movedTitle: 'Milestones that were moved',
  movedColumns: { before: 'Before', after: 'After', would: 'By the earlier target', is: 'By the target in force' },
  promised: (year, goal, from) => `${goal} by ${year}${from && `, ${from}`}`,
  from: (year, value) => `from ${value} in ${year}`,
  named: (name, year) => `${name} (${year})`,

  method: [
    'Each milestone is judged by itself on the linear path: a straight line from its baseline to its year, and how much of it the latest figure has covered.',
    'A share of the path of 0.95 or more is on track, 0.60 to 0.95 behind, 0 to 0.60 far behind, below 0 moving away; a figure that fulfils the target is achieved, and one of the target’s own year that does not is missed.',
    'Only approved figures count, and what is missing is never zero; without figures a milestone has no data, and without a baseline or a number, or after a change of definition, it is not assessable.',
  ],
  version: (id, version) => `Method: ${id}, version ${version}.`,
  methodName: 'linear path',
  check: 'The whole method, the sources and the arithmetic of each target can be checked at ',
  sources: 'The targets are those of ',
  source: (plan, document) => `${plan}${document ? ` (${document})` : ''}`,
  sourcesEnd: '; the yearly figures are those reported and approved, each with its source on the pages.',
  program: (version) => `Made by Tanbiao ${version} from what was approved by the day above.`,
}

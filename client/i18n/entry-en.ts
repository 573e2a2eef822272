import type { zh } from './entry-zh.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** 2026-03-31 → 31 March. */
const day = (date: string): string => `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]}`

const full = (date: string): string => `${day(date)} ${date.slice(0, 4)}`

/** From one day to another; with the year unless both are of this one. */
function period(from: string, to: string, today: string): string {
  const [first, last, now] = [from, to, today].map((date) => date.slice(0, 4))
  if (first === now && last === now) return `from ${day(from)} to ${day(to)}`
  return `from ${first === last ? day(from) : full(from)} to ${full(to)}`
}

const many = (n: number, one: string, more = `${one}s`): string => `${n} ${n === 1 ? one : more}`
const left = (n: number): string => (n === 0 ? 'closes today' : `${many(n, 'day')} left`)

export const en: typeof zh = {
  day,
  tally: {
    approved: 'approved',
    submitted: 'submitted',
    draft: 'in draft',
    todo: 'to be dealt with',
    returned: 'returned',
    empty: 'empty',
  },
  status: {
    approved: 'Approved',
    submitted: 'Submitted',
    draft: 'Draft, saved',
    asked: 'To confirm',
    refused: 'Cannot be saved',
    barred: 'Cannot be submitted',
    incomplete: 'Incomplete',
    conflict: 'Two versions',
    saving: 'Saving…',
    unsent: 'Not saved',
    returned: 'Returned',
    empty: 'Empty',
  },
  correctionHint: {
    typing: 'it was mistyped',
    'source-revised': 'the source changed it',
    'definition-changed': 'the definition changed',
    'late-return': 'the figure came late',
  },
  title: (region, year) => `${region}: figures of ${year}`,
  pageTitle: (region, year) => `Entry ${region} ${year}`,

  period: (from, to, today, n) => `Open ${period(from, to, today)}, ${left(n)}. `,
  revisionPeriod: (from, to, today, n) => `Open for corrections ${period(from, to, today)}, ${left(n)}. `,
  latePeriod: (from, to, today, n) => `Open for late figures ${period(from, to, today)}, ${left(n)}. `,
  todo: (all, ready, first) =>
    `Of ${many(all, 'figure')}, ${ready === 0 ? 'no draft' : many(ready, 'draft')} can be submitted${first > 0 ? `; ${first} to be dealt with first` : ''}.`,
  standing: (all, approved, submitted) =>
    `Of ${many(all, 'figure')}, ${approved} are approved and ${submitted} wait for a decision.`,
  allDone: (all) => `All ${many(all, 'figure')} are submitted or approved.`,
  notYetOpen: (date) => `Not open yet: it opens on ${full(date)}.`,
  closed: (date) =>
    `Closed since ${full(date)}. For late figures ask an administrator to extend it or to open a late round.`,
  locked: 'Approved and locked. For a correction ask an administrator to open a revision round.',
  noRound: (year) => `There is no round of ${year}. Ask an administrator to open one.`,
  notAsked: 'This region is asked for no indicator.',
  readOnly: "The region's reporters enter the figures; here they can be read.",
  statesOnly: 'Administrators see how far each figure is, and no value before it is approved.',
  count: (n) => many(n, 'figure'),
  years: 'Year',
  counts: 'How many in which state',

  template: 'Download template',
  import: 'Import Excel or CSV',
  paper: 'Print the sheet',
  submit: (n) => `Submit ${many(n, 'draft')}`,
  submitNone: 'No draft to submit',
  submitSelected: (n) => `Submit the selected ${n} only`,
  submitThis: 'Submit this one only',
  withdraw: 'Withdraw',
  withdrawAll: (n) => `Withdraw all (${n})`,
  discard: 'Take the draft back',
  submitted: (n) => `${many(n, 'figure')} submitted. Until they are reviewed they can be withdrawn.`,
  withdrawn: (n) => `${many(n, 'figure')} withdrawn, and drafts again.`,
  refusedSubmit: (n) => `Nothing was submitted: ${many(n, 'figure')} do not pass the checks; see below each row.`,
  nothingToSubmit: 'Nothing was submitted: the drafts are not saved yet, or there is none.',
  busy: 'Submitting…',

  caption: (region, year) => `Figures of ${region} for ${year}`,
  indicator: 'Indicator',
  asked: 'Asked for',
  earlier: 'Earlier years',
  provisional: 'Prov.',
  provisionalLong: 'Provisional',
  source: 'Source',
  note: 'Note',
  state: 'State',
  monitored: 'Monitored indicators, and those added to the round',
  groupCount: (n) => many(n, 'figure'),
  details: 'Details',
  detailsOf: (name) => `Details of ${name}`,
  definition: 'Definition',
  published: 'Published by',
  bounds: 'Range',
  boundsOf: (min, max, unit) =>
    min !== null && max !== null
      ? `${min} to ${max}${unit}`
      : min !== null
        ? `${min}${unit} or more`
        : `${max}${unit} or less`,
  measure: 'Which change',
  yoy: 'on the year before',
  since: (year) => `against ${year}`,
  measureHeld: 'There is a draft already. Take it back first to choose another.',
  missing: 'No figure, because',
  hasFigure: 'there is one (enter it in the table)',
  breakBefore: 'Definition changed: from this year on not comparable with the years before',
  choose: 'Choose',
  openTarget: 'Progress of the target',
  sourceHint: (source) => `Last year: ${source}`,
  sourceTitle: "Last year's source is taken with the figure; it can be changed",
  sample: 'sample',
  shut: {
    'not-yet-open': 'Not open yet',
    closed: 'Closed',
    'no-round': 'No round',
    'not-asked': 'Not asked for',
  },
  lockedHere: (why) => `This cell cannot be changed: ${why}.`,
  lockedWhy: {
    approved: 'approved and locked',
    submitted: 'submitted; withdraw it first',
    'not-yet-open': 'not open yet',
    closed: 'the round is closed',
    'no-round': 'there is no round',
    'not-asked': 'no such indicator',
    'read-only': 'you do not enter figures here',
  },

  cannotSave: 'Not saved',
  cannotSubmit: 'Not to be submitted',
  pleaseConfirm: 'Please confirm',
  returnedTag: 'Returned',
  converted: 'Converted',
  twoTag: 'Two versions',
  correctionTag: 'Correction',
  fillTag: 'Incomplete',
  explain: 'Explanation',
  explainHint: 'If it is right, explain it here',
  take: (value) => `Change to ${value}`,
  moveToNote: 'Put the text into the note',
  chooseReason: 'There is no figure, because it is',
  noValue:
    'There is a source or a note, and no figure yet. It is saved on the server with a figure or a reason why there is none.',
  returnedBy: (who, when) => `${who}, ${when}`,
  conflictTold: (who, when, value) => `Meanwhile ${who} saved ${value} (${when}); yours is`,
  conflictGone: 'Meanwhile the draft was taken back; yours is',
  takeTheirs: 'Take theirs',
  keepMine: 'Keep mine',
  takeTheirsOf: (name) => `${name}: take theirs`,
  keepMineOf: (name) => `${name}: keep mine`,
  nothing: 'nothing',
  you: 'you (signed in elsewhere)',
  correct: 'Correct',
  correctOf: (name) => `Correct ${name}`,
  inForce: (value) => `${value} is approved and stays in force until the correction is.`,
  reasonCode: 'Reason',
  reasonSentence: 'In a sentence',
  correctionMissing: 'A correction is saved with a reason and a sentence.',
  cancelCorrection: 'Do not correct',

  history: 'History',
  historyFailed: 'The history cannot be read. Check the network and open it again.',

  pasted: (n) => `${many(n, 'cell')} pasted.`,
  pastedNone: 'Nothing was pasted.',
  conversion: (typed, value) => `“${typed}” became ${value}`,
  headers: (n) =>
    n === 1 ? 'row 1 looks like a header and was left out' : `the first ${n} rows look like a header and were left out`,
  unclear: (n) => `${many(n, 'cell')} with no exact number wait to be mended`,
  below: (n) => `the last ${many(n, 'row')} lie beyond the table and were left out`,
  beside: (n) => `${many(n, 'cell')} on the right lie beyond the table and were left out`,
  lockedCells: (n) => `${many(n, 'cell')} are locked and unchanged`,
  unfit: (n) => `${many(n, 'cell')} in the column “provisional” are neither yes nor no and were left out`,
  blanks: (n) => `${many(n, 'empty cell')} changed nothing`,
  show: 'Show what was left out',
  undoPaste: 'Undo the paste',
  dismiss: 'Got it',
  undone: (n) => `${many(n, 'row')} undone.`,
  redone: (n) => `${many(n, 'row')} done again.`,
  copied: (rows, columns) => `${many(rows, 'row')}, ${many(columns, 'column')} copied.`,
  selected: (rows, columns) => `${many(rows, 'row')}, ${many(columns, 'column')} selected.`,
  cleared: (n) => `${many(n, 'cell')} cleared.`,

  cut: (n) =>
    `The server cannot be reached. ${many(n, 'row')} not saved: kept on this machine, and saved once it is back.`,
  cutNone: 'The server cannot be reached. What you type is kept on this machine, and saved once it is back.',
  failing: (n) => `The server did not save. ${many(n, 'row')} kept on this machine; it is tried again by itself.`,
  signedOut: (n) => `Your session has ended. ${many(n, 'row')} kept on this machine, and saved once you are signed in.`,
  retry: 'Try now',
  signIn: 'Sign in',
  notKept: 'The browser does not let this page keep anything: wait until all is saved before you close it.',
  found: (n) => `${many(n, 'row')} had not reached the server last time and ${n === 1 ? 'is' : 'are'} back.`,
  leftovers: 'Kept on this machine, and of no row of this table:',
  putAway: 'Put away',
  savedAt: (time) => `Saved on the server, ${time}.`,
  onlyApproved: 'Only approved figures count for progress.',
  keys: [
    ['Enter', 'row below'],
    ['Tab', 'next cell'],
    ['↑ ↓ ← →', 'move'],
    ['F2', 'edit in the cell'],
    ['Esc', 'give up the cell'],
    ['Ctrl + V', 'paste a block from Excel or WPS'],
    ['Ctrl + Z', 'undo'],
  ],
  keysMore:
    "From this year's figure, ← leads to the indicator and its details. Each cell is saved as you leave it, and kept on this machine while the network is cut.",

  paperTitle: (region, year) => `${region}: reporting sheet for ${year}`,
  paperOf: (date) => `Made on ${date}`,
  unit: 'Unit',
  number: 'No.',
  figure: 'Figure',
  lastYear: (year) => `${year}`,
  reporter: 'Reporter',
  reviewer: 'Reviewer',
  head: 'Head of the department (seal)',
  dateLine: '',
  date: 'Date',
  print: 'Print',
  back: 'Back to entry',
  paperNote: (approved, all) =>
    `${many(all, 'figure')}, ${approved} approved; those not approved say so and do not count for progress.`,
  provisionalMark: ' (provisional)',
}

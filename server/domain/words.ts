// The closed word lists of the product: one place for the database, the wire and the screen. Their Chinese and English
// labels are the business of whoever shows them.

/** How an indicator's figures add up to progress. Source: METHOD.md, "Kinds of indicator". */
export const KINDS = ['level', 'cumulative', 'flow', 'change', 'done'] as const
export type Kind = (typeof KINDS)[number]

/** How figures of the regions below one are put together. Source: METHOD.md, "Roll-ups". */
export const ROLL_UPS = ['none', 'sum', 'weighted-mean'] as const
export type RollUp = (typeof ROLL_UPS)[number]

/** Which direction is an improvement. */
export const DIRECTIONS = ['higher', 'lower'] as const
export type Better = (typeof DIRECTIONS)[number]

/** How a milestone's value is to be read: 不低于, 超过, 左右, 区间, 不高于. */
export const COMPARATORS = ['at-least', 'more-than', 'about', 'between', 'at-most'] as const
export type Comparator = (typeof COMPARATORS)[number]

/** Whether the plan prints the deadline beside the number, or it follows from a lead sentence or the plan's title. */
export const DEADLINE_BASES = ['printed', 'plan-period'] as const
export type DeadlineBasis = (typeof DEADLINE_BASES)[number]

/** Where a baseline comes from: the plan prints it, the plan's start (0), or an administrator chose an approved figure. */
export const BASELINE_BASES = ['printed', 'start-of-plan', 'adopted'] as const
export type BaselineBasis = (typeof BASELINE_BASES)[number]

/** Why an observation has no value. Missing is never zero. */
export const MISSING_REASONS = ['not-yet-published', 'not-applicable', 'not-collected'] as const
export type MissingReason = (typeof MISSING_REASONS)[number]

/** Why an approved figure or a target was corrected. */
export const CORRECTION_CODES = ['typing', 'source-revised', 'definition-changed', 'late-return'] as const
export type CorrectionCode = (typeof CORRECTION_CODES)[number]

/** Where an entered figure stands in the review. */
export const REVIEW_STATES = ['draft', 'submitted', 'approved', 'returned'] as const
export type ReviewState = (typeof REVIEW_STATES)[number]

/** The judgement of one milestone. Source: METHOD.md, "The eight statuses". */
export const STATUSES = [
  'achieved',
  'missed',
  'on-track',
  'behind',
  'far-behind',
  'moving-away',
  'no-data',
  'not-assessable',
] as const
export type Status = (typeof STATUSES)[number]

/** Whether the deadline is decided: nothing is judged by the path any more. */
export const isDecided = (status: Status): boolean => status === 'achieved' || status === 'missed'

/** Why a status is `no-data` or `not-assessable`. */
export const STATUS_REASONS = [
  'no-figure',
  'broken-chain',
  'no-baseline',
  'definition-changed',
  'not-quantified',
] as const
export type StatusReason = (typeof STATUS_REASONS)[number]

/** What must be said beside a status, in the order in which it is said. Source: METHOD.md, "Flags". */
export const FLAGS = [
  'met-then-lost',
  'slipping',
  'awaiting-final',
  'outdated',
  'provisional',
  'assumed-baseline',
  'incomplete-years',
  'methods-disagree',
  'target-revised',
] as const
export type Flag = (typeof FLAGS)[number]

/** Why no year is projected; the first that applies. Source: METHOD.md, "Pace and projection". */
export const PROJECTION_REFUSALS = [
  'not-assessable',
  'no-data',
  'kind-done',
  'fulfilled',
  'too-few-figures',
  'outdated',
  'incomplete-years',
] as const
export type ProjectionRefusal = (typeof PROJECTION_REFUSALS)[number]

/** Why figures of a year are taken: 年报, 补报 of what is missing, 修订 of what was approved. */
export const ROUND_KINDS = ['annual', 'late', 'revision'] as const
export type RoundKind = (typeof ROUND_KINDS)[number]

/** One step of an entered figure through the review; `discarded` takes a draft back for good. */
export const REVIEW_STEPS = ['submitted', 'withdrawn', 'approved', 'returned', 'discarded'] as const
export type ReviewStep = (typeof REVIEW_STEPS)[number]

/** Which of the two rules new passwords keep. Source: docs/operations.md, "Passwords and sessions". */
export const PASSWORD_POLICIES = ['nist', 'dengbao'] as const
export type PasswordPolicy = (typeof PASSWORD_POLICIES)[number]

/** Who acts. `system` is the program itself, loading the plans it was delivered with. */
export const ROLES = ['reporter', 'reviewer', 'leader', 'auditor', 'administrator', 'system'] as const
export type Role = (typeof ROLES)[number]

/** What an account can be: one role each. */
export const ACCOUNT_ROLES = ['reporter', 'reviewer', 'leader', 'auditor', 'administrator'] as const
export type AccountRole = (typeof ACCOUNT_ROLES)[number]

/** A figure in canonical form: what the API takes and answers. At most 30 digits. */
export const CANONICAL_FIGURE = /^-?(0|[1-9][0-9]*)(\.[0-9]+)?$/

/** The form of a measure: the figure itself, a change on the year before, or a change against a named year. */
export const MEASURE = /^(value|yoy|since:[12][0-9]{3})$/

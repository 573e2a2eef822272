import type {
  AccountRole,
  BaselineBasis,
  Better,
  Comparator,
  CorrectionCode,
  DeadlineBasis,
  Kind,
  MissingReason,
  ReviewStep,
  Role,
  RollUp,
  RoundKind,
} from '../domain/words.ts'

// One interface per table. Every row carries the sequence number of the audit line that made it; who and when are there.
// Nothing is ever updated or deleted, so every column is read and inserted only; but for the tables at the end.

/** 0 or 1: neither engine has a boolean that the other takes. */
export type Bit = 0 | 1

export interface AuditLineTable {
  seq: number
  /** Instant in UTC with milliseconds; never earlier than that of the line before. */
  at: string
  actor: string
  role: Role
  action: string
  object: string
  /** The JSON text exactly as hashed; its last key, `prev`, is the hash of the line before. */
  line: string
  /** Lowercase hexadecimal SHA-256 of the bytes of `line`. */
  hash: string
  /** Why, where whoever acts has to say so; corrections of figures and targets have theirs in their own rows. */
  reason: string | null
}

export interface RegionTable {
  code: string
  seq: number
  name_zh: string
  name_en: string
  parent_code: string | null
}

export interface ThemeTable {
  code: string
  seq: number
  name_zh: string
  name_en: string
}

export interface PlanTable {
  code: string
  seq: number
  title_zh: string
  title_en: string
  document_number: string | null
  issuer_zh: string | null
  region_code: string
  issued_year: number
  start_year: number | null
  end_year: number
  source_file: string
}

export interface IndicatorTable {
  code: string
  seq: number
  name_zh: string
  name_en: string
  short_name_zh: string
  short_name_en: string
  unit_zh: string
  unit_en: string
  kind: Kind
  better: Better
  decimals: number
  theme_code: string
  min_value: string | null
  max_value: string | null
  definition_zh: string
  definition_en: string
  source_zh: string | null
  roll_up: RollUp
  weight_indicator_code: string | null
}

/** What is called, explained or bounded otherwise from the audit line `seq` on; the first revision is the indicator itself. */
export interface IndicatorRevisionTable extends Omit<IndicatorTable, 'unit_zh' | 'unit_en' | 'kind' | 'better'> {
  revision: number
}

/** What never changes of a target. `kind` and `better` repeat the indicator's, so that the database can hold milestones against them. */
export interface TargetTable {
  id: string
  seq: number
  plan_code: string
  region_code: string
  indicator_code: string
  kind: Kind
  better: Better
}

export interface TargetRevisionTable {
  seq: number
  target_id: string
  kind: Kind
  better: Better
  revision: number
  owner_zh: string | null
  clause: string
  quote: string
  source_file: string
  correction_code: CorrectionCode | null
  correction_reason: string | null
  sample: Bit
}

export interface MilestoneTable {
  target_revision_seq: number
  year: number
  kind: Kind
  better: Better
  comparator: Comparator
  value: string | null
  value_high: string | null
  tolerance: string | null
  wording_zh: string | null
  deadline_basis: DeadlineBasis
  baseline_year: number | null
  baseline_value: string | null
  baseline_basis: BaselineBasis | null
  baseline_quote: string | null
  baseline_reason: string | null
}

export interface ConflictTable {
  target_revision_seq: number
  position: number
  clause: string
  quote: string
  source_file: string
  note_zh: string
  note_en: string
  other_target_id: string | null
}

/** A snapshot that was made by the audit line `seq`. */
export interface SnapshotTable {
  seq: number
  number: number
  /** As known when, UTC. */
  instant: string
  /** The last line of the log that it holds. */
  log_seq: number
  fingerprint: string
  previous: string | null
  /** JSON: name, bytes, SHA-256 and rows of each file. */
  files: string
  /** Absent of those that were made before they had titles. */
  title_zh: string | null
  /** After the annual rounds of which year the program made it by itself. */
  round_year: number | null
}

/** The snapshot that is being made, or the last that could not be; of one that is there no more is said here. */
export interface SnapshotJobTable {
  number: number
  title_zh: string
  instant: string
  round_year: number | null
  started_at: string
  started_by: string
  /** The process that makes it. */
  maker: string
  /** When it was heard of last. */
  heard_at: string
  files_written: number
  files_total: number
  rows_written: number
  failure: 'stopped' | 'disk-full' | 'error' | null
}

/** A request that has changed something, by the name that the proxy gave it. */
export interface RequestDoneTable {
  id: string
  at: string
}

/** Work that one of several servers does; the row is gone when it is done. */
export interface TurnTable {
  work: string
  /** A process, as `snapshots/maker.ts` names it. */
  holder: string
  until: string
}

/** What a target counts in the composite progress from the audit line `seq` on. */
export interface TargetWeightTable {
  seq: number
  target_id: string
  revision: number
  weight: string
}

/** One entered version of the figure of a region, indicator, year and measure. */
export interface ObservationRevisionTable {
  seq: number
  region_code: string
  indicator_code: string
  kind: Kind
  year: number
  measure: string
  revision: number
  value: string | null
  missing_reason: MissingReason | null
  provisional: Bit
  break_before: Bit
  source: string | null
  note: string | null
  correction_code: CorrectionCode | null
  correction_reason: string | null
  sample: Bit
}

/** One step of an entered figure through the review; without any it is a draft. */
export interface ObservationStepTable {
  seq: number
  observation_seq: number
  step: ReviewStep
  comment: string | null
}

export interface AccountTable {
  username: string
  seq: number
}

export interface AccountRevisionTable {
  seq: number
  username: string
  revision: number
  display_name: string
  role: AccountRole
  /** Of reporters and reviewers only. */
  region_code: string | null
  email: string | null
  active: Bit
}

/** A password as set in the audit line `seq`; the newest of an account counts. Secret, so it is in no line and no export. */
export interface PasswordTable {
  seq: number
  username: string
  /** argon2id in PHC form. */
  hash: string
  /** The one-time link that was used for it; each can be used once. */
  invitation_seq: number | null
}

/** A one-time link, given in the audit line `seq`; the newest of an account counts. Secret, so it is in no line and no export. */
export interface InvitationTable {
  seq: number
  username: string
  token_hash: string
  expires_at: string
}

export interface RoundTable {
  /** The audit line that opened it. */
  id: number
  year: number
  kind: RoundKind
}

export interface RoundRevisionTable {
  seq: number
  round_id: number
  revision: number
  /** Days in Asia/Shanghai, both inclusive. */
  opens_on: string
  closes_on: string
  /** Whether it asks for the indicators of `round_indicator` only; else for those of the targets. */
  limited: Bit
}

export interface RoundRegionTable {
  round_revision_seq: number
  region_code: string
}

export interface RoundIndicatorTable {
  round_revision_seq: number
  indicator_code: string
}

// What is updated in place: sessions, limits, and what is thrown away after an hour.

export interface SessionTable {
  /** SHA-256 of the token in the cookie. */
  token_hash: string
  username: string
  created_at: string
  seen_at: string
}

/** Failed sign-ins in a row, by what they have in common: an account, an address, or both. */
export interface SignInLimitTable {
  key: string
  failures: number
  last_at: string
}

/** What a dry run of an import would enter, until it is applied. */
export interface ImportPreviewTable {
  id: string
  username: string
  created_at: string
  content: string
}

/** The approved figures in force; follows from the tables above and is kept beside them, updated in place. */
export interface CurrentFigureTable extends Omit<ObservationRevisionTable, 'seq' | 'kind'> {
  observation_seq: number
  /** The line that approved it. */
  approved_seq: number
  /** The line that first approved a break of the series before this year; of whichever revision. */
  first_break_seq: number | null
  entered_at: string
  entered_by: string
  submitted_at: string | null
  decided_at: string
  decided_by: string
  comment: string | null
}

/** How many approved figures of a region and year are in force, and how many of them are sample figures. */
export interface FigureCountTable {
  region_code: string
  year: number
  figures: number
  samples: number
}

export interface Database {
  audit_line: AuditLineTable
  region: RegionTable
  theme: ThemeTable
  plan: PlanTable
  indicator: IndicatorTable
  indicator_revision: IndicatorRevisionTable
  target: TargetTable
  target_revision: TargetRevisionTable
  milestone: MilestoneTable
  conflict: ConflictTable
  target_weight: TargetWeightTable
  snapshot: SnapshotTable
  snapshot_job: SnapshotJobTable
  request_done: RequestDoneTable
  turn: TurnTable
  observation_revision: ObservationRevisionTable
  observation_step: ObservationStepTable
  account: AccountTable
  account_revision: AccountRevisionTable
  password: PasswordTable
  invitation: InvitationTable
  round: RoundTable
  round_revision: RoundRevisionTable
  round_region: RoundRegionTable
  round_indicator: RoundIndicatorTable
  session: SessionTable
  sign_in_limit: SignInLimitTable
  import_preview: ImportPreviewTable
  current_figure: CurrentFigureTable
  figure_count: FigureCountTable
}

import type { Kysely } from 'kysely'
import { run, spelling } from './ddl.ts'

/**
 * The approved figures in force with all that a list shows of them, and how many there are: what follows from the log, kept
 * beside it, so that nobody has to rank every revision to see the newest. Figures of before are filled in.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  const { text, end } = spelling(db)
  await run(
    db,
    `create table current_figure (
      region_code ${text} not null, indicator_code ${text} not null, year integer not null, measure ${text} not null,
      observation_seq integer not null, approved_seq integer not null, first_break_seq integer,
      value ${text}, missing_reason ${text}, provisional integer not null, break_before integer not null,
      source ${text}, note ${text}, revision integer not null,
      correction_code ${text}, correction_reason ${text}, sample integer not null,
      entered_at ${text} not null, entered_by ${text} not null, submitted_at ${text},
      decided_at ${text} not null, decided_by ${text} not null, comment ${text},
      primary key (region_code, indicator_code, year, measure)
    ) ${end === '' ? '' : `${end}, without rowid`}`,
  )
  await run(db, 'create index current_figure_approved on current_figure (approved_seq)')
  await run(
    db,
    'create index current_figure_indicator on current_figure (indicator_code, region_code, year, measure, sample)',
  )
  await run(
    db,
    `create table figure_count (
      region_code ${text} not null, year integer not null, figures integer not null, samples integer not null,
      primary key (region_code, year)
    ) ${end}`,
  )
  await run(
    db,
    `insert into current_figure
    select region_code, indicator_code, year, measure, seq, decision_seq, first_break_seq,
      value, missing_reason, provisional, break_before, source, note, revision,
      correction_code, correction_reason, sample, entered_at, entered_by,
      (select max(line.at) from observation_step as step join audit_line as line on line.seq = step.seq
        where step.observation_seq = figure.seq and step.seq < figure.decision_seq and step.step = 'submitted'),
      decided_at, decided_by, comment
    from (
      select revision.*, entry.at as entered_at, entry.actor as entered_by, decision.comment,
        decision.seq as decision_seq, decided.at as decided_at, decided.actor as decided_by,
        row_number() over (series_year order by decision.seq desc) as recency,
        min(case when revision.break_before = 1 then decision.seq end) over series_year as first_break_seq
      from observation_step as decision
      join observation_revision as revision on revision.seq = decision.observation_seq
      join audit_line as entry on entry.seq = revision.seq
      join audit_line as decided on decided.seq = decision.seq
      where decision.step = 'approved'
      window series_year as (
        partition by revision.region_code, revision.indicator_code, revision.year, revision.measure)
    ) as figure where recency = 1`,
  )
  await run(
    db,
    `insert into figure_count
    select region_code, year, count(*), sum(sample) from current_figure group by region_code, year`,
  )
}

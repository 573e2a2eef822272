import type { Kysely } from 'kysely'
import { addRule, makeAppendOnly, makeChained, makeNewest, run, spelling } from './ddl.ts'

/** A list of words as SQL takes it after `in`. */
const words = (...list: string[]): string => `(${list.map((word) => `'${word}'`).join(', ')})`

export async function up(db: Kysely<unknown>): Promise<void> {
  const { text, end, isText, isFigure, isMeasure, isSlug, isRegionCode, isHash } = spelling(db)
  const bit = (column: string): string => `${column} integer not null check (${column} in (0, 1))`
  const someText = (column: string): string => `${column} ${text} not null check (${isText(column)})`
  const maybeText = (column: string): string => `${column} ${text} check (${isText(column)})`
  const maybeFigure = (column: string): string => `${column} ${text} check (${isFigure(column)})`
  const someYear = (column: string): string => `${column} integer not null check (${column} between 1900 and 2200)`
  const maybeYear = (column: string): string => `${column} integer check (${column} between 1900 and 2200)`
  const lineOf = 'seq integer not null unique references audit_line (seq)'
  const kind = `kind ${text} not null`
  const better = `better ${text} not null`
  const correction = `correction_code ${text} check (correction_code in ${words('typing', 'source-revised', 'definition-changed', 'late-return')}),
    ${maybeText('correction_reason')},
    check ((correction_code is null) = (correction_reason is null))`

  await run(
    db,
    `create table audit_line (
      seq integer primary key check (seq >= 1),
      at ${text} not null check (at like '____-__-__T__:__:__.___Z'),
      ${someText('actor')},
      role ${text} not null check (role in ${words('reporter', 'reviewer', 'leader', 'auditor', 'administrator', 'system')}),
      ${someText('action')},
      ${someText('object')},
      ${someText('line')},
      hash ${text} not null unique check (${isHash('hash')})
    ) ${end}`,
  )
  await run(db, 'create index audit_line_at on audit_line (at)')
  await makeChained(db)
  await makeAppendOnly(db, 'audit_line', [['seq'], ['hash']])

  await run(
    db,
    `create table region (
      code ${text} primary key check (${isRegionCode('code')}), ${lineOf},
      ${someText('name_zh')}, ${someText('name_en')},
      parent_code ${text} references region (code) check (parent_code <> code)
    ) ${end}`,
  )
  await run(
    db,
    `create table theme (code ${text} primary key check (${isSlug('code')}), ${lineOf}, ${someText('name_zh')}, ${someText('name_en')}) ${end}`,
  )
  await run(
    db,
    `create table plan (
      code ${text} primary key check (${isSlug('code')}), ${lineOf},
      ${someText('title_zh')}, ${someText('title_en')}, ${maybeText('document_number')}, ${maybeText('issuer_zh')},
      region_code ${text} not null references region (code),
      ${someYear('issued_year')}, ${maybeYear('start_year')}, ${someYear('end_year')},
      ${someText('source_file')},
      check (end_year >= coalesce(start_year, issued_year))
    ) ${end}`,
  )
  await run(
    db,
    `create table indicator (
      code ${text} primary key check (${isSlug('code')}), ${lineOf},
      ${someText('name_zh')}, ${someText('name_en')}, ${someText('short_name_zh')}, ${someText('short_name_en')},
      unit_zh ${text} not null, unit_en ${text} not null,
      kind ${text} not null check (kind in ${words('level', 'cumulative', 'flow', 'change', 'done')}),
      better ${text} not null check (better in ${words('higher', 'lower')}),
      decimals integer not null check (decimals between 0 and 10),
      theme_code ${text} not null references theme (code),
      ${maybeFigure('min_value')}, ${maybeFigure('max_value')},
      ${someText('definition_zh')}, ${someText('definition_en')}, ${maybeText('source_zh')},
      unique (code, kind), unique (code, kind, better),
      check ((unit_zh = '') = (kind = 'done') and (unit_en = '') = (kind = 'done')),
      check (kind <> 'done' or better = 'higher'),
      check (cast(max_value as numeric) >= cast(min_value as numeric))
    ) ${end}`,
  )
  await run(
    db,
    `create table target (
      id ${text} primary key check (${isSlug('id')}), ${lineOf},
      plan_code ${text} not null references plan (code),
      region_code ${text} not null references region (code),
      indicator_code ${text} not null, ${kind}, ${better},
      foreign key (indicator_code, kind, better) references indicator (code, kind, better),
      unique (id, kind, better),
      unique (plan_code, region_code, indicator_code)
    ) ${end}`,
  )
  await run(
    db,
    `create table target_revision (
      seq integer primary key references audit_line (seq),
      target_id ${text} not null, ${kind}, ${better},
      revision integer not null check (revision >= 1),
      ${maybeText('owner_zh')}, ${someText('clause')}, ${someText('quote')}, ${someText('source_file')},
      ${bit('sample')},
      ${correction},
      foreign key (target_id, kind, better) references target (id, kind, better),
      unique (target_id, revision),
      unique (seq, kind, better),
      check ((revision = 1) = (correction_code is null))
    ) ${end}`,
  )
  await run(
    db,
    `create table milestone (
      target_revision_seq integer not null, ${someYear('year')}, ${kind}, ${better},
      comparator ${text} not null check (comparator in ${words('at-least', 'more-than', 'about', 'between', 'at-most')}),
      ${maybeFigure('value')}, ${maybeFigure('value_high')}, ${maybeFigure('tolerance')},
      ${maybeText('wording_zh')},
      deadline_basis ${text} not null check (deadline_basis in ${words('printed', 'plan-period')}),
      ${maybeYear('baseline_year')}, ${maybeFigure('baseline_value')},
      baseline_basis ${text} check (baseline_basis in ${words('printed', 'start-of-plan', 'adopted')}),
      ${maybeText('baseline_quote')}, ${maybeText('baseline_reason')},
      primary key (target_revision_seq, year),
      foreign key (target_revision_seq, kind, better) references target_revision (seq, kind, better),
      check (comparator <> 'at-least' or better = 'higher'),
      check (comparator <> 'at-most' or better = 'lower'),
      check ((comparator = 'between') = (value_high is not null)),
      check ((comparator = 'about') = (tolerance is not null)),
      check (value is not null or comparator not in ('between', 'about')),
      check (cast(value_high as numeric) >= cast(value as numeric)),
      check (cast(tolerance as numeric) between 0 and 1),
      check (kind <> 'done' or (comparator = 'at-least' and value is not null and value = '1')),
      check ((baseline_year is null) = (baseline_value is null) and (baseline_year is null) = (baseline_basis is null)),
      check (baseline_year < year),
      check (kind <> 'change' or baseline_value = '0'),
      check (baseline_basis <> 'start-of-plan' or baseline_value = '0'),
      check (baseline_quote is null or (baseline_basis is not null and baseline_basis = 'printed')),
      check (baseline_basis <> 'printed' or baseline_quote is not null),
      check (baseline_reason is null or (baseline_basis is not null and baseline_basis = 'adopted')),
      check (baseline_basis <> 'adopted' or baseline_reason is not null)
    ) ${end}`,
  )
  await run(
    db,
    `create table conflict (
      target_revision_seq integer not null references target_revision (seq),
      position integer not null check (position >= 1),
      ${someText('clause')}, ${someText('quote')}, ${someText('source_file')}, ${someText('note_zh')}, ${someText('note_en')},
      other_target_id ${text} references target (id) deferrable initially deferred,
      primary key (target_revision_seq, position)
    ) ${end}`,
  )
  await run(
    db,
    `create table observation_revision (
      seq integer primary key references audit_line (seq),
      region_code ${text} not null references region (code),
      indicator_code ${text} not null, ${kind},
      ${someYear('year')},
      measure ${text} not null check (${isMeasure('measure')}),
      revision integer not null check (revision >= 1),
      ${maybeFigure('value')},
      missing_reason ${text} check (missing_reason in ${words('not-yet-published', 'not-applicable', 'not-collected')}),
      ${bit('provisional')}, ${bit('break_before')},
      ${maybeText('source')}, ${maybeText('note')},
      ${bit('sample')},
      ${correction},
      foreign key (indicator_code, kind) references indicator (code, kind),
      unique (region_code, indicator_code, year, measure, revision),
      check ((value is null) = (missing_reason is not null)),
      check (revision > 1 or correction_code is null),
      check (value is not null or (provisional = 0 and break_before = 0)),
      check (measure not like 'since:%' or cast(substr(measure, 7) as integer) < year),
      check ((kind = 'change') = (measure <> 'value')),
      check (kind <> 'done' or value in ('0', '1'))
    ) ${end}`,
  )
  await run(
    db,
    `create table observation_step (
      seq integer primary key references audit_line (seq),
      observation_seq integer not null references observation_revision (seq),
      step ${text} not null check (step in ${words('submitted', 'withdrawn', 'approved', 'returned')}),
      ${maybeText('comment')},
      check (step <> 'returned' or comment is not null)
    ) ${end}`,
  )
  await run(db, 'create index observation_step_observation on observation_step (observation_seq)')

  for (const table of ['region', 'theme', 'plan', 'indicator', 'target', 'target_revision']) await makeNewest(db, table)
  for (const table of ['observation_revision', 'observation_step']) await makeNewest(db, table)
  for (const table of ['milestone', 'conflict']) await makeNewest(db, table, 'target_revision_seq')
  await addRule(db, 'target_revision', {
    name: 'counted',
    unless: 'new.revision = (select count(*) + 1 from target_revision where target_id = new.target_id)',
    says: 'the revisions of a target are counted from 1 on',
  })
  await addRule(db, 'observation_revision', {
    name: 'counted',
    unless: `new.revision = (select count(*) + 1 from observation_revision where region_code = new.region_code
      and indicator_code = new.indicator_code and year = new.year and measure = new.measure)`,
    says: 'the revisions of a figure are counted from 1 on',
  })
  const lastStep = `coalesce((select step from observation_step where observation_seq = new.observation_seq
    order by seq desc limit 1), 'withdrawn')`
  await addRule(db, 'observation_step', {
    name: 'in_order',
    unless: `case when new.step = 'submitted' then ${lastStep} in ('withdrawn', 'returned') else ${lastStep} = 'submitted' end`,
    says: 'a figure is submitted, and then decided or withdrawn',
  })

  await makeAppendOnly(db, 'region', [['code'], ['seq']])
  await makeAppendOnly(db, 'theme', [['code'], ['seq']])
  await makeAppendOnly(db, 'plan', [['code'], ['seq']])
  await makeAppendOnly(db, 'indicator', [['code'], ['seq']])
  await makeAppendOnly(db, 'target', [['id'], ['seq'], ['plan_code', 'region_code', 'indicator_code']])
  await makeAppendOnly(db, 'target_revision', [['seq'], ['target_id', 'revision']])
  await makeAppendOnly(db, 'milestone', [['target_revision_seq', 'year']])
  await makeAppendOnly(db, 'conflict', [['target_revision_seq', 'position']])
  await makeAppendOnly(db, 'observation_revision', [
    ['seq'],
    ['region_code', 'indicator_code', 'year', 'measure', 'revision'],
  ])
  await makeAppendOnly(db, 'observation_step', [['seq']])
}

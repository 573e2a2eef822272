import type { Kysely } from 'kysely'
import { addRule, jsonField, makeAppendOnly, makeNewest, run, spelling } from './ddl.ts'

/** A list of words as SQL takes it after `in`. */
const words = (...list: string[]): string => `(${list.map((word) => `'${word}'`).join(', ')})`

/** Accounts, rounds, the whole review, and reasons in the audit log. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await addReasons(db)
  await extendReview(db)
  await addAccounts(db)
  await addRounds(db)
  await addIndicatorRevisions(db)
  await addPassingTables(db)
}

async function addReasons(db: Kysely<unknown>): Promise<void> {
  const { text, isText } = spelling(db)
  await run(db, `alter table audit_line add column reason ${text} check (${isText('reason')})`)
  await addRule(db, 'audit_line', {
    name: 'as_reasoned',
    unless: `coalesce(new.reason, '') = coalesce(${jsonField(db, 'new.line', 'reason')}, '')`,
    says: 'the columns of audit_line say what its line says',
  })
  await run(db, 'create index audit_line_object on audit_line (object, seq)')
  await run(db, 'create index audit_line_actor on audit_line (actor, seq)')
}

/** A draft can be taken back, nobody decides on what they entered, and what is under review is not replaced. */
async function extendReview(db: Kysely<unknown>): Promise<void> {
  const { text, end, isText } = spelling(db)
  // SQLite changes no condition of a table that is there.
  await run(
    db,
    `create table observation_step_next (
      seq integer primary key references audit_line (seq),
      observation_seq integer not null references observation_revision (seq),
      step ${text} not null check (step in ${words('submitted', 'withdrawn', 'approved', 'returned', 'discarded')}),
      comment ${text} check (${isText('comment')}),
      check (step <> 'returned' or comment is not null)
    ) ${end}`,
  )
  await run(db, 'insert into observation_step_next select seq, observation_seq, step, comment from observation_step')
  await run(db, 'drop table observation_step')
  await run(db, 'alter table observation_step_next rename to observation_step')
  await run(db, 'create index observation_step_observation on observation_step (observation_seq)')

  await makeNewest(db, 'observation_step')
  const lastStepOf = (observation: string): string =>
    `coalesce((select step from observation_step where observation_seq = ${observation} order by seq desc limit 1), 'withdrawn')`
  const lastStep = lastStepOf('new.observation_seq')
  await addRule(db, 'observation_step', {
    name: 'in_order',
    unless: `case when new.step in ('submitted', 'discarded') then ${lastStep} in ('withdrawn', 'returned') else ${lastStep} = 'submitted' end`,
    says: 'a figure is submitted, and then decided or withdrawn',
  })
  await addRule(db, 'observation_step', {
    name: 'of_newest_revision',
    unless: `not exists (select 1 from observation_revision as mine join observation_revision as later
      on later.region_code = mine.region_code and later.indicator_code = mine.indicator_code
      and later.year = mine.year and later.measure = mine.measure and later.revision > mine.revision
      where mine.seq = new.observation_seq)`,
    says: 'only the newest revision of a figure is submitted and decided',
  })
  await addRule(db, 'observation_step', {
    name: 'of_another',
    unless: `new.step not in ('approved', 'returned') or not exists (
      select 1 from audit_line as decision join audit_line as made on made.seq = new.observation_seq
      or made.seq in (select seq from observation_step where observation_seq = new.observation_seq and step = 'submitted')
      where decision.seq = new.seq and case when decision.role = 'system' then made.role <> 'system' else made.actor = decision.actor end)`,
    says: 'nobody decides on a figure that they entered or submitted',
  })
  await makeAppendOnly(db, 'observation_step', [['seq']])
  await addRule(db, 'observation_revision', {
    name: 'not_under_review',
    unless: `not exists (select 1 from observation_revision as earlier where earlier.region_code = new.region_code
      and earlier.indicator_code = new.indicator_code and earlier.year = new.year and earlier.measure = new.measure
      and earlier.revision = new.revision - 1 and ${lastStepOf('earlier.seq')} = 'submitted')`,
    says: 'a figure under review is not replaced',
  })
}

async function addAccounts(db: Kysely<unknown>): Promise<void> {
  const { text, end, isText, isSlug, isHash, isInstant } = spelling(db)
  await run(
    db,
    `create table account (
      username ${text} primary key check (${isSlug('username')}),
      seq integer not null unique references audit_line (seq)
    ) ${end}`,
  )
  await run(
    db,
    `create table account_revision (
      seq integer primary key references audit_line (seq),
      username ${text} not null references account (username),
      revision integer not null check (revision >= 1),
      display_name ${text} not null check (${isText('display_name')}),
      role ${text} not null check (role in ${words('reporter', 'reviewer', 'leader', 'auditor', 'administrator')}),
      region_code ${text} references region (code),
      email ${text} check (${isText('email')}),
      active integer not null check (active in (0, 1)),
      unique (username, revision),
      check ((role in ('reporter', 'reviewer')) = (region_code is not null))
    ) ${end}`,
  )
  await run(
    db,
    `create table invitation (
      seq integer primary key references audit_line (seq),
      username ${text} not null references account (username),
      token_hash ${text} not null unique check (${isHash('token_hash')}),
      expires_at ${text} not null check (${isInstant('expires_at')})
    ) ${end}`,
  )
  await run(
    db,
    `create table password (
      seq integer primary key references audit_line (seq),
      username ${text} not null references account (username),
      hash ${text} not null check (hash like '$argon2id$%'),
      invitation_seq integer unique references invitation (seq)
    ) ${end}`,
  )
  for (const table of ['account', 'account_revision', 'invitation', 'password']) await makeNewest(db, table)
  await addRule(db, 'account_revision', {
    name: 'counted',
    unless: 'new.revision = (select count(*) + 1 from account_revision where username = new.username)',
    says: 'the revisions of an account are counted from 1 on',
  })
  await run(db, 'create index invitation_username on invitation (username, seq)')
  await run(db, 'create index password_username on password (username, seq)')
  await makeAppendOnly(db, 'account', [['username'], ['seq']])
  await makeAppendOnly(db, 'account_revision', [['seq'], ['username', 'revision']])
  await makeAppendOnly(db, 'invitation', [['seq'], ['token_hash']])
  await makeAppendOnly(db, 'password', [['seq']])
}

async function addRounds(db: Kysely<unknown>): Promise<void> {
  const { text, end, isDay } = spelling(db)
  await run(
    db,
    `create table round (
      id integer primary key references audit_line (seq),
      year integer not null check (year between 1900 and 2200),
      kind ${text} not null check (kind in ${words('annual', 'late', 'revision')})
    ) ${end}`,
  )
  await run(
    db,
    `create table round_revision (
      seq integer primary key references audit_line (seq),
      round_id integer not null references round (id),
      revision integer not null check (revision >= 1),
      opens_on ${text} not null check (${isDay('opens_on')}),
      closes_on ${text} not null check (${isDay('closes_on')}),
      limited integer not null check (limited in (0, 1)),
      unique (round_id, revision),
      check (closes_on >= opens_on)
    ) ${end}`,
  )
  await run(
    db,
    `create table round_region (
      round_revision_seq integer not null references round_revision (seq),
      region_code ${text} not null references region (code),
      primary key (round_revision_seq, region_code)
    ) ${end}`,
  )
  await run(
    db,
    `create table round_indicator (
      round_revision_seq integer not null references round_revision (seq),
      indicator_code ${text} not null references indicator (code),
      primary key (round_revision_seq, indicator_code)
    ) ${end}`,
  )
  await makeNewest(db, 'round', 'id')
  await makeNewest(db, 'round_revision')
  for (const table of ['round_region', 'round_indicator']) await makeNewest(db, table, 'round_revision_seq')
  await addRule(db, 'round_revision', {
    name: 'counted',
    unless: 'new.revision = (select count(*) + 1 from round_revision where round_id = new.round_id)',
    says: 'the revisions of a round are counted from 1 on',
  })
  await makeAppendOnly(db, 'round', [['id']])
  await makeAppendOnly(db, 'round_revision', [['seq'], ['round_id', 'revision']])
  await makeAppendOnly(db, 'round_region', [['round_revision_seq', 'region_code']])
  await makeAppendOnly(db, 'round_indicator', [['round_revision_seq', 'indicator_code']])
}

/** What an indicator is called, how it is explained and between which bounds it lies can be corrected; what it counts cannot. */
async function addIndicatorRevisions(db: Kysely<unknown>): Promise<void> {
  const { text, end, isText, isFigure } = spelling(db)
  const someText = (column: string): string => `${column} ${text} not null check (${isText(column)})`
  await run(
    db,
    `create table indicator_revision (
      seq integer primary key references audit_line (seq),
      code ${text} not null references indicator (code),
      revision integer not null check (revision >= 2),
      ${['name_zh', 'name_en', 'short_name_zh', 'short_name_en'].map(someText).join(', ')},
      decimals integer not null check (decimals between 0 and 10),
      theme_code ${text} not null references theme (code),
      min_value ${text} check (${isFigure('min_value')}), max_value ${text} check (${isFigure('max_value')}),
      ${someText('definition_zh')}, ${someText('definition_en')}, source_zh ${text} check (${isText('source_zh')}),
      unique (code, revision),
      check (cast(max_value as numeric) >= cast(min_value as numeric))
    ) ${end}`,
  )
  await makeNewest(db, 'indicator_revision')
  await addRule(db, 'indicator_revision', {
    name: 'counted',
    unless: 'new.revision = (select count(*) + 2 from indicator_revision where code = new.code)',
    says: 'the revisions of an indicator are counted from 1 on',
  })
  await makeAppendOnly(db, 'indicator_revision', [['seq'], ['code', 'revision']])
}

/** What is updated in place: sessions, limits, and what is thrown away after an hour. */
async function addPassingTables(db: Kysely<unknown>): Promise<void> {
  const { text, end, isText, isHash, isInstant } = spelling(db)
  await run(
    db,
    `create table session (
      token_hash ${text} primary key check (${isHash('token_hash')}),
      username ${text} not null references account (username),
      created_at ${text} not null check (${isInstant('created_at')}),
      seen_at ${text} not null check (${isInstant('seen_at')})
    ) ${end}`,
  )
  await run(db, 'create index session_username on session (username)')
  await run(
    db,
    `create table sign_in_limit (
      key ${text} primary key check (${isText('key')}),
      failures integer not null check (failures >= 1),
      last_at ${text} not null check (${isInstant('last_at')})
    ) ${end}`,
  )
  await run(
    db,
    `create table import_preview (
      id ${text} primary key check (${isText('id')}),
      username ${text} not null references account (username),
      created_at ${text} not null check (${isInstant('created_at')}),
      content ${text} not null check (${isText('content')})
    ) ${end}`,
  )
}

import { type Kysely, PostgresAdapter, sql } from 'kysely'

// One set of migrations for both engines: all that differs between them is in this file.

const isPostgres = (db: Kysely<unknown>): boolean => db.getExecutor().adapter instanceof PostgresAdapter

/** What the table definitions spell differently; each condition is on one column. */
export function spelling(db: Kysely<unknown>): {
  /** Text that compares by its bytes, whatever the locale of the machine. */
  text: string
  /** What ends a table definition. */
  end: string
  /** Some text, without the NUL that one engine stores and the other refuses. */
  isText: (column: string) => string
  /** A canonical decimal of at most 30 digits. */
  isFigure: (column: string) => string
  /** The form of a measure. */
  isMeasure: (column: string) => string
  /** Lower-case letters, digits and single hyphens. */
  isSlug: (column: string) => string
  /** 2, 4 or 6 digits. */
  isRegionCode: (column: string) => string
  /** 64 lower-case hexadecimal digits. */
  isHash: (column: string) => string
  /** An instant in UTC with milliseconds. */
  isInstant: (column: string) => string
  /** A day, YYYY-MM-DD. */
  isDay: (column: string) => string
} {
  const isInstant = (column: string): string => `${column} like '____-__-__T__:__:__.___Z'`
  if (isPostgres(db)) {
    return {
      text: 'text collate "C"',
      end: '',
      isText: (column) => `${column} <> ''`,
      isFigure: (column) =>
        `(${column} ~ '^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$' and length(translate(${column}, '-.', '')) <= 30)`,
      isMeasure: (column) => `${column} ~ '^(value|yoy|since:[12][0-9]{3})$'`,
      isSlug: (column) => `${column} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`,
      isRegionCode: (column) => `${column} ~ '^[0-9]{2}([0-9]{2}){0,2}$'`,
      isHash: (column) => `${column} ~ '^[0-9a-f]{64}$'`,
      isInstant,
      isDay: (column) => `${column} ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$'`,
    }
  }
  const hasNoNul = (column: string): string => `instr(${column}, char(0)) = 0`
  return {
    text: 'text',
    end: 'strict',
    isText: (column) => `(${column} <> '' and ${hasNoNul(column)})`,
    isFigure: (column) => {
      const digits = `ltrim(${column}, '-')`
      return `(${hasNoNul(column)} and ${column} not glob '?*-*' and ${digits} glob '[0-9]*' and ${digits} not glob '*[^0-9.]*' and ${digits} not glob '*.*.*' and ${digits} not glob '*.' and ${digits} not glob '0[0-9]*' and length(replace(${digits}, '.', '')) <= 30)`
    },
    isMeasure: (column) => `(${column} in ('value', 'yoy') or ${column} glob 'since:[12][0-9][0-9][0-9]')`,
    isSlug: (column) =>
      `(${column} glob '[a-z0-9]*' and ${hasNoNul(column)} and ${column} not glob '*[^a-z0-9-]*' and ${column} not glob '*--*' and ${column} not glob '*-')`,
    isRegionCode: (column) =>
      `(length(${column}) in (2, 4, 6) and ${hasNoNul(column)} and ${column} not glob '*[^0-9]*')`,
    isHash: (column) => `(length(${column}) = 64 and ${hasNoNul(column)} and ${column} not glob '*[^0-9a-f]*')`,
    isInstant,
    isDay: (column) => `${column} glob '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'`,
  }
}

/**
 * Makes the database itself refuse to update or delete a row of `table`, and to insert one that takes the place of
 * another by one of `keys`: with SQLite, INSERT OR REPLACE would slip past a trigger on delete.
 */
export async function makeAppendOnly(db: Kysely<unknown>, table: string, keys: readonly string[][]): Promise<void> {
  if (isPostgres(db)) {
    await run(
      db,
      `create or replace function refuse_change() returns trigger language plpgsql as $$ begin
         raise exception '% is append-only', tg_table_name; end $$`,
    )
    await run(
      db,
      `create trigger ${table}_append_only before update or delete or truncate on ${table} execute function refuse_change()`,
    )
    return
  }
  for (const act of ['update', 'delete']) {
    await run(
      db,
      `create trigger ${table}_no_${act} before ${act} on ${table} begin select raise(abort, '${table} is append-only'); end`,
    )
  }
  const taken = keys.map((key) => `(${key.map((column) => `${column} = new.${column}`).join(' and ')})`).join(' or ')
  await run(
    db,
    `create trigger ${table}_no_replace before insert on ${table} when exists (select 1 from ${table} where ${taken}) begin select raise(abort, '${table} already has this row'); end`,
  )
}

/** A condition on a row to be inserted that looks at other rows; what it says is why the row is refused. */
interface Rule {
  name: string
  /** SQL over `new` and the tables, alike on both engines. */
  unless: string
  says: string
}

/** Makes the database refuse a row of `table` for which the rule does not hold. */
export async function addRule(db: Kysely<unknown>, table: string, { name, unless, says }: Rule): Promise<void> {
  if (isPostgres(db)) {
    await run(
      db,
      `create or replace function ${table}_${name}() returns trigger language plpgsql as $$ begin
         if not (${unless}) then raise exception '${says}'; end if; return new; end $$`,
    )
    await run(
      db,
      `create trigger ${table}_${name} before insert on ${table} for each row execute function ${table}_${name}()`,
    )
    return
  }
  await run(
    db,
    `create trigger ${table}_${name} before insert on ${table} when not (${unless})
     begin select raise(abort, '${says}'); end`,
  )
}

/** A field of the JSON in a column, as text. */
export function jsonField(db: Kysely<unknown>, column: string, field: string): string {
  return isPostgres(db) ? `(${column}::json ->> '${field}')` : `cast(json_extract(${column}, '$.${field}') as text)`
}

/** Makes the database refuse an audit line that is not the next link of the chain, or says otherwise than its columns. */
export async function makeChained(db: Kysely<unknown>): Promise<void> {
  await addRule(db, 'audit_line', {
    name: 'next',
    unless: 'new.seq = (select coalesce(max(seq), 0) + 1 from audit_line)',
    says: 'audit_line takes the next sequence number only',
  })
  await addRule(db, 'audit_line', {
    name: 'in_time',
    unless: 'new.at >= coalesce((select at from audit_line where seq = new.seq - 1), new.at)',
    says: 'audit_line is in the order of time',
  })
  const previous = "coalesce((select hash from audit_line where seq = new.seq - 1), '" + '0'.repeat(64) + "')"
  await addRule(db, 'audit_line', {
    name: 'linked',
    unless: `new.line like '%,"prev":"' || ${previous} || '"}'`,
    says: 'audit_line continues the hash of the line before',
  })
  const fields = ['seq', 'at', 'actor', 'role', 'action', 'object']
  await addRule(db, 'audit_line', {
    name: 'as_logged',
    unless: fields.map((field) => `cast(new.${field} as text) = ${jsonField(db, 'new.line', field)}`).join(' and '),
    says: 'the columns of audit_line say what its line says',
  })
}

/** Makes the database refuse a row that does not belong to the newest audit line: nothing is added to the past. */
export async function makeNewest(db: Kysely<unknown>, table: string, column = 'seq'): Promise<void> {
  await addRule(db, table, {
    name: 'newest',
    unless: `new.${column} = (select max(seq) from audit_line)`,
    says: `${table} takes rows of the newest audit line only`,
  })
}

export async function run(db: Kysely<unknown>, statement: string): Promise<void> {
  await sql.raw(statement).execute(db)
}

import { type Kysely, PostgresAdapter, sql } from 'kysely'

// One set of migrations for both engines: all that differs between them is in this file.

const isPostgres = (db: Kysely<unknown>): boolean => db.getExecutor().adapter instanceof PostgresAdapter

/** Words of the table definitions that the engines spell differently. */
export function spelling(db: Kysely<unknown>): {
  /** Text that compares by its bytes, whatever the locale of the machine. */
  text: string
  /** What ends a table definition. */
  end: string
  /** The condition that a column holds a canonical decimal of at most 30 digits. */
  isFigure: (column: string) => string
  /** The condition that a column has the form of a measure. */
  isMeasure: (column: string) => string
} {
  if (isPostgres(db)) {
    return {
      text: 'text collate "C"',
      end: '',
      isFigure: (column) =>
        `(${column} ~ '^-?(0|[1-9][0-9]*)(\\.[0-9]+)?$' and length(translate(${column}, '-.', '')) <= 30)`,
      isMeasure: (column) => `${column} ~ '^(value|yoy|since:[12][0-9]{3})$'`,
    }
  }
  return {
    text: 'text',
    end: 'strict',
    isFigure: (column) => {
      const digits = `ltrim(${column}, '-')`
      return `(${column} not glob '?*-*' and ${digits} glob '[0-9]*' and ${digits} not glob '*[^0-9.]*' and ${digits} not glob '*.*.*' and ${digits} not glob '*.' and ${digits} not glob '0[0-9]*' and length(replace(${digits}, '.', '')) <= 30)`
    },
    isMeasure: (column) => `(${column} in ('value', 'yoy') or ${column} glob 'since:[12][0-9][0-9][0-9]')`,
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

/** What `makeAppendOnly` and `makeChained` call; must exist before them. */
export async function createTriggerFunctions(db: Kysely<unknown>): Promise<void> {
  if (!isPostgres(db)) return
  await run(
    db,
    `create function refuse_change() returns trigger language plpgsql as $$ begin raise exception '% is append-only', tg_table_name; end $$`,
  )
  await run(
    db,
    `create function refuse_gap() returns trigger language plpgsql as $$ begin
       if new.seq <> (select coalesce(max(seq), 0) + 1 from audit_line)
         then raise exception 'audit_line takes the next sequence number only'; end if;
       if new.at < (select at from audit_line where seq = new.seq - 1)
         then raise exception 'audit_line is in the order of time'; end if;
       return new; end $$`,
  )
}

/** Makes the database refuse an audit line that is not the next one, or is earlier than the one before. */
export async function makeChained(db: Kysely<unknown>): Promise<void> {
  if (isPostgres(db)) {
    await run(
      db,
      'create trigger audit_line_next before insert on audit_line for each row execute function refuse_gap()',
    )
    return
  }
  await run(
    db,
    `create trigger audit_line_next before insert on audit_line
     when new.seq <> (select coalesce(max(seq), 0) + 1 from audit_line)
     begin select raise(abort, 'audit_line takes the next sequence number only'); end`,
  )
  await run(
    db,
    `create trigger audit_line_in_time before insert on audit_line
     when new.at < (select at from audit_line where seq = new.seq - 1)
     begin select raise(abort, 'audit_line is in the order of time'); end`,
  )
}

export async function run(db: Kysely<unknown>, statement: string): Promise<void> {
  await sql.raw(statement).execute(db)
}

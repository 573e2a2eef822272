import type { Kysely } from 'kysely'
import type { Database } from '../../server/db/schema.ts'

/** How many statements a database is asked while `work` runs, in whatever connection. */
export async function countStatements(db: Kysely<Database>, work: () => Promise<unknown>): Promise<number> {
  const executor = db.getExecutor()
  const compile = executor.compileQuery.bind(executor)
  let count = 0
  const counting: typeof compile = (...query) => {
    count += 1
    return compile(...query)
  }
  executor.compileQuery = counting
  try {
    await work()
  } finally {
    executor.compileQuery = compile
  }
  return count
}

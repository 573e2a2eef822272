/** What is asked so often is prepared. */
const OFTEN = 10
/** So many at most: each connection keeps them in the memory of PostgreSQL, some with a plan of 100 KB. */
const MOST_NAMED = 128
/** Longer ones hold lists of values, and are seldom asked twice. */
const LONGEST = 8000
/** Of so many texts it is counted how often they are asked; then it begins anew. */
const MOST_COUNTED = 500

interface Asked {
  text: string
  values: unknown[]
  name?: string
}

/** How the driver is asked; what has no parameters goes in one message as it is. */
export function toAsked(sql: string, parameters: readonly unknown[]): Asked {
  const asked = { text: sql, values: [...parameters] }
  const name = parameters.length > 0 ? nameOf(sql) : undefined
  return name === undefined ? asked : { ...asked, name }
}

const names = new Map<string, string>()
const counts = new Map<string, number>()

/**
 * The name under which connections prepare a statement, so that PostgreSQL reads and plans it once for each of them and not
 * each time; undefined of what is seldom asked.
 */
function nameOf(statement: string): string | undefined {
  const name = names.get(statement)
  if (name !== undefined || names.size === MOST_NAMED || statement.length > LONGEST) return name
  const count = (counts.get(statement) ?? 0) + 1
  if (counts.size === MOST_COUNTED) counts.clear()
  counts.set(statement, count)
  if (count < OFTEN) return undefined
  const given = `tanbiao-${names.size + 1}`
  names.set(statement, given)
  if (names.size === MOST_NAMED) counts.clear()
  else counts.delete(statement)
  return given
}

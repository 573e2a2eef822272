/** What Node.js says of a host that is not reached or has gone. */
const OF_NETWORK = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'EHOSTDOWN',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
])

/** What PostgreSQL says while it stops, starts, is full, or has become a replica itself; and its class of lost connections. */
const OF_POSTGRES = /^(08[0-9A-Z]{3}|57P0[1235]|53300|25006)$/

/** The driver's own words; it gives them no code. */
const LOST = /^(Connection terminated|Client has encountered a connection error|Client was closed)/
const SILENT =
  /^(timeout exceeded when trying to connect|timeout expired|Query read timeout|Connection terminated due to connection timeout)/

/** Whether PostgreSQL could not be reached, or was lost while it was asked: what is no fault of the question. */
export const isUnavailable = (error: unknown): boolean => isLost(error) || isSilent(error)

/** The same without those that took their time to fail: what may be asked again at once. */
export function isLost(error: unknown): boolean {
  const { code, message } = firstOf(error)
  return OF_NETWORK.has(code) || OF_POSTGRES.test(code) || (LOST.test(message) && !SILENT.test(message))
}

const isSilent = (error: unknown): boolean => SILENT.test(firstOf(error).message)

/** Of a host with several addresses, of which each failed, the first failure counts. */
export function firstOf(error: unknown): { code: string; message: string } {
  if (error instanceof AggregateError && error.errors.length > 0) return firstOf(error.errors[0])
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return { code, message: error instanceof Error ? error.message : String(error) }
}

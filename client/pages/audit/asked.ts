/** Which lines of the log are looked at; every field lives in the address, empty where it is not said. */
export interface Asked {
  actor: string
  action: string
  object: string
  from: string
  to: string
  q: string
  /** Where the page begins; empty at the newest line. */
  cursor: string
}

const NAMES = ['actor', 'action', 'object', 'from', 'to', 'q', 'cursor'] as const

export const NOTHING_ASKED: Asked = { actor: '', action: '', object: '', from: '', to: '', q: '', cursor: '' }

export const toAsked = (query: Readonly<Record<string, string>>): Asked => ({
  ...NOTHING_ASKED,
  ...Object.fromEntries(NAMES.map((name) => [name, query[name] ?? ''])),
})

/** The conditions that are set, without the place in the list. */
export const conditionsOf = (asked: Asked): [string, string][] =>
  NAMES.flatMap((name): [string, string][] => (name === 'cursor' || asked[name] === '' ? [] : [[name, asked[name]]]))

const withQuery = (path: string, params: [string, string][]): string =>
  params.length === 0 ? path : `${path}?${new URLSearchParams(params)}`

export const auditAddress = (asked: Asked): string =>
  withQuery('/audit', [
    ...conditionsOf(asked),
    ...(asked.cursor === '' ? [] : [['cursor', asked.cursor] as [string, string]]),
  ])

/** The file with the same lines. */
export const auditCsv = (asked: Asked): string => withQuery('/api/audit.csv', conditionsOf(asked))

/** The page of one object's whole life. */
export const objectAddress = (object: string, cursor = ''): string =>
  `/audit/object?${new URLSearchParams({ object, ...(cursor !== '' && { cursor }) })}`

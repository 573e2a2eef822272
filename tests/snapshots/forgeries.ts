import fc from 'fast-check'

/** What someone with access to the database does to a log; both the lines and, where they can be counted again, their hashes. */
export interface Forgery {
  what: 'update' | 'delete' | 'reorder' | 'insert' | 'truncate' | 'splice' | 'update-rehashed' | 'delete-rehashed'
  /** Where, as shares of the lines that the older snapshot covers. */
  at: number
  to: number
}

const share = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })

export const forgeries: fc.Arbitrary<Forgery> = fc.record({
  what: fc.constantFrom<Forgery['what']>(
    'update',
    'delete',
    'reorder',
    'insert',
    'truncate',
    'splice',
    'update-rehashed',
    'delete-rehashed',
  ),
  at: share,
  to: share,
})

export const isRehashed = ({ what }: Forgery): boolean => what.endsWith('-rehashed')

/** The lines after it; of `lines` the first `covered` are those that the older snapshot has too. */
export function forge(lines: readonly string[], covered: number, { what, at, to }: Forgery): string[] {
  const from = Math.floor(at * covered)
  const line = lines[from] ?? ''
  // Another line than this one, of those that are covered.
  const other = (from + 1 + Math.floor(to * (covered - 1))) % covered
  switch (what) {
    case 'update':
    case 'update-rehashed':
      return lines.with(from, updated(line))
    case 'delete':
      return lines.toSpliced(from, 1)
    case 'delete-rehashed':
      return lines.toSpliced(from, 1).map((one, index) => JSON.stringify({ ...JSON.parse(one), seq: index + 1 }))
    case 'reorder':
      return lines.with(from, lines[other] ?? '').with(other, line)
    case 'insert':
      return lines.toSpliced(other, 0, line)
    case 'truncate':
      return lines.slice(0, from)
    case 'splice':
      return [...lines.slice(0, from), ...lines.slice(Math.max(from + 1, other))]
  }
}

/** The same line with another name of who did it. */
const updated = (line: string): string => line.replace('"actor":"', '"actor":"x')

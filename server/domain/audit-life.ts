/** One field that became another; null is what is not said. */
export interface FieldChange {
  /** Where it stands in the change: `value`, `milestones.2030.value`. */
  field: string
  old: Scalar
  new: Scalar
}

export type Scalar = string | number | boolean | null

/** What is read of a line of the log. */
interface ToldLine {
  seq: number
  action: string
  data: Readonly<Record<string, unknown>>
}

/** Lines that say a thing whole, by what they say: each is held against the one before that says the same. */
const WHOLE: Readonly<Record<string, string>> = {
  'region.add': 'region',
  'theme.add': 'theme',
  'plan.add': 'plan',
  'indicator.add': 'indicator',
  'indicator.revise': 'indicator',
  'target.revise': 'target',
  'target.weigh': 'weight',
  'observation.enter': 'observation',
  'round.revise': 'round',
  'account.revise': 'account',
}

/** What lines mean that do not say such a field, as they were written before there was one: to say it then changes nothing. */
const UNSAID: Readonly<Record<string, Scalar>> = { rollUp: 'none' }

/** Where a step of the review leaves the figure. */
const STATES: Readonly<Record<string, string>> = {
  'observation.submit': 'submitted',
  'observation.withdraw': 'draft',
  'observation.approve': 'approved',
  'observation.return': 'returned',
  'observation.discard': 'discarded',
}

/** The actions of lines that change something; the others only tell. */
export const CHANGING_ACTIONS: readonly string[] = [...Object.keys(WHOLE), ...Object.keys(STATES)]

/** Counts or names what the line is about already, or says why it was changed. */
const NAMING = new Set([
  'correction',
  'id',
  'code',
  'username',
  'targetId',
  'roundId',
  'revision',
  'planCode',
  'regionCode',
])
/** Of an account the region is no name: it can be given another. */
const isNaming = (field: string, action: string): boolean =>
  (NAMING.has(field) && !(field === 'regionCode' && action === 'account.revise')) ||
  (action === 'observation.enter' && ['indicatorCode', 'year', 'measure', 'sample'].includes(field)) ||
  (action === 'target.revise' && ['indicatorCode', 'sample'].includes(field))

/**
 * What each line of an object's life changed, by its number.
 *
 * A line that says a thing whole is held against the line before that says the same; the first against nothing. A step of
 * the review changes the state of its own revision. A field that a later line cannot say, such as the unit of an
 * indicator, is not changed by it.
 *
 * @param lines of one object, oldest first
 */
export function changesOf(lines: readonly ToldLine[]): Map<number, FieldChange[]> {
  const said = new Map<string, Map<string, Scalar>>()
  const states = new Map<number, string>()
  const changes = new Map<number, FieldChange[]>()
  for (const { seq, action, data } of lines) {
    const whole = WHOLE[action]
    const state = STATES[action]
    if (whole !== undefined) {
      const now = flattened(data, (field) => isNaming(field, action))
      const before = said.get(whole) ?? new Map<string, Scalar>()
      changes.set(seq, difference(before, now, data))
      const kept = [...before].filter(([field]) => !(rootOf(field) in data))
      said.set(whole, new Map([...kept, ...now]))
    } else if (state !== undefined) {
      const id = Number(data['observationId'])
      changes.set(seq, [{ field: 'state', old: states.get(id) ?? 'draft', new: state }])
      states.set(id, state)
    }
  }
  return changes
}

function difference(
  before: ReadonlyMap<string, Scalar>,
  now: ReadonlyMap<string, Scalar>,
  data: Readonly<Record<string, unknown>>,
): FieldChange[] {
  const gone = [...before.keys()].filter((field) => !now.has(field) && rootOf(field) in data)
  return [...now.keys(), ...gone]
    .map((field) => ({ field, old: before.get(field) ?? null, new: now.get(field) ?? null }))
    .filter((change) => change.old !== change.new && !(change.old === null && change.new === UNSAID[change.field]))
}

const rootOf = (field: string): string => field.split('.')[0] ?? ''

/** Everything that a change says, by its path. */
export const fieldsOf = (data: Readonly<Record<string, unknown>>): [string, Scalar][] => [
  ...flattened(data, () => false),
]

/** The fields of a change by their paths; what is in a list by its year where it has one, else by its place from 1 on. */
function flattened(data: Readonly<Record<string, unknown>>, skips: (field: string) => boolean): Map<string, Scalar> {
  const fields = new Map<string, Scalar>()
  const take = (path: string, value: unknown): void => {
    if (isScalar(value)) fields.set(path, value)
    else if (Array.isArray(value) && value.every(isScalar)) fields.set(path, value.join(', ') || null)
    else if (Array.isArray(value)) value.forEach((part: unknown, index) => take(`${path}.${keyOf(part, index)}`, part))
    else if (typeof value === 'object' && value !== null) {
      for (const [name, part] of Object.entries(value)) if (!isOwnKey(name, path)) take(`${path}.${name}`, part)
    }
  }
  for (const [name, value] of Object.entries(data)) if (!skips(name)) take(name, value)
  return fields
}

/** The year of a milestone is in its path already. */
const isOwnKey = (name: string, path: string): boolean => name === 'year' && /\.[0-9]{4}$/.test(path)

function keyOf(part: unknown, index: number): string {
  const year = typeof part === 'object' && part !== null && 'year' in part ? part.year : undefined
  return String(typeof year === 'number' ? year : index + 1)
}

const isScalar = (value: unknown): value is Scalar =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)

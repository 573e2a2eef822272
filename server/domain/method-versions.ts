/** One version of the method. */
export interface MethodVersion {
  id: 'linear-path'
  version: string
  /** The Asia/Shanghai day from which on it is in force; null for the first, which judges every day before the next. */
  from: string | null
}

/** Every version that ever was in force, oldest first: the one place in which a new one is named. Source: METHOD.md, "Versions" */
export const METHOD_VERSIONS: readonly [MethodVersion, ...MethodVersion[]] = [
  { id: 'linear-path', version: '1.0', from: null },
]

/**
 * The version in force on a day.
 *
 * @param day of Asia/Shanghai, `YYYY-MM-DD`
 * @param versions oldest first
 */
export function methodOn(
  day: string,
  versions: readonly [MethodVersion, ...MethodVersion[]] = METHOD_VERSIONS,
): MethodVersion {
  return versions.findLast(({ from }) => from === null || from <= day) ?? versions[0]
}

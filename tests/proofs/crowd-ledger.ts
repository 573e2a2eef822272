/** How far a figure is; later ones do not go back but by a return. */
export type State = 'draft' | 'submitted' | 'approved'

/** What a server has said of one figure: it is stored. */
export interface Acknowledged {
  id: number
  regionCode: string
  indicatorCode: string
  revision: number
  value: string
  state: State
}

const ORDER: readonly State[] = ['draft', 'submitted', 'approved']

/** Whether what was read is at least what had been acknowledged. */
export const isAtLeast = (
  read: { id: number; revision: number; value: string | null; state: string },
  told: Acknowledged,
): boolean => {
  if (read.revision !== told.revision) return read.revision > told.revision
  return (
    read.id === told.id &&
    read.value === told.value &&
    ORDER.findIndex((one) => one === read.state) >= ORDER.indexOf(told.state)
  )
}

/** What the crowd notes down. */
export class Ledger {
  /** Every acknowledged write. */
  readonly writes: Acknowledged[] = []
  /** 5xx, no answer, 401: what nobody of the crowd should have seen. */
  readonly errors: string[] = []
  /** Refusals for which there is no reason. */
  readonly strange: string[] = []
  /** Answers that lacked what was acknowledged before they were asked for. */
  readonly stale: string[] = []
  /** Writes that were sent again by the proxy after they were done, and said so. */
  doneBefore = 0
  readonly #newest = new Map<string, Acknowledged>()
  readonly #newestSubmitted = new Map<string, Acknowledged>()
  readonly #latencies = new Map<string, number[]>()

  acknowledge(write: Acknowledged): void {
    this.writes.push(write)
    const name = `${write.regionCode}/${write.indicatorCode}`
    this.#newest.set(name, write)
    if (write.state !== 'draft') this.#newestSubmitted.set(name, write)
  }

  /** What of a region has been acknowledged by now; drafts are not for reviewers. */
  of(regionCode: string, reader: 'reporter' | 'reviewer'): Map<string, Acknowledged> {
    const known = reader === 'reporter' ? this.#newest : this.#newestSubmitted
    return new Map(
      [...known.values()]
        .filter((write) => write.regionCode === regionCode)
        .map((write) => [write.indicatorCode, write]),
    )
  }

  time(kind: string, milliseconds: number): void {
    const taken = this.#latencies.get(kind) ?? []
    taken.push(milliseconds)
    this.#latencies.set(kind, taken)
  }

  /** Number, median and 99 of 100, in milliseconds, by kind of request. */
  latencies(): Record<string, { count: number; p50: number; p99: number; max: number }> {
    const at = (sorted: readonly number[], share: number): number =>
      Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
    return Object.fromEntries(
      [...this.#latencies].map(([kind, taken]) => {
        const sorted = taken.toSorted((a, b) => a - b)
        return [kind, { count: taken.length, p50: at(sorted, 0.5), p99: at(sorted, 0.99), max: at(sorted, 1) }]
      }),
    )
  }
}

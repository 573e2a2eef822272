import type { Chain, Recorded } from './chain.ts'
import { type DemoLine, renumbered } from './demo-life.ts'
import type { Shadow } from './shadow.ts'

/** What happens beside the many figures: the demo, and what an administrator records for them. */
export class Story {
  readonly #events: readonly (Recorded | DemoLine)[]
  readonly #chain: Chain
  readonly #shadow: Shadow
  /** The lines of the demo have other numbers here. */
  readonly #numbers = new Map<number, number>()
  #told = 0

  constructor(events: readonly (Recorded | DemoLine)[], chain: Chain, shadow: Shadow) {
    this.#events = events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
    this.#chain = chain
    this.#shadow = shadow
  }

  /** Records everything up to an instant that is not recorded yet. */
  async tellUntil(instant: string): Promise<void> {
    for (;;) {
      const event = this.#events[this.#told]
      if (event === undefined || event.at > instant) return
      this.#told += 1
      const change = renumbered(event.change, this.#numbers)
      const line = this.#chain.record({ ...event, change })
      if ('seq' in event) this.#numbers.set(event.seq, line[0])
      await this.#shadow.apply(line, change)
    }
  }
}

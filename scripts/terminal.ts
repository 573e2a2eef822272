import { createInterface, type Interface } from 'node:readline/promises'
import { Writable } from 'node:stream'

/** Asks questions on the terminal, one after the other; where there is none, the lines of the standard input answer them. */
export class Terminal {
  readonly #lines: Interface
  readonly #answers: AsyncIterator<string>
  readonly #isTerminal = process.stdin.isTTY
  #isHidden = false

  constructor() {
    const output = new Writable({
      write: (chunk, _encoding, done) => {
        if (!this.#isHidden) process.stderr.write(chunk)
        done()
      },
    })
    this.#lines = createInterface({ input: process.stdin, output, terminal: this.#isTerminal })
    this.#answers = this.#lines[Symbol.asyncIterator]()
  }

  /** @param isHidden what is typed is not shown */
  async ask(question: string, isHidden = false): Promise<string> {
    if (this.#isTerminal) process.stderr.write(question)
    this.#isHidden = isHidden
    const { value = '', done } = await this.#answers.next()
    if (isHidden && this.#isTerminal) process.stderr.write('\n')
    this.#isHidden = false
    if (done) throw new Error(`Nothing was answered: ${question.trim()}`)
    return value
  }

  close(): void {
    this.#lines.close()
  }
}

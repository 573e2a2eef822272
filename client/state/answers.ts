/** What was answered to questions, by their keys; of those asked longest ago nothing is kept. */
export type Answers = ReadonlyMap<string, unknown>

/** As many as some pages ask, back and forth. Each may hold thousands of targets, and a page can stay open for weeks. */
const MOST = 30

let answers = new Map<string, unknown>()

/** What is remembered now. An answer that was asked for before everything was forgotten belongs to what it was asked from. */
export const answersNow = (): Answers => answers

/** Remembers an answer among those that there were when it was asked for; none of it where these are forgotten. */
export function rememberAnswer(among: Answers, key: string, value: unknown): void {
  if (among !== answers) return
  answers.delete(key)
  answers.set(key, value)
  for (const oldest of answers.keys()) {
    if (answers.size <= MOST) break
    answers.delete(oldest)
  }
}

/** Forgets what was answered: someone else reads from now on. */
export function forgetAnswers(): void {
  answers = new Map()
}

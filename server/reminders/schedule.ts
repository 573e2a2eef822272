/** How often it is looked whether someone is to be reminded. */
const EVERY_MS = 3_600_000

/** Nobody is written to at night: from 8 to 20 o'clock in Asia/Shanghai. */
const isDaytime = (now: Date): boolean => {
  const hour = (now.getUTCHours() + 8) % 24
  return hour >= 8 && hour < 20
}

/** Runs `work` now and every hour of the day, one at a time; answers how to stop. */
export function everyHour(
  work: () => Promise<unknown>,
  clock: () => Date,
  onFailure: (error: unknown) => void,
): () => void {
  let isRunning = false
  const run = (): void => {
    if (isRunning || !isDaytime(clock())) return
    isRunning = true
    work()
      .catch(onFailure)
      .finally(() => {
        isRunning = false
      })
  }
  run()
  const timer = setInterval(run, EVERY_MS)
  timer.unref()
  return () => clearInterval(timer)
}

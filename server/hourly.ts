import type { FastifyInstance } from 'fastify'

const EVERY_MS = 3_600_000

/** Does `work` once the application listens and every hour from then on, until it closes; never twice at a time. */
export function everyHour(
  app: FastifyInstance,
  work: () => Promise<unknown>,
  onFailure: (error: unknown) => void,
): void {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> | undefined
  const run = (): void => {
    running ??= work()
      .catch(onFailure)
      .finally(() => {
        running = undefined
      })
  }
  app.addHook('onListen', async () => {
    run()
    timer = setInterval(run, EVERY_MS)
    timer.unref()
  })
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await running
  })
}

import type { FastifyInstance } from 'fastify'

const EVERY_MS = 3_600_000

/**
 * Does `work` once the application listens and every hour from then on, until it closes; never twice at a time. What is
 * under way then is asked to end by `isWanted`, and waited for.
 */
export function everyHour(
  app: FastifyInstance,
  work: (isWanted: () => boolean) => Promise<unknown>,
  onFailure: (error: unknown) => void,
): void {
  let timer: NodeJS.Timeout | undefined
  let running: Promise<unknown> | undefined
  let isClosing = false
  const run = (): void => {
    running ??= work(() => !isClosing)
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
  app.addHook('preClose', async () => {
    isClosing = true
  })
  app.addHook('onClose', async () => {
    clearInterval(timer)
    await running
  })
}

import type { FastifyInstance } from 'fastify'

/** After the first requests of whoever waited for the start. */
const AFTER_MS = 5000

/**
 * Gives back, once and some seconds after the start, the memory that only the start needed: a quarter of all, which V8
 * keeps as long as nothing presses. Takes a fifth of a second; where node runs without `--expose-gc`, nothing happens.
 */
export function giveBackAfterStart(app: FastifyInstance): void {
  let timer: NodeJS.Timeout | undefined
  app.addHook('onListen', async () => {
    timer = setTimeout(() => globalThis.gc?.({ type: 'major', execution: 'sync', flavor: 'last-resort' }), AFTER_MS)
    timer.unref()
  })
  app.addHook('onClose', async () => clearTimeout(timer))
}

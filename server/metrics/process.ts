import { monitorEventLoopDelay } from 'node:perf_hooks'
import { type Family, single } from './text.ts'

const NANO = 1e-9
const RESOLUTION_MS = 10
const LAG = 'How late the event loop came to what was due since the last reading'

/** Watches this process from now on; answers what was seen, and `stop` ends it. */
export function watchProcess(): { read: () => Family[]; stop: () => void } {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS })
  delay.enable()
  const startedAt = Date.now() / 1000 - process.uptime()
  const read = (): Family[] => {
    const { user, system } = process.cpuUsage()
    const { rss, heapUsed, external } = process.memoryUsage()
    const families: Family[] = [
      single('gauge', 'nodejs_eventloop_lag_p50_seconds', `${LAG}, half of the times.`, late(delay.percentile(50))),
      single(
        'gauge',
        'nodejs_eventloop_lag_p99_seconds',
        `${LAG}, of a hundred times the worst.`,
        late(delay.percentile(99)),
      ),
      single('gauge', 'nodejs_eventloop_lag_max_seconds', `${LAG}, at the worst.`, late(delay.max)),
      single('gauge', 'process_resident_memory_bytes', 'Memory of the process.', rss),
      single('gauge', 'nodejs_heap_size_used_bytes', 'Memory of JavaScript in use.', heapUsed),
      single('gauge', 'nodejs_external_memory_bytes', 'Memory of buffers and the like.', external),
      single('counter', 'process_cpu_seconds_total', 'Time of the processors that was used.', (user + system) / 1e6),
      single('gauge', 'process_start_time_seconds', 'When the process began, in seconds since 1970.', startedAt),
    ]
    delay.reset()
    return families
  }
  return { read, stop: () => void delay.disable() }
}

/** What is measured is the distance between two looks, of which the resolution is meant; nothing yet is no number. */
const late = (nanoseconds: number): number => Math.max(0, (nanoseconds || 0) * NANO - RESOLUTION_MS / 1000)

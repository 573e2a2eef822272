import type { FastifyInstance, FastifyRequest } from 'fastify'
import { type Family, type Sample, single } from './text.ts'

/** Upper ends of the classes of durations, in seconds. */
const ENDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30]

interface Durations {
  method: string
  route: string
  /** How many took no longer than each end. */
  upTo: number[]
  sum: number
  count: number
}

/** What has no route: an address that does not exist, of which there is no end. */
const NO_ROUTE = 'none'

/** Counts the requests from now on; answers what was counted. Comes before the routes. */
export function countRequests(app: FastifyInstance): () => Family[] {
  const counts = new Map<string, Required<Sample>>()
  const durations = new Map<string, Durations>()
  // What another hook refuses before is answered, and was never begun here.
  const begun = new WeakSet<FastifyRequest>()
  let inFlight = 0
  app.addHook('onRequest', async (request) => {
    begun.add(request)
    inFlight += 1
  })
  app.addHook('onResponse', async (request, reply) => {
    if (begun.delete(request)) inFlight -= 1
    const { method, routeOptions } = request
    const { url: route = NO_ROUTE } = routeOptions
    const status = `${Math.trunc(reply.statusCode / 100)}xx`
    const count = counts.get(`${method} ${route} ${status}`)
    if (count === undefined) {
      counts.set(`${method} ${route} ${status}`, { suffix: '', labels: { method, route, status }, value: 1 })
    } else count.value += 1
    const key = `${method} ${route}`
    const taken = durations.get(key) ?? { method, route, upTo: ENDS.map(() => 0), sum: 0, count: 0 }
    durations.set(key, taken)
    add(taken, reply.elapsedTime / 1000)
  })
  return () => [
    {
      name: 'tanbiao_http_requests_total',
      help: 'Requests answered, by route and class of status.',
      type: 'counter',
      samples: [...counts.values()],
    },
    {
      name: 'tanbiao_http_request_duration_seconds',
      help: 'From the head of a request to the end of its answer, by route.',
      type: 'histogram',
      samples: [...durations.values()].flatMap(toSamples),
    },
    single('gauge', 'tanbiao_http_requests_in_flight', 'Requests that are being answered.', inFlight),
  ]
}

function add(taken: Durations, seconds: number): void {
  taken.sum += seconds
  taken.count += 1
  for (const [index, end] of ENDS.entries()) if (seconds <= end) taken.upTo[index] = (taken.upTo[index] ?? 0) + 1
}

const toSamples = ({ method, route, upTo, sum, count }: Durations): Sample[] => [
  ...ENDS.map((end, index) => ({
    suffix: '_bucket',
    labels: { method, route, le: String(end) },
    value: upTo[index] ?? 0,
  })),
  { suffix: '_bucket', labels: { method, route, le: '+Inf' }, value: count },
  { suffix: '_sum', labels: { method, route }, value: sum },
  { suffix: '_count', labels: { method, route }, value: count },
]

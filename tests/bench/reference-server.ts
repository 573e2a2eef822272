import fastify from 'fastify'

// A process of its own: Fastify with nothing but two answers, the JSON of an object of 10 KB, serialised anew for each request,
// and a buffer of any size, made once.

const FIGURES = 38

/** As the list of figures has them, without their indicators: 10 KB in all. */
const figures = Array.from({ length: FIGURES }, (_, at) => ({
  id: 100_000 + at,
  regionCode: '630000',
  indicatorCode: 'rd-intensity',
  year: 2020 + (at % 6),
  value: '17.55',
  missingReason: null,
  provisional: false,
  source: '科技统计年报',
  revision: 1,
  state: 'approved',
  sample: true,
  enteredAt: '2026-03-18T15:59:59.999Z',
  decidedAt: '2026-03-19T15:59:59.999Z',
}))
const answer = { asOf: '2026-06-30T04:00:00.000Z', total: FIGURES, items: figures, nextCursor: null }

const buffers = new Map<number, Buffer>()
const bufferOf = (bytes: number): Buffer => {
  const made = buffers.get(bytes) ?? Buffer.alloc(bytes, '{"name":"value"}')
  buffers.set(bytes, made)
  return made
}

const app = fastify()
app.get('/json', () => answer)
app.get<{ Params: { bytes: string } }>('/buffer/:bytes', async (request, reply) =>
  reply.type('application/json; charset=utf-8').send(bufferOf(Number(request.params.bytes))),
)
await app.listen({ host: '127.0.0.1', port: Number(process.argv[2]) })

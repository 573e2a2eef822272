import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'

// A process of its own, which takes the whole CSV again and again until it is ended, and tells when it first asks.

const [port, cookie = ''] = process.argv.slice(2)

for (let asked = 0; ; asked += 1) {
  const request = get({
    ...{ host: '127.0.0.1', port: Number(port), path: '/api/observations.csv', agent: false },
    headers: { cookie },
  })
  if (asked === 0) request.once('finish', () => process.send?.('asked'))
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  if (response.statusCode !== 200) process.exit(1)
  response.resume()
  await once(response, 'end')
}

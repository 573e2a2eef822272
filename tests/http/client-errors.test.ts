import { once } from 'node:events'
import { type AddressInfo, connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openApp, type TestApp } from '../helpers/app.ts'
import { describeOnBothEngines, openDatabase } from '../helpers/databases.ts'

describeOnBothEngines('what is not a request', (engine) => {
  let app: TestApp
  let port: number
  let close: () => Promise<void>
  beforeAll(async () => {
    const database = await openDatabase(engine)
    app = await openApp(database.db)
    await app.app.listen({ host: '127.0.0.1', port: 0 })
    port = (app.app.server.address() as AddressInfo).port
    close = database.close
  })
  afterAll(async () => {
    await app.app.close()
    await close()
  })

  async function answerTo(text: string) {
    const socket = connect(port, '127.0.0.1')
    let received = ''
    socket.on('data', (chunk) => (received += String(chunk)))
    socket.on('error', () => undefined)
    socket.write(text)
    await once(socket, 'close')
    const [head = '', body = ''] = received.split('\r\n\r\n')
    return { head, body: JSON.parse(body) as Record<string, unknown>, bytes: Buffer.byteLength(body) }
  }

  const HEADERS = 'Host: x\r\nAccept-Language: en\r\n'

  it.each([
    ['a method that does not exist', `FOO /api/health HTTP/1.1\r\n${HEADERS}\r\n`, 400, 'Bad request'],
    ['no HTTP at all', `hello\r\n${HEADERS}\r\n`, 400, 'Bad request'],
    ['a long header', `GET / HTTP/1.1\r\n${HEADERS}X-Long: ${'x'.repeat(20_000)}\r\n\r\n`, 431, 'Header too large'],
  ])('%s is answered with a problem in the language asked for', async (_what, text, status, title) => {
    const { head, body, bytes } = await answerTo(text)
    expect(head).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `))
    expect(head).toContain('Content-Type: application/problem+json; charset=utf-8')
    expect(head).toContain(`Content-Length: ${bytes}`)
    expect(body).toMatchObject({ status, title, requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) })
  })

  it('a long address is answered in Chinese where no language is asked for', async () => {
    const { body } = await answerTo(`GET /${'x'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`)
    expect(body).toMatchObject({ status: 431, title: '请求头过长', code: 'request-too-long' })
  })
})

import { expect, inject, it } from 'vitest'
import { temporaryFolder } from '../helpers/audit-folder.ts'
import { describeOnBothEngines, emptyPostgres } from '../helpers/databases.ts'
import { startService } from '../helpers/service.ts'
import { environmentOf, indicatorName, prepareDesk } from '../proofs/proof-desk.ts'

interface Line {
  reqId?: string
  msg?: string
  req?: Record<string, unknown>
  res?: Record<string, unknown>
  responseTime?: number
}

describeOnBothEngines('a line of the log of the service', (engine) => {
  it('has id, route, status, duration and who asked, and nothing that is secret or about anyone', async () => {
    const url = engine === 'postgres' ? await emptyPostgres(inject('postgresUrl')) : undefined
    const place = { dataDir: temporaryFolder(), ...(url !== undefined && { url }) }
    const { cookies, year } = await prepareDesk(place, 1)
    const service = await startService({ ...environmentOf(place), LOG_LEVEL: 'trace' })
    const headers = { cookie: cookies['first'] ?? '', 'content-type': 'application/json' }
    const item = { regionCode: '63', indicatorCode: indicatorName(0), year, value: '731942', note: '张三 13800000000' }
    const body = JSON.stringify({ items: [item] })
    expect((await fetch(`${service.address}/api/observations`, { method: 'PUT', headers, body })).status).toBe(200)
    const wrong = JSON.stringify({ username: 'first', password: 'not-the-password' })
    await fetch(`${service.address}/api/session`, { method: 'POST', headers, body: wrong })
    await (await fetch(`${service.address}/api/targets?q=li-si@example.cn`, { headers })).text()
    await (await fetch(`${service.address}/api/targets?q=%E5%BC%A0`, { headers: {} })).text()
    expect(await service.stop()).toBe(0)

    const lines = service
      .printed()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Line)
    const done = lines.filter(({ msg }) => msg === 'request completed')
    expect(done.length).toBe(4)
    for (const line of done) {
      expect(line.reqId).toMatch(/^[0-9a-f-]{36}$/)
      expect(line.responseTime).toBeGreaterThan(0)
      expect(
        Object.keys(line.res ?? {}).filter((name) => !['statusCode', 'method', 'route', 'username'].includes(name)),
      ).toEqual([])
    }
    expect(done[0]?.res).toEqual({ statusCode: 200, method: 'PUT', route: '/api/observations', username: 'first' })
    for (const { req } of lines) if (req !== undefined) expect(Object.keys(req)).toEqual(['method', 'url'])
    const token = headers.cookie.split('=')[1] ?? ''
    for (const secret of ['not-the-password', token, '731942', '张三', '13800000000', 'li-si', '127.0.0.1"']) {
      expect(service.printed(), secret).not.toContain(secret)
    }
  }, 60_000)
})

it('an error is told without what hangs on it', async () => {
  const { LOGGED } = await import('../../server/http/log.ts')
  const error = Object.assign(new Error('refused'), {
    code: '23514',
    detail: 'Failing row contains (zhang@example.cn)',
  })
  expect(LOGGED.err(error)).toEqual({ type: 'Error', message: 'refused', code: '23514', stack: expect.any(String) })
})

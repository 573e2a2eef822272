import { setTimeout as delay } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { addAccount, signIn } from '../helpers/accounts.ts'
import { NOW, openApp } from '../helpers/app.ts'
import { openSigned } from '../helpers/audit-folder.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { toMetricsText } from '../../server/metrics/text.ts'

const LOOPBACK = ['127.0.0.0/8', '::1']

/** The value of the first line that begins so. */
function valueOf(text: string, name: string): number {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `) || one.startsWith(`${name}{`))
  return Number(line?.slice(line.lastIndexOf(' ') + 1))
}

describeOnBothEngines('GET /metrics', (engine) => {
  it('tells requests, process, log and program as Prometheus reads them', async () => {
    const { db, head } = await openSigned(engine)
    const { app, get } = await openApp(db, NOW, { head, metricsFrom: LOOPBACK })
    await get('/api/health')
    await get('/api/targets/no-such-target')
    await get('/api/nothing/at/all')
    // Refused before anything else looks at them.
    await app.inject({ method: 'PUT', url: '/api/health' })
    await app.inject({ method: 'GET', url: '/api/targets/%FF' })
    await addAccount(db, { username: 'leader', role: 'leader' }, NOW)
    const cookie = await signIn(db, 'leader')
    expect((await get('/api/targets.csv', cookie)).status).toBe(200)
    await delay(30)
    const { status, headers, text } = await get('/metrics')
    expect({ status, type: headers['content-type'] }).toEqual({
      status: 200,
      type: 'text/plain; version=0.0.4; charset=utf-8',
    })
    expect(text).toContain('tanbiao_http_requests_total{method="GET",route="/api/health",status="2xx"} 1\n')
    expect(text).toContain('tanbiao_http_requests_total{method="GET",route="/api/targets/:id",status="4xx"} 1\n')
    // Addresses that do not exist are one, for there is no end of them.
    expect(text).toContain('tanbiao_http_requests_total{method="GET",route="none",status="4xx"} 1\n')
    const health = 'method="GET",route="/api/health"'
    expect(text).toContain(`tanbiao_http_request_duration_seconds_bucket{${health},le="+Inf"} 1\n`)
    expect(text).toContain(`tanbiao_http_request_duration_seconds_count{${health}} 1\n`)
    expect(valueOf(text, 'tanbiao_http_requests_in_flight')).toBe(1)
    expect(text).toMatch(new RegExp(`^tanbiao_info\\{version="[^"]+",database="${engine}",node="[^"]+"\\} 1$`, 'm'))
    expect(valueOf(text, 'tanbiao_database_up')).toBe(1)
    expect(valueOf(text, 'tanbiao_write_transactions_total')).toBeGreaterThan(2)
    const { seq } = await db.selectFrom('audit_line').select('seq').orderBy('seq', 'desc').executeTakeFirstOrThrow()
    expect(valueOf(text, 'tanbiao_audit_lines')).toBe(seq)
    expect(valueOf(text, 'tanbiao_audit_head_failures_total')).toBe(0)
    expect(valueOf(text, 'tanbiao_audit_head_age_seconds')).toBe(0)
    expect(valueOf(text, 'tanbiao_snapshot_making')).toBe(0)
    expect(valueOf(text, 'process_resident_memory_bytes')).toBeGreaterThan(1e7)
    expect(Math.abs(valueOf(text, 'process_start_time_seconds') - Date.now() / 1000)).toBeLessThan(86_400)
    expect(valueOf(text, 'nodejs_eventloop_lag_max_seconds')).toBeGreaterThanOrEqual(0)
    await app.close()
  })

  it('still answers where the database does not', async () => {
    const db = await databaseOfTest(engine)
    const { get } = await openApp(db, NOW, { metricsFrom: LOOPBACK })
    await db.destroy()
    const { status, text } = await get('/metrics')
    expect({ status, up: valueOf(text, 'tanbiao_database_up') }).toEqual({ status: 200, up: 0 })
    expect(text).not.toContain('tanbiao_audit_lines')
  })
})

describeOnBothEngines('/metrics is there for nobody else', (engine) => {
  it('is not there at all unless it is asked for', async () => {
    const { get } = await openApp(await databaseOfTest(engine))
    expect((await get('/metrics')).status).toBe(404)
  })

  it('is not there for another network, nor through a proxy, whatever that says', async () => {
    const trustProxy = ['127.0.0.0/8']
    const { app, get } = await openApp(await databaseOfTest(engine), NOW, { metricsFrom: LOOPBACK, trustProxy })
    const from = async (remoteAddress: string) => (await app.inject({ url: '/metrics', remoteAddress })).statusCode
    expect(await from('127.0.0.1')).toBe(200)
    expect(await from('::1')).toBe(200)
    expect(await from('::ffff:127.0.0.1')).toBe(200)
    expect(await from('192.0.2.7')).toBe(404)
    expect(await from('2001:db8::1')).toBe(404)
    for (const name of ['x-forwarded-for', 'forwarded', 'via', 'x-real-ip']) {
      expect((await get('/metrics', { [name]: '127.0.0.1' })).status, name).toBe(404)
    }
  })

  it('is there for a network that was named', async () => {
    const { app } = await openApp(await databaseOfTest(engine), NOW, { metricsFrom: ['10.1.0.0/16'] })
    const from = async (remoteAddress: string) => (await app.inject({ url: '/metrics', remoteAddress })).statusCode
    expect([await from('10.1.2.3'), await from('10.2.0.1'), await from('127.0.0.1')]).toEqual([200, 404, 404])
  })
})

it('labels are escaped as the format asks for', () => {
  const samples = [{ labels: { route: '/a"b\\c\nd' }, value: 1 }]
  expect(toMetricsText([{ name: 'one', help: 'One.', type: 'gauge', samples }])).toBe(
    '# HELP one One.\n# TYPE one gauge\none{route="/a\\"b\\\\c\\nd"} 1\n',
  )
})

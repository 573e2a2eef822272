import { expect, inject, it, onTestFinished } from 'vitest'
import { connect } from '../../server/db/connect.ts'
import { temporaryFolder } from '../helpers/audit-folder.ts'
import { cookieOf, givePassword } from '../helpers/accounts.ts'
import { emptyPostgres } from '../helpers/databases.ts'
import { startNginx } from '../helpers/nginx.ts'
import { freePort } from '../helpers/postgres.ts'
import { type Service, startService } from '../helpers/service.ts'
import { environmentOf, indicatorName, prepareDesk } from '../proofs/proof-desk.ts'

const PASSWORD = 'die Kuh springt über den Mond'

/** Two servers on one database and one DATA_DIR, and nginx as docs/nginx.conf has it. */
async function openPair() {
  const place = { dataDir: temporaryFolder(), url: await emptyPostgres(inject('postgresUrl')) }
  const { year } = await prepareDesk(place, 1)
  const db = connect(place)
  await givePassword(db, 'first', PASSWORD, new Date())
  await db.destroy()
  const ports = [await freePort(), await freePort()] as const
  const settings = { ...environmentOf(place), TRUST_PROXY: '127.0.0.0/8' }
  const begin = (port: number): Promise<Service> => startService({ ...settings, PORT: String(port) })
  const servers = [await begin(ports[0]), await begin(ports[1])] as const
  const nginx = await startNginx(ports)
  onTestFinished(() => nginx.stop())
  return { servers, nginx, year }
}

async function ask(address: string, method: string, path: string, cookie: string, body?: object) {
  const headers = { cookie, ...(body && { 'content-type': 'application/json' }) }
  const response = await fetch(`${address}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  const isJson = /\bjson\b/.test(response.headers.get('content-type') ?? '')
  const answered = isJson ? ((await response.json()) as Record<string, unknown>) : {}
  return { status: response.status, headers: Object.fromEntries(response.headers), body: answered }
}

it('behind nginx, who signs in at one server saves at the other, and one that stops is not missed', async () => {
  const { servers, nginx, year } = await openPair()
  const [one, other] = servers
  const signedIn = await ask(one.address, 'POST', '/api/session', '', { username: 'first', password: PASSWORD })
  expect(signedIn.status).toBe(200)
  const cookie = cookieOf(signedIn.headers) ?? ''
  const figure = { regionCode: '63', indicatorCode: indicatorName(0), year, value: '1' }
  expect((await ask(other.address, 'PUT', '/api/observations', cookie, { items: [figure] })).status).toBe(200)

  const through = async (method: string, path: string, body?: object) =>
    await ask(nginx.address, method, path, cookie, body)
  // Twice, so that each is asked.
  for (const value of ['2', '3']) {
    expect((await through('PUT', '/api/observations', { items: [{ ...figure, value }] })).status).toBe(200)
    const { body } = await through('GET', `/api/sheets/63/${year}`)
    expect(body).toMatchObject({ rows: [{ pending: { value } }] })
  }
  expect((await through('GET', '/metrics')).status).toBe(404)
  expect((await through('GET', '/')).status).toBe(200)

  expect(await one.stop()).toBe(0)
  for (let count = 0; count < 6; count++) {
    expect((await through('GET', '/api/session')).body).toMatchObject({ user: { username: 'first' } })
    const item = { ...figure, value: String(10 + count) }
    expect((await through('PUT', '/api/observations', { items: [item] })).status).toBe(200)
  }
}, 90_000)

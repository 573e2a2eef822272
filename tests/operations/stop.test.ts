import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { setTimeout as delay } from 'node:timers/promises'
import { expect, inject, it } from 'vitest'
import { findLastLine } from '../../server/audit/queries.ts'
import { findBreak } from '../../server/audit/verify.ts'
import { connect } from '../../server/db/connect.ts'
import { headLines, temporaryFolder } from '../helpers/audit-folder.ts'
import { describeOnBothEngines, emptyPostgres } from '../helpers/databases.ts'
import { type Service, startService } from '../helpers/service.ts'
import { environmentOf, indicatorName, prepareDesk } from '../proofs/proof-desk.ts'

const LANES = 4

interface Ended {
  status: number
  text: string
}

interface Asked {
  method: string
  path: string
  cookie: string
  type?: string
}

/** One request over a connection of its own, so that what is refused was refused before any of it was read. */
function begin({ address }: Service, { method, path, cookie, type = 'application/json' }: Asked) {
  const asked = request(`${address}${path}`, {
    method,
    agent: false,
    headers: { cookie, ...(method !== 'GET' && { 'content-type': type }) },
  })
  const ended = new Promise<Ended>((resolve, reject) => {
    asked.on('error', reject)
    asked.on('response', (response: IncomingMessage) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => void (text += chunk))
      response.on('error', () => reject(new Error(`cut: ${path}`)))
      response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
    })
  })
  // Looked at later, when it may have failed already.
  ended.catch(() => undefined)
  return { asked, ended }
}

const NOT_ACCEPTED = new Set(['ECONNREFUSED', 'ECONNRESET'])

async function whole(service: Service, asked: Asked, body?: string): Promise<Ended | 'not accepted'> {
  const { asked: sent, ended } = begin(service, asked)
  sent.end(body)
  return await ended.catch((error: NodeJS.ErrnoException) => {
    if (NOT_ACCEPTED.has(error.code ?? '')) return 'not accepted' as const
    throw error
  })
}

/** Sends the first half, and hands over what sends the rest. */
async function half(sent: ClientRequest, body: string): Promise<() => void> {
  const middle = Math.floor(body.length / 2)
  sent.setHeader('content-length', Buffer.byteLength(body))
  await new Promise<void>((resolve) => sent.write(body.slice(0, middle), () => resolve()))
  return () => void sent.end(body.slice(middle))
}

describeOnBothEngines('a stop under load', (engine) => {
  it('says first that it is not ready, loses nothing it acknowledged, and ends what was begun', async () => {
    const url = engine === 'postgres' ? await emptyPostgres(inject('postgresUrl')) : undefined
    const place = { dataDir: temporaryFolder(), ...(url !== undefined && { url }) }
    const { cookies, year } = await prepareDesk(place, LANES + 2)
    const cookie = cookies['first'] ?? ''
    const service = await startService({ ...environmentOf(place), STOP_DELAY_SECONDS: '1' })
    const bodyOf = (lane: number, value: number): string =>
      JSON.stringify({ items: [{ regionCode: '63', indicatorCode: indicatorName(lane), year, value: String(value) }] })
    const save: Asked = { method: 'PUT', path: '/api/observations', cookie }

    const acknowledged: { lane: number; value: string }[] = []
    let next = 0
    const saving = async (lane: number): Promise<void> => {
      for (;;) {
        const value = next++
        const answer = await whole(service, save, bodyOf(lane, value))
        if (answer === 'not accepted') return
        expect(answer.status).toBe(200)
        acknowledged.push({ lane, value: String(value) })
      }
    }
    let taken = 0
    const taking = async (): Promise<void> => {
      for (; ; taken++) {
        const answer = await whole(service, { method: 'GET', path: '/api/observations.csv', cookie })
        if (answer === 'not accepted') return
        expect(answer.status).toBe(200)
      }
    }
    const seen: number[] = []
    const probing = async (): Promise<void> => {
      for (;;) {
        const answer = await whole(service, { method: 'GET', path: '/api/ready', cookie: '' })
        if (answer === 'not accepted') return
        seen.push(answer.status)
        await delay(10)
      }
    }
    const load = [...Array.from({ length: LANES }, (_, lane) => saving(lane)), taking(), probing()]
    await expect.poll(() => acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(20)

    const late = begin(service, save)
    const endSave = await half(late.asked, bodyOf(LANES, 4711))
    const upload = begin(service, {
      ...{ method: 'POST', path: `/api/imports?region=63&year=${year}`, cookie },
      type: 'text/csv',
    })
    const table = `指标代码,${year} 年数值,初步数,来源,备注,缺报原因\r\n${indicatorName(LANES + 1)},12,,,,\r\n`
    const endUpload = await half(upload.asked, table)
    await delay(100)
    const before = acknowledged.length
    const stopped = service.stop()
    // After it has ceased to listen, and within the five seconds.
    await delay(1500)
    endSave()
    endUpload()
    expect(await late.ended).toMatchObject({ status: 200 })
    expect(await upload.ended).toMatchObject({ status: 200 })
    await Promise.all(load)
    expect(await stopped).toBe(0)

    // Ready, and from some moment on no longer; all else was answered in between.
    expect(seen.join(' ')).toMatch(/^(200 )+503( 503)*$/)
    expect(acknowledged.length).toBeGreaterThan(before)
    expect(taken).toBeGreaterThan(3)

    const db = connect({ dataDir: place.dataDir, url })
    const rows = await db.selectFrom('observation_revision').select(['indicator_code', 'value']).execute()
    const stored = new Set(rows.map(({ indicator_code: code, value }) => `${code} ${value}`))
    const all = [...acknowledged, { lane: LANES, value: '4711' }]
    expect(all.filter(({ lane, value }) => !stored.has(`${indicatorName(lane)} ${value}`))).toEqual([])
    // Nor was one cut that had been stored already.
    expect(stored.size).toBe(all.length)
    // The last acknowledged line is signed.
    expect(headLines(place.dataDir)).toMatchObject({ lines: (await findLastLine(db))?.seq })
    expect(await findBreak(db)).toBeUndefined()
    await db.destroy()
  }, 90_000)
})

import { expect, it } from 'vitest'
import type { SavedList } from '../../server/contract/entry.ts'
import type { ImportPreview } from '../../server/contract/import.ts'
import type { Problem } from '../../server/contract/problem.ts'
import { readTable } from '../../server/imports/read-table.ts'
import { signIn } from '../helpers/accounts.ts'
import { type Answer, NOW } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { aDraft, type Desk, openDesk, type Person } from '../helpers/desk.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const CODES = ['laboratories', 'patents']

interface ImportDesk extends Desk {
  reporter: Person
  send: (bytes: Buffer | string, type?: string, language?: string) => Promise<Answer<ImportPreview & Problem>>
}

async function openImport(engine: 'sqlite' | 'postgres'): Promise<ImportDesk> {
  const desk = await openDesk(await databaseOfTest(engine), { indicatorCodes: CODES })
  const { cookie } = await signIn(desk.db, 'qh-reporter', NOW)
  const send: ImportDesk['send'] = async (bytes, type = 'text/csv', language = 'en') =>
    (await desk.request({
      method: 'POST',
      url: '/api/imports?region=63&year=2025',
      headers: { cookie, 'content-type': type, 'accept-language': language },
      payload: bytes,
    })) as unknown as Answer<ImportPreview & Problem>
  return { ...desk, reporter: await desk.as('qh-reporter'), send }
}

const csv = (...rows: string[]): string => ['指标代码,2025 年数值,初步数,来源,备注,缺报原因', ...rows].join('\r\n')

describeOnBothEngines('POST /api/imports', (engine) => {
  it('tells every change and changes nothing; applied, all of it is saved as drafts', async () => {
    const { db, reporter, send } = await openImport(engine)
    await reporter('PUT', '/api/observations', { items: [aDraft()] })
    const count = async (): Promise<number> =>
      (await db.selectFrom('observation_revision').select('seq').execute()).length
    const before = await count()
    const { status, body } = await send(csv('laboratories,４６家,是,年报,,', 'patents,"1,234",,知识产权局,,'))
    expect(status).toBe(200)
    expect(body.problems).toEqual([])
    expect(body.changes).toMatchObject([
      {
        row: 2,
        indicatorCode: 'laboratories',
        value: '46',
        provisional: true,
        typed: '４６家',
        before: { value: '45', state: 'draft' },
      },
      { row: 3, indicatorCode: 'patents', value: '1234', before: null },
    ])
    expect(body.changes[0]?.remarks.join(' ')).toContain('46')
    expect(await count()).toBe(before)
    const applied = await reporter<SavedList>('POST', `/api/imports/${body.id}/apply`)
    expect(applied.body.items.map(({ value, state, revision }) => [value, state, revision])).toEqual([
      ['46', 'draft', 2],
      ['1234', 'draft', 1],
    ])
    const line = await db.selectFrom('audit_line').selectAll().where('action', '=', 'import.apply').executeTakeFirst()
    expect(line).toMatchObject({ actor: 'qh-reporter', object: 'sheet/63/2025' })
    expect(JSON.parse(line?.line ?? '')).toMatchObject({
      data: { items: 2, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
    expect((await reporter('POST', `/api/imports/${body.id}/apply`)).status).toBe(404)
  })

  it('tells every problem with its row, and gives nothing to apply', async () => {
    const { send } = await openImport(engine)
    const { body } = await send(csv('laboratories,约46,,,,', 'unheard-of,1,,,,', 'patents,1,,,,', 'patents,2,,,,'))
    expect(body.id).toBeNull()
    expect(body.problems.map(({ row, code }) => `${row} ${code}`)).toEqual([
      '2 figure',
      '3 unknown-indicator',
      '4 twice',
      '5 twice',
    ])
    expect(body.problems[0]?.message).toMatch(/^Row 2, column B \(2025 年数值\): /)
  })

  it('takes figures that stand already for unchanged, and a missing one with its reason', async () => {
    const { reporter, send } = await openImport(engine)
    await reporter('PUT', '/api/observations', { items: [aDraft({ value: '45', source: '年报' })] })
    const { body } = await send(csv('laboratories,45,,年报,,', 'patents,,,,,尚未公布'))
    expect(body.unchanged).toBe(1)
    expect(body.changes).toMatchObject([{ value: null, missingReason: 'not-yet-published' }])
  })

  it('is not applied over what someone changed since', async () => {
    const { as, reporter, send } = await openImport(engine)
    const { body } = await send(csv('laboratories,46,,,,'))
    const second = await as('qh-second')
    await second('PUT', '/api/observations', { items: [aDraft({ value: '50' })] })
    const applied = await reporter('POST', `/api/imports/${body.id}/apply`)
    expect([applied.status, applied.body['code']]).toEqual([409, 'revision-conflict'])
  })

  it('what is under review or approved is a problem of its row', async () => {
    const { reporter, send } = await openImport(engine)
    await reporter('PUT', '/api/observations', { items: [aDraft()] })
    await reporter('POST', '/api/submissions', { regionCode: '63', year: 2025 })
    const { body } = await send(csv('laboratories,46,,,,'), 'text/csv', 'zh-CN')
    expect(body.problems).toMatchObject([
      { row: 2, code: 'under-review', message: expect.stringMatching(/^第 2 行：/) },
    ])
  })

  it('is nothing for another region, and an import of someone else is not there', async () => {
    const { request, db, send, as } = await openImport(engine)
    const { cookie } = await signIn(db, 'sd-reporter', NOW)
    const foreign = await request({
      method: 'POST',
      url: '/api/imports?region=63&year=2025',
      headers: { cookie, 'content-type': 'text/csv' },
      payload: csv('laboratories,46,,,,'),
    })
    expect(foreign.status).toBe(404)
    const { body } = await send(csv('laboratories,46,,,,'))
    const second = await as('qh-second')
    expect((await second('POST', `/api/imports/${body.id}/apply`)).status).toBe(404)
  })
})

describeOnBothEngines('a file that is none', (engine) => {
  it.each([
    ['an empty one', '', 'empty-file'],
    ['an old .xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-xls'],
    ['half a ZIP', Buffer.from('504b030414000000', 'hex'), 'damaged-zip'],
    ['a CSV without a header', 'a,b\r\n1,2\r\n', 'no-header'],
  ])('%s is refused by name', async (_what, bytes, code) => {
    const { send } = await openImport(engine)
    const { status, body } = await send(bytes, 'application/octet-stream')
    expect([status, body.code]).toEqual([422, 'file-refused'])
    expect(body.errors?.[0]?.code).toBe(code)
    expect(body.detail.length).toBeGreaterThan(10)
  })

  it('more than 2 MB are not read', async () => {
    const { send } = await openImport(engine)
    expect((await send(Buffer.alloc(2 * 1024 * 1024 + 1, 'a'))).status).toBe(413)
  })

  it('a form of another site cannot send one', async () => {
    const { send } = await openImport(engine)
    expect((await send('a', 'text/plain')).status).toBe(415)
    expect((await send('a', 'multipart/form-data; boundary=x')).status).toBe(415)
  })
})

describeOnBothEngines('GET /api/templates/:region/:year.xlsx', (engine) => {
  it('is a spreadsheet to save, of the own region only', async () => {
    const { request, db } = await openImport(engine)
    const { cookie } = await signIn(db, 'qh-reporter', NOW)
    const answer = await request({ method: 'GET', url: '/api/templates/63/2025.xlsx', headers: { cookie } })
    expect(answer.status).toBe(200)
    expect(answer.headers['content-type']).toBe(XLSX)
    expect(answer.headers['content-disposition']).toContain('filename="63-2025.xlsx"')
    expect((await request({ method: 'GET', url: '/api/templates/37/2025.xlsx', headers: { cookie } })).status).toBe(404)
  })

  it('comes back empty as it went out, with nothing to change', async () => {
    const { app, db, send } = await openImport(engine)
    const { cookie } = await signIn(db, 'qh-reporter', NOW)
    const { rawPayload } = await app.inject({ url: '/api/templates/63/2025.xlsx', headers: { cookie } })
    expect((await readTable(rawPayload, { kind: 'xlsx' })).is).toBe('table')
    const { status, body } = await send(rawPayload, XLSX)
    expect([status, body.changes, body.problems, body.unfilled]).toEqual([200, [], [], 2])
    expect(body.id).toBeNull()
  })
})

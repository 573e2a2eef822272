import { rmSync } from 'node:fs'
import path from 'node:path'
import { expect, it } from 'vitest'
import { beginStop } from '../../server/health/stopping.ts'
import { NOW, openApp } from '../helpers/app.ts'
import { openSigned } from '../helpers/audit-folder.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'

describeOnBothEngines('GET /api/ready', (engine) => {
  it('is 200 while the database answers, the log is signed and nothing stops', async () => {
    const { db, head } = await openSigned(engine)
    const { get } = await openApp(db, NOW, { head, publicRead: false })
    const { status, body, headers } = await get('/api/ready')
    expect({ status, body }).toEqual({ status: 200, body: { status: 'ready' } })
    expect(headers['cache-control']).toBe('no-store')
  })

  it('is a problem that says so once the service stops, while all else is answered', async () => {
    const { app, get } = await openApp(await databaseOfTest(engine))
    beginStop(app.server)
    const { status, body, headers } = await get('/api/ready', { 'accept-language': 'zh-CN' })
    expect({ status, retry: headers['retry-after'] }).toEqual({ status: 503, retry: '1' })
    expect(body).toMatchObject({
      code: 'not-ready',
      title: '暂不接受请求',
      errors: [{ path: 'service', code: 'service-stopping' }],
    })
    expect((await get('/api/health')).status).toBe(200)
  })

  it('says when the end of the log cannot be signed', async () => {
    const { db, folder, head } = await openSigned(engine)
    const { get } = await openApp(db, NOW, { head })
    rmSync(path.join(folder, 'private-key.pem'))
    await expect(head.write()).rejects.toThrow('There is no key')
    const { status, body } = await get('/api/ready')
    expect(status).toBe(503)
    expect(body).toMatchObject({ errors: [{ path: 'auditHead', code: 'log-unsigned' }] })
  })

  it('says when the database does not answer', async () => {
    const db = await databaseOfTest(engine)
    const { get } = await openApp(db)
    await db.destroy()
    const { status, body } = await get('/api/ready')
    expect(status).toBe(503)
    expect(body).toMatchObject({ errors: [{ path: 'database', code: 'database-silent' }] })
  })
})

import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { plans } from '../../seeds/plans/index.ts'
import { openApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'

describeOnBothEngines('GET /documents/:file', (engine) => {
  it.each(plans.map(({ plan }) => plan.sourceFile))('answers %s as it was published', async (file) => {
    const { app } = await openApp(await databaseOfTest(engine))
    const { statusCode, headers, rawPayload } = await app.inject(`/documents/${file}`)
    expect(statusCode).toBe(200)
    expect(headers['content-type']).toBe('text/plain; charset=utf-8')
    expect(rawPayload.equals(readFileSync(new URL(`../../seeds/documents/${file}`, import.meta.url)))).toBe(true)
  })

  it.each(['METHOD.md', 'METHOD.zh-CN.md'])('%s, the whole method, is served too', async (file) => {
    const { app } = await openApp(await databaseOfTest(engine))
    const { statusCode, rawPayload } = await app.inject(`/${file}`)
    expect(statusCode).toBe(200)
    expect(rawPayload.equals(readFileSync(new URL(`../../${file}`, import.meta.url)))).toBe(true)
  })

  it.each(['', 'no-such-file.txt', '../README.md', '..%2FREADME.md', '%2e%2e/README.md'])(
    'answers 404 for %j',
    async (file) => {
      const { app } = await openApp(await databaseOfTest(engine))
      expect((await app.inject(`/documents/${file}`)).statusCode).toBe(404)
    },
  )
})

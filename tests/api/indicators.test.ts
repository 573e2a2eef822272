import { expect, it } from 'vitest'
import { listLines } from '../../server/audit/queries.ts'
import { replayLog } from '../../server/audit/replay.ts'
import type { Indicator } from '../../server/contract/reference.ts'
import { contentOf } from '../helpers/content.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { openDesk } from '../helpers/desk.ts'

describeOnBothEngines('PATCH /api/indicators/:code', (engine) => {
  it('corrects what an indicator is called, and keeps what it was called before', async () => {
    const db = await databaseOfTest(engine)
    const { as, get } = await openDesk(db)
    const administrator = await as('administrator')
    const named = async (asOf = ''): Promise<string | undefined> => {
      const { body } = await get<{ items: Indicator[] }>(`/api/indicators${asOf}`)
      return body.items.find(({ code }) => code === 'laboratories')?.shortNameZh
    }
    const { status, body } = await administrator<Indicator>('PATCH', '/api/indicators/laboratories', {
      shortNameZh: '省重点实验室',
      max: '1000',
      reason: '与统计年鉴一致',
    })
    expect([status, body.shortNameZh, body.max, body.nameZh]).toEqual([200, '省重点实验室', '1000', '重点实验室数量'])
    expect(await named()).toBe('省重点实验室')
    expect(await named('?asOf=2026-01-01')).toBe('重点实验室')
    const line = await db
      .selectFrom('audit_line')
      .selectAll()
      .where('action', '=', 'indicator.revise')
      .executeTakeFirst()
    expect(line).toMatchObject({ actor: 'administrator', object: 'indicator/laboratories', reason: '与统计年鉴一致' })

    const rebuilt = await databaseOfTest(engine)
    await replayLog(rebuilt, await listLines(db))
    expect(await contentOf(rebuilt)).toEqual(await contentOf(db))
  })

  it('needs a reason, takes no kind, and refuses bounds upside down', async () => {
    const { as } = await openDesk(await databaseOfTest(engine))
    const administrator = await as('administrator')
    const errors = async (payload: object): Promise<unknown> => {
      const { status, body } = await administrator('PATCH', '/api/indicators/laboratories', payload)
      return [status, ...(body['errors'] as { path: string }[]).map(({ path }) => path)]
    }
    expect(await errors({ nameZh: '新名' })).toEqual([400, 'reason'])
    expect(await errors({ kind: 'flow', reason: '改' })).toEqual([400, 'kind'])
    expect(await errors({ max: '-1', reason: '改' })).toEqual([400, 'max'])
  })
})

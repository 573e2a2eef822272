import { expect, it } from 'vitest'
import type { TargetDetail } from '../../server/contract/target.ts'
import { addAccount, loggedSince, signIn } from '../helpers/accounts.ts'
import { openApp } from '../helpers/app.ts'
import { describeOnBothEngines, shared } from '../helpers/databases.ts'
import { addApproved, addGround, addIndicator, addTarget } from '../helpers/world.ts'

describeOnBothEngines('what a reader takes away', (engine) => {
  const world = shared(engine, async (db) => {
    await addGround(db)
    await addIndicator(db)
    await addTarget(db)
    await addApproved(db)
    await addAccount(db, { username: 'leader', role: 'leader' })
    return { ...(await openApp(db)), db, headers: await signIn(db, 'leader') }
  })
  const linesSince = async (before: number) =>
    (await loggedSince(world().db, before)).map(({ actor, data }) => ({ actor, data }))
  const countLines = async (): Promise<number> => (await loggedSince(world().db, 0)).length

  it.each(['observations.csv', 'targets.csv', 'progress.csv', 'yearly-progress.csv', 'composite.csv'])(
    '%s is a line of the log, with its filters',
    async (file) => {
      const { get, headers } = world()
      const before = await countLines()
      expect((await get(`/api/${file}?region=63&bom=0`, headers)).status).toBe(200)
      expect(await linesSince(before)).toEqual([
        { actor: 'leader', data: { file, filters: { region: '63', bom: '0' } } },
      ])
    },
  )

  it('is logged however its address is written', async () => {
    const { get, headers } = world()
    const before = await countLines()
    expect((await get('/api/observations%2Ecsv', headers)).status).toBe(200)
    expect(await linesSince(before)).toMatchObject([{ data: { file: 'observations.csv' } }])
  })

  it('is logged with text that the log can keep', async () => {
    const { get, headers } = world()
    const before = await countLines()
    expect((await get('/api/targets.csv?q=a%00b', headers)).status).toBe(200)
    expect(await linesSince(before)).toMatchObject([{ data: { filters: { q: 'a\uFFFDb' } } }])
  })

  it('is not logged where nothing was taken, nor where nobody is signed in', async () => {
    const { get, request, headers } = world()
    const before = await countLines()
    expect((await get('/api/observations.csv?asOf=2099-01-01', headers)).status).toBe(400)
    expect((await request({ method: 'HEAD', url: '/api/observations.csv', headers })).status).toBe(200)
    expect((await get('/api/observations.csv')).status).toBe(200)
    expect((await get('/api/observations', headers)).status).toBe(200)
    expect(await countLines()).toBe(before)
  })

  it('has the names of people for whoever is signed in, and none for the public', async () => {
    const { get, headers } = world()
    const named = (await get<TargetDetail>('/api/targets/plan-laboratories', headers)).body
    expect(named.revisions[0]?.enteredBy).toBe('tester')
    expect(named.observations[0]).toMatchObject({ enteredBy: 'tester', decidedBy: 'checker' })
    expect(named.history[0]).toMatchObject({ enteredBy: 'tester', decidedBy: 'checker' })
    for (const url of [
      '/api/targets/plan-laboratories',
      '/api/targets',
      '/api/observations',
      '/api/observations.csv',
      '/api/observations/history?region=63&indicator=laboratories&year=2025',
      '/api/progress.csv',
    ]) {
      const { status, text } = await get(url)
      expect(status).toBe(200)
      expect(text, url).not.toMatch(/tester|checker/)
    }
    expect((await get('/api/observations.csv', headers)).text).toMatch(/tester.*checker/)
  })
})

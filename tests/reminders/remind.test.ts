import { afterEach, beforeEach, expect, it } from 'vitest'
import { remind } from '../../server/reminders/remind.ts'
import { connectPost, type Post } from '../../server/reminders/post.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { aDraft, aRound, openDesk } from '../helpers/desk.ts'
import { record } from '../helpers/world.ts'
import { type MailServer, startMailServer, textOf } from './mail-server.ts'

const ADDRESS = 'https://tanbiao.example'
const at =
  (day: string): (() => Date) =>
  () =>
    new Date(`${day}T10:00:00+08:00`)

describeOnBothEngines('reminders by mail', (engine) => {
  let server: MailServer
  let post: Post
  let failures: unknown[]
  beforeEach(async () => {
    server = await startMailServer()
    post = connectPost(server.url, '碳标 <tanbiao@example.org>')
    failures = []
  })
  afterEach(async () => {
    post.close()
    await server.close()
  })

  async function openWithMail(): Promise<
    Awaited<ReturnType<typeof openDesk>> & { run: (day: string) => Promise<number> }
  > {
    const desk = await openDesk(await databaseOfTest(engine), { opensOn: '2026-06-01', closesOn: '2026-07-31' })
    for (const [username, role, email] of [
      ['qh-reporter', 'reporter', 'suonan@example.org'],
      ['qh-reviewer', 'reviewer', 'zhaxi@example.org'],
      ['qh-second', 'reporter', null],
    ] as const) {
      const account = { username, role, email, displayName: username, regionCode: '63', active: true }
      await record(desk.db, { action: 'account.revise', data: { ...account, revision: 2 } })
    }
    const reminding = { post, address: ADDRESS, onFailure: (error: unknown) => void failures.push(error) }
    return { ...desk, run: (day) => remind(desk.db, at(day), reminding) }
  }

  it('tell a reporter that a round is open, what is missing and where, once', async () => {
    const { run } = await openWithMail()
    expect(await run('2026-06-30')).toBe(1)
    expect(server.delivered.map(({ to }) => to)).toEqual(['suonan@example.org'])
    const text = textOf(server.delivered[0]?.message ?? '')
    expect(text).toContain('青海 2025 年度数据（年报）已开放填报，2026-07-31 截止')
    expect(text).toContain('Qinghai 2025 (annual round) is open until 2026-07-31')
    expect(text).toContain('重点实验室')
    expect(text).toContain(`${ADDRESS}/entry/63/2025`)
    expect(await run('2026-07-01')).toBe(0)
  })

  it('come again a week and a day before the close, and once after it', async () => {
    const { run } = await openWithMail()
    const sent: string[] = []
    for (const day of [
      '2026-07-01',
      '2026-07-23',
      '2026-07-24',
      '2026-07-25',
      '2026-07-30',
      '2026-07-31',
      '2026-08-01',
      '2026-08-09',
    ]) {
      if ((await run(day)) > 0) sent.push(day)
    }
    expect(sent).toEqual(['2026-07-01', '2026-07-24', '2026-07-30', '2026-08-01'])
  })

  it('come again for another last day, when a round was extended', async () => {
    const { run, db } = await openWithMail()
    for (const day of ['2026-07-24', '2026-07-31', '2026-08-01']) expect(await run(day), day).toBe(1)
    const { id: roundId } = await db.selectFrom('round').select('id').executeTakeFirstOrThrow()
    const { year, kind, regionCodes, indicatorCodes, opensOn } = aRound({ opensOn: '2026-06-01' })
    const extended = { roundId, revision: 2, year, kind, regionCodes, indicatorCodes, opensOn, closesOn: '2026-08-31' }
    await record(db, { action: 'round.revise', data: extended })
    const sent: string[] = []
    for (const day of ['2026-08-02', '2026-08-25', '2026-08-30', '2026-09-01', '2026-09-02']) {
      if ((await run(day)) > 0) sent.push(day)
    }
    expect(sent).toEqual(['2026-08-25', '2026-08-30', '2026-09-01'])
  })

  it('tell a reviewer what waits, and no one what is done', async () => {
    const { run, as } = await openWithMail()
    await run('2026-06-30')
    const reporter = await as('qh-reporter')
    await reporter('PUT', '/api/observations', { items: [aDraft()] })
    await reporter('POST', '/api/submissions', { regionCode: '63', year: 2025 })
    expect(await run('2026-07-01')).toBe(1)
    expect(server.delivered.at(-1)?.to).toBe('zhaxi@example.org')
    expect(textOf(server.delivered.at(-1)?.message ?? '')).toContain(`${ADDRESS}/review`)
    expect(await run('2026-07-02')).toBe(0)
    expect(await run('2026-07-04')).toBe(1)
  })

  it('are lines of the audit log, and are tried again when the mail server refuses them', async () => {
    const { run, db } = await openWithMail()
    const lines = async (): Promise<number> =>
      (await db.selectFrom('audit_line').select('seq').where('action', '=', 'reminder.send').execute()).length
    server.refuse('suonan@example.org')
    expect(await run('2026-06-30')).toBe(0)
    expect(failures).toHaveLength(1)
    expect(await lines()).toBe(0)
    const other = await startMailServer()
    const again = connectPost(other.url, 'tanbiao@example.org')
    expect(await remind(db, at('2026-06-30'), { post: again, address: ADDRESS, onFailure: () => undefined })).toBe(1)
    expect(await lines()).toBe(1)
    again.close()
    await other.close()
  })
})

describeOnBothEngines('without a mail server', (engine) => {
  it('a connection that is refused is a failure that is told, and nothing is lost', async () => {
    const desk = await openDesk(await databaseOfTest(engine))
    const data = {
      username: 'qh-reporter',
      displayName: '索南',
      role: 'reporter',
      regionCode: '63',
      email: 'a@example.org',
      active: true,
      revision: 2,
    } as const
    await record(desk.db, { action: 'account.revise', data })
    const failures: unknown[] = []
    const post = connectPost('smtp://127.0.0.1:1', 'tanbiao@example.org')
    const sent = await remind(desk.db, at('2026-06-30'), {
      post,
      address: ADDRESS,
      onFailure: (error) => void failures.push(error),
    })
    expect([sent, failures.length]).toEqual([0, 1])
    post.close()
  })
})

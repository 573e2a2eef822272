import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { hashOf } from '../../server/audit/chain.ts'
import type { SnapshotDetail, SnapshotDiff, SnapshotList } from '../../server/contract/snapshot.ts'
import type { Engine } from '../../server/db/dialect.ts'
import type { Clock } from '../../server/http/as-of.ts'
import { folderNameOf } from '../../server/snapshots/folders.ts'
import { MAKER } from '../../server/snapshots/maker.ts'
import { listSnapshots } from '../../server/snapshots/queries.ts'
import { addAccount, loggedSince, signIn } from '../helpers/accounts.ts'
import { NOW, openApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines } from '../helpers/databases.ts'
import { openDesk } from '../helpers/desk.ts'
import { openTables } from '../helpers/tamper.ts'
import { keepSigned, makeWith } from '../helpers/snapshots.ts'
import { addApproved, addTarget, aMilestone } from '../helpers/world.ts'

const on = (day: string): Date => new Date(`${day}T02:00:00.000Z`)

/** An auditor before a desk of which the log is signed. */
async function openAuditor(engine: Engine, clock: Clock = () => NOW) {
  const db = await databaseOfTest(engine)
  await openDesk(db)
  const signed = await keepSigned(db, clock)
  onTestFinished(signed.remove)
  const { head, snapshots, dataDir } = signed
  const { app, get, request } = await openApp(db, NOW, { head, snapshots })
  onTestFinished(async () => await app.close())
  const headers = { ...(await signIn(db, 'auditor')), 'accept-language': 'en' }
  const ask = async <Body = SnapshotDetail>(url: string): Promise<Body> => {
    const { status, body, text } = await get<Body>(url, headers)
    expect(status, text).toBe(200)
    return body
  }
  const post = (payload: object) => request({ method: 'POST', url: '/api/snapshots', headers, payload })
  const whenReady = async (id: string): Promise<SnapshotDetail> => {
    await expect.poll(async () => (await ask(`/api/snapshots/${id}`)).state, { timeout: 20_000 }).not.toBe('making')
    return await ask(`/api/snapshots/${id}`)
  }
  const inFolder = (name: string): string => path.join(dataDir, 'snapshots', name)
  return { db, app, get, request, headers, ask, post, whenReady, inFolder, dataDir, head, snapshots }
}

describeOnBothEngines('snapshots, as an auditor takes them', (engine) => {
  it('are made by asking for one: it answers at once, and is then there with its files and fingerprints', async () => {
    const { db, post, whenReady, inFolder, ask } = await openAuditor(engine)
    const asked = await post({ titleZh: '2025 年度填报中期快照' })
    expect(asked.status).toBe(202)
    expect(asked.headers['location']).toBe('/api/snapshots/1')
    expect(asked.body).toMatchObject({
      id: '1',
      titleZh: '2025 年度填报中期快照',
      createdBy: 'auditor',
      asOf: NOW.toISOString(),
    })
    const made = await whenReady('1')
    expect(made).toMatchObject({ state: 'ready', making: null, failure: null, onDisk: true, roundYear: null })
    expect(made.counts).toMatchObject({ observations: 4, milestones: 1 })
    const sums = readFileSync(inFolder(`${made.folder}/SHA256SUMS`), 'utf8')
    expect(made.sha256).toBe(hashOf(sums))
    const listed = made.files.filter(({ isListed }) => isListed)
    expect(made.bytes).toBe(listed.reduce((sum, { bytes }) => sum + bytes, 0))
    expect(
      made.files
        .filter(({ isListed }) => isListed)
        .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
        .toSorted()
        .join(''),
    ).toBe(
      sums
        .split('\n')
        .filter(Boolean)
        .map((line) => `${line}\n`)
        .toSorted()
        .join(''),
    )
    expect(made.files.filter(({ isListed }) => !isListed).map(({ name }) => name)).toEqual([
      'SHA256SUMS',
      'SHA256SUMS.sig',
      'HEAD',
      'HEAD.sig',
      'public-key.pem',
    ])
    const key = readFileSync(inFolder(`${made.folder}/public-key.pem`), 'utf8')
    expect(made.keySha256).toBe(hashOf(key))
    const named = (await loggedSince(db, 0)).filter(({ action }) => action === 'key.add')
    expect(named).toMatchObject([{ data: { fingerprint: made.keyDerSha256 } }])
    const list = await ask<SnapshotList>('/api/snapshots')
    expect(list).toMatchObject({ total: 1, items: [{ id: '1', state: 'ready', sha256: made.sha256 }] })
    expect(list.people).toEqual({ auditor: 'auditor' })
  })

  it('each names the one before, and says so', async () => {
    const { db, snapshots, ask } = await openAuditor(engine)
    const first = await makeWith(snapshots, db, { asOf: '2026-06-01' })
    const second = await makeWith(snapshots, db)
    expect(second.previous).toBe(first.fingerprint)
    expect((await ask('/api/snapshots/2')).chain).toEqual([
      { id: '2', asOf: NOW.toISOString(), sha256: second.fingerprint, folder: '0002-2026-06-30T040000Z' },
      { id: '1', asOf: '2026-06-01T15:59:59.999Z', sha256: first.fingerprint, folder: '0001-2026-06-01T155959Z' },
    ])
  })

  it('name the one to compare with: the nearest of which the log is no longer, whatever the numbers are', async () => {
    const { db, snapshots, ask } = await openAuditor(engine)
    await makeWith(snapshots, db)
    await makeWith(snapshots, db, { asOf: '2025-12-31' })
    const again = await makeWith(snapshots, db, { asOf: '2025-12-31' })
    await makeWith(snapshots, db)
    const earlier = async (id: number) => (await ask(`/api/snapshots/${id}`)).earlier
    expect(await earlier(2)).toBeNull()
    const third = { id: '3', asOf: '2025-12-31T15:59:59.999Z', folder: folderNameOf(again) }
    expect(await earlier(3)).toEqual({ id: '2', asOf: third.asOf, folder: '0002-2025-12-31T155959Z' })
    expect(await earlier(1)).toEqual(third)
    expect(await earlier(4)).toMatchObject({ id: '1' })
    expect((await ask('/api/snapshots/2')).chain.map(({ id }) => id)).toEqual(['2', '1'])
  })

  it('come as a ZIP that unpacks into a folder which passes its own check', async () => {
    const { db, app, headers, snapshots } = await openAuditor(engine)
    await makeWith(snapshots, db)
    const answer = await app.inject({ method: 'GET', url: '/api/snapshots/1.zip', headers })
    expect(answer.headers).toMatchObject({
      'content-type': 'application/zip',
      'content-disposition': 'attachment; filename="tanbiao-0001-2026-06-30T040000Z.zip"',
    })
    const folder = mkdtempSync(path.join(tmpdir(), 'tanbiao-zip-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    writeFileSync(path.join(folder, 'it.zip'), answer.rawPayload)
    execFileSync('unzip', ['-q', 'it.zip'], { cwd: folder })
    const unpacked = path.join(folder, '0001-2026-06-30T040000Z')
    const { status, stdout } = spawnSync(process.execPath, ['verify.mjs', '--lang', 'en'], {
      cwd: unpacked,
      encoding: 'utf8',
    })
    expect(status, stdout).toBe(0)
  })

  it('come file by file, byte for byte; taking one is a line of the log', async () => {
    const { db, get, headers, snapshots, inFolder, ask } = await openAuditor(engine)
    await makeWith(snapshots, db)
    const { files, folder } = await ask('/api/snapshots/1')
    const before = (await loggedSince(db, 0)).length
    for (const { name } of files) {
      const { status, text, headers: told } = await get(`/api/snapshots/1/files/${name}`, headers)
      expect(status, name).toBe(200)
      expect(told['content-disposition']).toBe(`attachment; filename="${name}"`)
      if (!name.endsWith('.sig')) expect(text, name).toBe(readFileSync(inFolder(`${folder}/${name}`), 'utf8'))
    }
    const taken = (await loggedSince(db, before)).map(({ action, data }) => [action, (data as { file: string }).file])
    expect(taken).toEqual(files.map(({ name }) => ['export.take', `snapshots/1/files/${name}`]))
    for (const name of ['nothing.csv', '..%2F..%2Faudit%2Fprivate-key.pem', '%2E%2E']) {
      expect((await get(`/api/snapshots/1/files/${name}`, headers)).status, name).toBe(404)
    }
  })

  it('give away nothing but their own files, whatever someone wrote into the database', async () => {
    const { db, get, headers, snapshots } = await openAuditor(engine)
    await makeWith(snapshots, db)
    await openTables(db)
    const [made] = await listSnapshots(db)
    const forged = made?.files.map((file) => ({
      ...file,
      name: file.name.replace('METHOD.md', '../../audit/private-key.pem'),
    }))
    await db
      .updateTable('snapshot')
      .set({ files: JSON.stringify(forged) })
      .execute()
    const { status, text } = await get('/api/snapshots/1/files/..%2F..%2Faudit%2Fprivate-key.pem', headers)
    expect([status, text.includes('PRIVATE')]).toEqual([404, false])
  })

  it('are refused, naming the file, before anything of a ZIP is sent of which a file is gone', async () => {
    const { db, get, headers, snapshots, inFolder } = await openAuditor(engine)
    const made = await makeWith(snapshots, db)
    rmSync(inFolder(`${folderNameOf(made)}/targets.csv`))
    for (const url of ['/api/snapshots/1.zip', '/api/snapshots/1/files/targets.csv']) {
      const { status, body } = await get(url, headers)
      expect([status, body['detail']], url).toEqual([410, expect.stringContaining('targets.csv')])
    }
    expect((await get('/api/snapshots/1/files/progress.csv', headers)).status).toBe(200)
  })

  it('as of a day that has not ended are as of now', async () => {
    const { post, whenReady } = await openAuditor(engine)
    await post({ titleZh: '今天', asOf: '2026-06-30' })
    expect((await whenReady('1')).asOf).toBe(NOW.toISOString())
  })

  it('say what is wrong with what was asked, and make nothing of it', async () => {
    const { db, post, ask } = await openAuditor(engine)
    const refused = async (payload: object) => {
      const { status, body } = await post(payload)
      return [status, (body['errors'] as { path: string; code: string }[]).map(({ path: at, code }) => `${at} ${code}`)]
    }
    expect(await refused({ titleZh: ' ' })).toEqual([400, ['titleZh blank-text']])
    expect(await refused({})).toEqual([400, ['titleZh invalid-type']])
    expect(await refused({ titleZh: 'x\u0000' })).toEqual([400, ['titleZh unstorable-text']])
    expect(await refused({ titleZh: '明年', asOf: '2999-01-01' })).toEqual([400, ['asOf as-of-future']])
    expect(await listSnapshots(db)).toEqual([])
    expect(await ask<SnapshotList>('/api/snapshots')).toMatchObject({ total: 0, items: [] })
  })

  it('are made one at a time: who comes second is told to wait', async () => {
    const { post, whenReady } = await openAuditor(engine)
    const [one, other] = await Promise.all([post({ titleZh: '甲' }), post({ titleZh: '乙' })])
    expect(new Set([one.status, other.status])).toEqual(new Set([202, 409]))
    const refused = one.status === 409 ? one : other
    expect(refused.body).toMatchObject({ code: 'snapshot-under-way' })
    expect((await whenReady('1')).state).toBe('ready')
    expect((await post({ titleZh: '丙' })).body).toMatchObject({ id: '2' })
    expect((await whenReady('2')).state).toBe('ready')
  })

  it('that could not be made say why and leave nothing; the next takes the number', async () => {
    const { db, post, whenReady, ask, inFolder, dataDir } = await openAuditor(engine)
    const before = (await loggedSince(db, 0)).length
    rmSync(path.join(dataDir, 'snapshots'), { recursive: true, force: true })
    writeFileSync(path.join(dataDir, 'snapshots'), 'a file where the folder should be')
    expect((await post({ titleZh: '甲' })).status).toBe(202)
    expect(await whenReady('1')).toMatchObject({ state: 'failed', failure: 'error', sha256: null, files: [] })
    expect((await ask<SnapshotList>('/api/snapshots')).items.map(({ state }) => state)).toEqual(['failed'])
    expect((await loggedSince(db, before)).length).toBe(0)
    rmSync(path.join(dataDir, 'snapshots'))
    await post({ titleZh: '乙' })
    expect(await whenReady('1')).toMatchObject({ state: 'ready', titleZh: '乙' })
    expect((await ask<SnapshotList>('/api/snapshots')).total).toBe(1)
    expect(readdirSync(inFolder(''))).toHaveLength(1)
  })

  it('that are being made when the service stops leave nothing, and say so after the next start', async () => {
    const { db, post, app, dataDir, headers, head, snapshots } = await openAuditor(engine)
    expect((await post({ titleZh: '甲' })).status).toBe(202)
    await app.close()
    const [made] = await listSnapshots(db)
    const { get, app: next } = await openApp(db, NOW, { head, snapshots })
    onTestFinished(async () => await next.close())
    const { body } = await get<SnapshotList>('/api/snapshots', headers)
    // It may have been quicker than the stop.
    expect(body.items).toMatchObject([
      made === undefined ? { state: 'failed', failure: 'stopped' } : { state: 'ready' },
    ])
    const folders = path.join(dataDir, 'snapshots')
    expect(existsSync(folders) ? readdirSync(folders) : []).toEqual(made === undefined ? [] : [folderNameOf(made)])
  })

  it('of which someone removed the folder say that their files are gone', async () => {
    const { db, get, headers, snapshots, inFolder, ask } = await openAuditor(engine)
    const made = await makeWith(snapshots, db)
    rmSync(inFolder(folderNameOf(made)), { recursive: true })
    expect(await ask('/api/snapshots/1')).toMatchObject({ state: 'ready', onDisk: false, sha256: made.fingerprint })
    for (const url of ['/api/snapshots/1.zip', '/api/snapshots/1/files/targets.csv']) {
      expect(await get(url, headers), url).toMatchObject({ status: 410, body: { code: 'snapshot-gone' } })
    }
  })

  it('are being made until their folder has its name, though they are recorded before', async () => {
    const { db, get, headers, snapshots, ask } = await openAuditor(engine)
    await makeWith(snapshots, db)
    const job = { number: 1, title_zh: '年度审计', instant: NOW.toISOString(), started_by: 'program', maker: MAKER }
    const told = { started_at: NOW.toISOString(), heard_at: NOW.toISOString(), failure: null, round_year: null }
    const progress = { files_written: 9, files_total: 9, rows_written: 99 }
    await db
      .insertInto('snapshot_job')
      .values({ ...job, ...told, ...progress })
      .execute()
    expect(await ask('/api/snapshots/1')).toMatchObject({ state: 'making', onDisk: false })
    expect((await ask<SnapshotList>('/api/snapshots')).items).toMatchObject([{ id: '1', state: 'making' }])
    expect((await get('/api/snapshots/1/files/targets.csv', headers)).status).toBe(404)
    // Whoever made it is not there any more, so that it was made.
    await db
      .updateTable('snapshot_job')
      .set({ maker: MAKER.replace(/.$/, (last) => (last === '0' ? '1' : '0')) })
      .execute()
    expect((await ask<SnapshotList>('/api/snapshots')).items).toMatchObject([{ id: '1', state: 'ready', onDisk: true }])
    expect((await get('/api/snapshots/1/files/targets.csv', headers)).status).toBe(200)
  })

  it('are not there before they are made', async () => {
    const { get, headers } = await openAuditor(engine)
    for (const url of ['/7', '/7.zip', '/7/files/targets.csv', '/7/diff/8', '/7/diff/8.csv']) {
      expect((await get(`/api/snapshots${url}`, headers)).status, url).toBe(404)
    }
    expect((await get('/api/snapshots/007', headers)).body).toMatchObject({ errors: [{ code: 'snapshot-id' }] })
  })
})

describeOnBothEngines('the difference between two snapshots', (engine) => {
  const openPair = async () => {
    let now = NOW
    const clock = (): Date => now
    const world = await openAuditor(engine, clock)
    const { db, snapshots } = world
    await makeWith(snapshots, db, { clock })
    await addAccount(db, { username: 'tester', role: 'reporter', displayName: '索南' }, NOW)
    const correction = { code: 'source-revised', reason: '统计公报改了' } as const
    const later = new Date(NOW.getTime() + 60_000)
    now = new Date(NOW.getTime() + 120_000)
    await addApproved(db, { year: 2024, value: '90', revision: 2, correction }, later)
    await addApproved(db, { year: 2025, value: '91' }, later)
    await addTarget(db, { revision: 2, milestones: [aMilestone({ value: '120' })], correction }, later)
    await makeWith(snapshots, db, { clock })
    return world
  }

  it('names figures added and corrected with old, new, reason and author, targets moved, statuses turned and why', async () => {
    const { ask } = await openPair()
    const diff = await ask<SnapshotDiff>('/api/snapshots/1/diff/2')
    expect(diff).toMatchObject({ older: { id: '1' }, newer: { id: '2' } })
    expect(diff.counts).toMatchObject({ figuresAdded: 1, figuresCorrected: 1, targetsRevised: 1, targetsAdded: 0 })
    expect(diff.figures.find(({ change }) => change === 'corrected')).toMatchObject({
      year: 2024,
      before: { value: '40' },
      after: { value: '90' },
      correction: { code: 'source-revised', reason: '统计公报改了' },
      enteredBy: 'tester',
      decidedBy: 'checker',
    })
    expect(diff.targets).toMatchObject([{ change: 'revised', moved: true, enteredBy: 'tester' }])
    expect(diff.statuses.every(({ causes }) => causes.length > 0)).toBe(true)
    expect(diff.people['tester']).toBe('索南')
    const { counts, figures } = await ask<SnapshotDiff>('/api/snapshots/2/diff/1')
    expect([counts, figures]).toEqual([diff.counts, diff.figures])
  })

  it('goes from what holds less of the log to what holds more, whichever was made first', async () => {
    const { db, snapshots, ask } = await openAuditor(engine)
    await makeWith(snapshots, db)
    await makeWith(snapshots, db, { asOf: '2020-01-31' })
    const diff = await ask<SnapshotDiff>('/api/snapshots/1/diff/2')
    expect([diff.older.id, diff.newer.id]).toEqual(['2', '1'])
    expect(diff.counts).toMatchObject({ figuresAdded: 4, targetsAdded: 1 })
  })

  it('gives the counts, the first statuses that turned and their figures where it is asked to be brief', async () => {
    const { ask } = await openPair()
    const whole = await ask<SnapshotDiff>('/api/snapshots/1/diff/2')
    expect(whole.counts.statuses).toBeGreaterThan(0)
    expect(whole.totals.statuses).toBeLessThanOrEqual(5)
    const told = whole.statuses.map(({ targetId }) => targetId)
    const brief = await ask<SnapshotDiff>('/api/snapshots/1/diff/2?brief=1')
    expect(brief).toEqual({ ...whole, targets: [], figures: [] })
    expect(brief.grounds).toEqual(whole.figures.filter(({ targetIds }) => targetIds.some((id) => told.includes(id))))
  })

  it('comes as CSV in the columns of changes.csv', async () => {
    const { get, headers } = await openPair()
    const { status, text, headers: told } = await get('/api/snapshots/1/diff/2.csv', headers)
    expect(status).toBe(200)
    expect(told['content-disposition']).toMatch(/^attachment; filename="snapshots-1-to-2-as-of-2026-06-30\.csv"$/)
    expect(text).toMatch(/^\uFEFFwhat,change,at,target_id,/)
    expect(text).toMatch(
      /^figure,corrected,.*,value,40,90,,source-revised,统计公报改了,false,tester,checker,[0-9]+,[0-9]+\r$/m,
    )
  })

  it('is asked of two', async () => {
    const { get, headers } = await openPair()
    expect(await get('/api/snapshots/1/diff/1', headers)).toMatchObject({
      status: 422,
      body: { code: 'same-snapshot' },
    })
  })
})

describeOnBothEngines('GET /api/audit/head', (engine) => {
  it('answers the signed end of the log, with the key that checks it', async () => {
    const { ask, db, dataDir } = await openAuditor(engine)
    await addApproved(db, { year: 2023, value: '41', revision: 2 }, on('2026-07-01'))
    const head = await ask<{ lines: number; text: string; signature: string; publicKey: string }>('/api/audit/head')
    expect(head.lines).toBe((await loggedSince(db, 0)).length)
    const at = (name: string): string => path.join(dataDir, name)
    writeFileSync(at('text'), head.text)
    writeFileSync(at('signature'), Buffer.from(head.signature, 'base64'))
    writeFileSync(at('key'), head.publicKey)
    const args = ['dgst', '-sha256', '-verify', at('key'), '-signature', at('signature'), at('text')]
    expect(execFileSync('openssl', args, { encoding: 'utf8' }).trim()).toBe('Verified OK')
  })
})

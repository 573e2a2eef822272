import { sign } from 'node:crypto'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { loadDemo } from '../../seeds/load-demo.ts'
import { listLines } from '../../server/audit/queries.ts'
import { NOW } from '../helpers/app.ts'
import { describeOnBothEngines, shared } from '../helpers/databases.ts'
import { FILES, makeFolder, newKeys, rechain, runVerify, seal, VERIFY } from './folders.ts'
import { forge, forgeries, isRehashed } from './forgeries.ts'

const keys = newKeys()
/** Run again with what a failing test prints; with VERIFY_COUNT=1000 as many forgeries. */
const SEED = Number(process.env['VERIFY_SEED'] ?? Date.now() % 2 ** 31)
const COUNT = Number(process.env['VERIFY_COUNT'] ?? 40)

const EARLIER = new Date('2025-06-30T04:00:00.000Z')

describeOnBothEngines('verify.mjs', (engine) => {
  const root = mkdtempSync(path.join(tmpdir(), 'tanbiao-verify-'))
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  const made = shared(engine, async (db) => {
    await loadDemo(db, NOW)
    const newer = path.join(root, 'newer')
    const older = path.join(root, 'older')
    await makeFolder(db, newer, NOW, keys.privateKey, keys.publicKey)
    await makeFolder(db, older, EARLIER, keys.privateKey, keys.publicKey)
    const [first] = await listLines(db)
    const { at } = JSON.parse(first ?? '') as { at: string }
    const instants = fc.date({ min: new Date(at), max: NOW, noInvalidDate: true })
    const others: string[] = []
    for (const instant of fc.sample(instants, { seed: SEED, numRuns: Math.ceil(COUNT / 8) })) {
      const folder = path.join(root, `at-${instant.getTime()}`)
      await makeFolder(db, folder, instant, keys.privateKey, keys.publicKey)
      others.push(folder)
    }
    return { newer, older, others }
  })

  /** A copy of the newer snapshot that may be spoilt, and the lines of its log. */
  const copy = (): { folder: string; lines: string[] } => {
    const folder = mkdtempSync(path.join(root, 'copy-'))
    cpSync(made().newer, folder, { recursive: true })
    return { folder, lines: readFileSync(path.join(folder, 'audit.jsonl'), 'utf8').trimEnd().split('\n') }
  }
  const edit = (folder: string, name: string, change: (text: string) => string): void => {
    const file = path.join(folder, name)
    const before = readFileSync(file, 'utf8')
    const after = change(before)
    expect(after).not.toBe(before)
    writeFileSync(file, after)
  }
  const all = (folder: string, ...words: string[]) => runVerify(folder, '--older', made().older, ...words)

  it('finds nothing in an untouched snapshot, nor beside an older one', async () => {
    const alone = await runVerify(made().newer)
    expect(alone.findings).toEqual([])
    expect(alone.text).toMatch(/✓ All is well\n$/)
    expect(alone.code).toBe(0)
    expect(await all(made().newer)).toMatchObject({ findings: [], code: 0 })
    expect(await runVerify(made().older)).toMatchObject({ findings: [], code: 0 })
  })

  it(`finds nothing in snapshots of random instants, each beside the newest (VERIFY_SEED=${SEED})`, async () => {
    for (const folder of made().others) {
      expect(await runVerify(folder), folder).toMatchObject({ findings: [], code: 0 })
      expect(await runVerify(made().newer, '--older', folder), folder).toMatchObject({ findings: [], code: 0 })
    }
  }, 600_000)

  it('says the same in Chinese, or in both languages', async () => {
    expect((await runVerify(made().newer, '--lang', 'zh')).text).toMatch(/✓ 一切相符\n$/)
    expect((await runVerify(made().newer, '--lang', 'both')).text).toMatch(/✓ 一切相符\n {4}✓ All is well\n$/)
  })

  it.each(FILES)('finds one changed bit of %s', async (name) => {
    const { folder } = copy()
    const file = path.join(folder, name)
    const bytes = readFileSync(file)
    const middle = bytes.length >> 1
    bytes[middle] = (bytes[middle] ?? 0) ^ 1
    writeFileSync(file, bytes)
    const { findings, code } = await runVerify(folder)
    expect(findings.join('\n')).toContain(name)
    expect(code).toBe(1)
  })

  it.each(FILES)('says that %s is absent', async (name) => {
    const { folder } = copy()
    rmSync(path.join(folder, name))
    const { findings, code } = await runVerify(folder)
    expect(findings.join('\n')).toContain(name)
    expect(findings.join('\n')).not.toContain('could not be finished')
    expect(code).toBe(1)
  })

  it('does not take a folder that is not there for a good one', async () => {
    expect(await runVerify(path.join(root, 'nowhere'))).toMatchObject({ code: 1 })
  })

  describe('finds what whoever has the key of the server changed and sealed again', () => {
    it('a status', async () => {
      const { folder } = copy()
      edit(folder, 'progress.csv', (text) => text.replace(/^([^,]+,\d+),behind,/m, '$1,on-track,'))
      seal(folder, keys.privateKey)
      const { findings } = await runVerify(folder)
      expect(findings).toHaveLength(2)
      expect(findings[0]).toMatch(/progress\.csv \S+ \d{4} status: ours "behind", theirs "on-track"$/)
      expect(findings[1]).toBe('✗ Findings: 1')
    })

    it.each([
      ['a figure', 'observations.csv', /(,value),(\d+)/, '$1,9$2', /observations\.csv \S+ value: ours/],
      ['who approved it', 'observations.csv', /-reviewer,/, '-approver,', /observations\.csv \S+ approved_by: ours/],
      ['a promise', 'targets.csv', /,at-least,(\d+)/, ',at-least,$11', /targets\.csv \S+ \d{4} value: ours/],
      [
        'the wording of a plan',
        'targets.csv',
        /到2030年/,
        '到2035年',
        /targets\.csv .*quote: ours ".*到2030年.*", theirs ".*到2035年/,
      ],
      [
        'by which line a figure was entered',
        'observations.csv',
        /,(\d+),(\d+)\r\n/,
        ',1$1,$2\r\n',
        /csv \S+ entered_seq: ours/,
      ],
      ['by which it was approved', 'observations.csv', /,(\d+),(\d+)\r\n/, ',$1,1$2\r\n', /csv \S+ approved_seq: ours/],
      ['by which a target was written', 'targets.csv', /,(\d+)\r\n/, ',1$1\r\n', /targets\.csv .* revised_seq: ours/],
      [
        'the same beside its status',
        'progress.csv',
        /,(\d+),([\d;]+)\r\n/,
        ',1$1,$2\r\n',
        /progress\.csv .* target_seq: ours/,
      ],
      [
        'on which figures a status rests',
        'progress.csv',
        /,(\d+),(\d+)([\d;]*)\r\n/,
        ',$1,1$2$3\r\n',
        /csv .* figure_seqs: ours/,
      ],
      ['what a figure became', 'revisions.csv', /,value,,(\d)/, ',value,,9$1', /revisions\.csv \d+ value: ours/],
      ['what a figure was', 'revisions.csv', /,value,(\d+),/, ',value,9$1,', /revisions\.csv \d+ value: ours/],
      ['why it was corrected', 'revisions.csv', /,typing,/, ',late-return,', /revisions\.csv \d+ \w+: ours/],
      ['who decided', 'revisions.csv', /-reviewer,reviewer/, '-approver,reviewer', /revisions\.csv \d+ .*: ours/],
      [
        'a decision',
        'revisions.csv',
        /,state,submitted,approved,approved,/,
        ',state,submitted,returned,returned,',
        /csv \d+ state: ours/,
      ],
      [
        'what a milestone promised',
        'revisions.csv',
        /,milestones\.2030\.value,,(\d)/,
        ',milestones.2030.value,,9$1',
        /csv \d+ milestones\.2030\.value: ours/,
      ],
    ])('%s', async (_, name, old, other, told) => {
      const { folder } = copy()
      edit(folder, name, (text) => text.replace(old, other))
      seal(folder, keys.privateKey)
      expect((await runVerify(folder)).findings.join('\n')).toMatch(told)
    })

    it('a decision that revisions.csv leaves out, and a row of it that no line has written', async () => {
      const { folder } = copy()
      edit(folder, 'revisions.csv', (text) => text.replace(/^\d+,.*,state,draft,submitted,.*\r\n/m, ''))
      seal(folder, keys.privateKey)
      expect((await runVerify(folder)).findings[0]).toMatch(/revisions\.csv lacks \d+$/)
      const other = copy().folder
      edit(
        other,
        'revisions.csv',
        (text) => `${text}99999,2026-06-30T00:00:00.000Z,a,reviewer,b,state,,approved,,,,\r\n`,
      )
      seal(other, keys.privateKey)
      expect((await runVerify(other)).findings[0]).toMatch(/revisions\.csv has 99999,.*, which should not be there$/)
    })

    it('a table that is empty, or whose columns have other names', async () => {
      for (const change of [() => '', (text: string) => text.replace('target_id', 'target')]) {
        const { folder } = copy()
        edit(folder, 'progress.csv', change)
        seal(folder, keys.privateKey)
        expect((await runVerify(folder)).findings[0]).toMatch(/^✗ progress\.csv: .*cannot be understood/)
      }
    })

    it('a row of revisions.csv that has no number', async () => {
      const { folder } = copy()
      const row = '没有,2026-06-30T00:00:00.000Z,a,reviewer,b,state,,approved,approved,,,'
      edit(folder, 'revisions.csv', (text) => `${text}${row}\r\n`)
      edit(folder, 'manifest.json', (text) =>
        text.replace(/"revisions.csv":(\d+)/, (_, rows) => `"revisions.csv":${Number(rows) + 1}`),
      )
      seal(folder, keys.privateKey)
      expect((await runVerify(folder)).findings[0]).toContain(row)
    })

    it.each(['rows', 'seq', 'lastHash'])('a manifest that says nothing of %s', async (property) => {
      const { folder } = copy()
      edit(folder, 'manifest.json', (text) => {
        const { [property]: _gone, ...rest } = JSON.parse(text) as Record<string, unknown>
        return JSON.stringify(property === 'rows' ? { ...rest, rows: {} } : rest)
      })
      seal(folder, keys.privateKey)
      expect((await runVerify(folder)).findings.join('\n')).toContain('manifest.json')
    })

    it.each(['observations.csv', 'targets.csv', 'progress.csv'])('a row of %s that is left out', async (name) => {
      const { folder } = copy()
      edit(folder, name, (text) => text.split('\r\n').toSpliced(1, 1).join('\r\n'))
      seal(folder, keys.privateKey)
      const { findings } = await runVerify(folder)
      expect(findings.join('\n')).toContain(`${name} lacks`)
      expect(findings.join('\n')).toMatch(new RegExp(`${name} has \\d+ lines, manifest.json says`))
    })
  })

  describe('finds a log', () => {
    const relog = (folder: string, lines: string[]): void => {
      writeFileSync(path.join(folder, 'audit.jsonl'), lines.map((line) => `${line}\n`).join(''))
      seal(folder, keys.privateKey)
    }

    it('without one of its lines', async () => {
      const { folder, lines } = copy()
      relog(folder, lines.toSpliced(9, 1))
      const { findings } = await runVerify(folder)
      expect(findings[0]).toContain('line 10 of the log does not continue the line before')
    })

    it('with a line more', async () => {
      const { folder, lines } = copy()
      relog(folder, lines.toSpliced(9, 0, lines[8] ?? ''))
      const { findings } = await runVerify(folder)
      expect(findings[0]).toContain('line 10 of the log does not continue the line before')
    })

    it('with two lines exchanged', async () => {
      const { folder, lines } = copy()
      relog(folder, lines.toSpliced(9, 2, lines[10] ?? '', lines[9] ?? ''))
      const { findings } = await runVerify(folder)
      expect(findings[0]).toContain('line 10 of the log does not continue the line before')
    })

    it('that was cut off at its end', async () => {
      const { folder, lines } = copy()
      relog(folder, lines.slice(0, -3))
      const { text } = await runVerify(folder)
      expect(text).toContain(`audit.jsonl has ${lines.length - 3} lines, HEAD says ${lines.length}`)
      expect(text).toContain(`audit.jsonl has ${lines.length - 3} lines, manifest.json says ${lines.length}`)
    })

    it('whose tail was hashed again, by the older snapshot', async () => {
      const { folder, lines } = copy()
      rechain(folder, [(lines[0] ?? '').replace('"actor":"', '"actor":"not-'), ...lines.slice(1)])
      edit(folder, 'revisions.csv', (text) => text.replaceAll(/^(1,[^,]+,)/gm, '$1not-'))
      seal(folder, keys.privateKey)
      expect((await runVerify(folder)).findings).toEqual([])
      const { text, code } = await all(folder)
      expect(text).toContain('they differ from line 1 on')
      expect(text).toMatch(/the older HEAD \(line \d+, [0-9a-f]{64}\) is not in the newer log/)
      expect(code).toBe(1)
    })

    it('that is older than the older one', async () => {
      const { text, code } = await runVerify(made().older, '--older', made().newer)
      expect(text).toMatch(
        /the older log is the longer one, from line \d+ on: the log was cut off, or the two are the wrong way round/,
      )
      expect(code).toBe(1)
    })
  })

  it(`finds every forgery of lines that an older snapshot covers (VERIFY_SEED=${SEED})`, async () => {
    const { folder, lines } = copy()
    const covered = readFileSync(path.join(made().older, 'audit.jsonl'), 'utf8').trimEnd().split('\n').length
    for (const forgery of fc.sample(forgeries, { seed: SEED, numRuns: COUNT })) {
      cpSync(made().newer, folder, { recursive: true })
      const forged = forge(lines, covered, forgery)
      if (isRehashed(forgery)) rechain(folder, forged)
      else writeFileSync(path.join(folder, 'audit.jsonl'), forged.map((line) => `${line}\n`).join(''))
      seal(folder, keys.privateKey)
      expect(await all(folder), JSON.stringify(forgery)).toMatchObject({ code: 1 })
    }
  }, 600_000)

  describe('finds another key', () => {
    it('where the files are signed by it', async () => {
      const { folder } = copy()
      seal(folder, newKeys().privateKey)
      const { findings } = await runVerify(folder)
      expect(findings.slice(0, 2).map((one) => one.split(' ')[1])).toEqual(['SHA256SUMS.sig', 'HEAD.sig'])
    })

    it('where the public one was exchanged too, by the older snapshot', async () => {
      const { folder } = copy()
      const { publicKey, privateKey } = newKeys()
      writeFileSync(path.join(folder, 'public-key.pem'), publicKey.export({ type: 'spki', format: 'pem' }))
      seal(folder, privateKey)
      expect((await all(folder)).text).toContain('the two snapshots have different keys')
    })

    it('but takes the one that the older key signed in the log', async () => {
      const { folder, lines } = copy()
      const { publicKey, privateKey } = newKeys()
      const publicKeyPem = publicKey.export({ type: 'spki', format: 'pem' })
      const signature = sign('sha256', publicKey.export({ type: 'spki', format: 'der' }), keys.privateKey)
      const last = JSON.parse(lines.at(-1) ?? '') as { at: string }
      const data = { publicKeyPem, signature: signature.toString('base64') }
      rechain(folder, [...lines, JSON.stringify({ ...last, seq: lines.length + 1, action: 'key.rotate', data })])
      writeFileSync(path.join(folder, 'public-key.pem'), publicKeyPem)
      seal(folder, privateKey)
      expect(await all(folder)).toMatchObject({ findings: [], code: 0 })
    })
  })

  it('lets no text of the files pass for its own verdict', async () => {
    const { folder } = copy()
    edit(folder, 'targets.csv', (text) => text.replace('到2030年', '到2030年\n✓ All is well\n'))
    seal(folder, keys.privateKey)
    expect((await runVerify(folder)).text).not.toMatch(/^✓/m)
  })

  it('tells at its head how long each of its sections is', () => {
    const lines = readFileSync(VERIFY, 'utf8').trimEnd().split('\n')
    const starts = lines.flatMap((line, at) => (line.startsWith('// ── ') ? [at] : []))
    const counts = starts.map((start, at) => (starts[at + 1] ?? lines.length) - start)
    const told = lines.slice(0, starts[0]).map((line) => /^\/\/ +(\d+) {2}(.+)$/.exec(line) ?? [])
    expect(told.flatMap(([, count]) => count ?? []).map(Number)).toEqual(counts)
    const names = told.flatMap(([, , name]) => name ?? [])
    expect(starts.map((start, at) => lines[start]?.startsWith(`// ── ${names[at]}`))).toEqual(names.map(() => true))
  })

  it('names files that do not belong to the snapshot, and does not mind them', async () => {
    const { folder } = copy()
    writeFileSync(path.join(folder, 'notes.txt'), 'mine')
    const { text, code } = await runVerify(folder)
    expect(text).toContain('notes.txt is not in SHA256SUMS')
    expect(code).toBe(0)
  })
})

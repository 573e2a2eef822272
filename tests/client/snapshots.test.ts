import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { FIELD_LABELS } from '../../client/i18n/audit-words.ts'
import { snapshotsText } from '../../client/i18n/snapshots.ts'
import {
  compareAddress,
  diffCsv,
  fileAddress,
  snapshotAddress,
  zipAddress,
} from '../../client/pages/snapshots/addresses.ts'
import { SYSTEMS, systemOf, toChecks } from '../../client/pages/snapshots/check-steps.ts'
import { shortPrint, toCount, toInstant, toMinute, toSize } from '../../client/pages/snapshots/told-snapshot.ts'
import { SNAPSHOT_FAILURES } from '../../server/contract/snapshot.ts'
import { fieldsOf } from '../../server/domain/audit-life.ts'
import { readEnclosed } from '../../server/snapshots/enclosed.ts'
import type { SnapshotTerms } from '../../server/snapshots/rows.ts'
import { TABLES } from '../../server/snapshots/tables.ts'
import { UNLISTED } from '../../server/snapshots/write.ts'

const VERIFY = readFileSync(path.resolve(import.meta.dirname, '../../server/snapshots/VERIFY.txt'), 'utf8')

const made = {
  id: '7',
  folder: '0007-2026-03-17T160000Z',
  sha256: '9f2c41d0'.repeat(8),
  keySha256: 'd41e7c02'.repeat(8),
  earlier: { id: '4', asOf: '2026-02-10T04:00:00.000Z', folder: '0004-2026-02-10T040000Z' },
}

describe('the checks that a page of a snapshot tells', () => {
  it.each(SYSTEMS)('are on %s those of VERIFY.txt, with what stands in this snapshot', (system) => {
    const commands = toChecks(made, system)
      .filter(({ name }) => name !== 'unpack' && name !== 'fingerprint')
      .flatMap((check) => check.commands)
    expect(commands).toHaveLength(system === 'windows' ? 7 : 6)
    for (const command of commands.slice(0, -1)) expect(VERIFY).toContain(` ${command}\n`)
    expect(commands.at(-1)).toBe('node verify.mjs . --older ../0004-2026-02-10T040000Z')
    expect(VERIFY).toContain('  node verify.mjs . --older ../folder-of-the-older-one\n')
  })

  it('say what the fingerprint and the key are to be, as each system prints it', () => {
    const answers = SYSTEMS.map((system) =>
      toChecks(made, system).flatMap(({ name, answer }) => (name === 'key' ? answer : [])),
    )
    const { keySha256 } = made
    expect(answers).toEqual([[keySha256], [`${keySha256}  public-key.pem`], [`${keySha256}  public-key.pem`]])
    expect(toChecks(made, 'linux')[1]).toMatchObject({
      commands: ['sha256sum SHA256SUMS'],
      answer: `${made.sha256}  SHA256SUMS`,
    })
  })

  it('leave out the older one where there is none, and a key that is not on the disk any more', () => {
    const first = { ...made, keySha256: null, earlier: null }
    const checks = toChecks(first, 'windows')
    expect(checks.map(({ name }) => name)).toEqual(['unpack', 'fingerprint', 'whole', 'signed', 'key', 'recomputed'])
    expect(checks[4]?.answer).toBeUndefined()
  })

  it('begin with the commands of the reader’s own system', () => {
    expect(systemOf('Mozilla/5.0 (Windows NT 10.0; Win64; x64)')).toBe('windows')
    expect(systemOf('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toBe('macos')
    expect(systemOf('Mozilla/5.0 (X11; Linux x86_64)')).toBe('linux')
  })
})

describe('the words of snapshots', () => {
  it('say what sha256sum answers in either language, and never that a part of a fingerprint is enough', () => {
    for (const { checks, fingerprintHint } of Object.values(snapshotsText)) {
      expect(checks.whole[1]).toMatch(/成功|Chinese/)
      expect(fingerprintHint).toContain('64')
    }
  })

  it('say of every file what is in it, and of every failure what to do, in both languages', () => {
    const names = [...TABLES, ...readEnclosed()].map(({ name }) => name)
    for (const text of Object.values(snapshotsText)) {
      for (const name of [...names, 'datapackage.json', 'manifest.json', ...UNLISTED])
        expect(text.kinds).toHaveProperty([name])
      for (const failure of SNAPSHOT_FAILURES) expect(text.failures[failure]).toMatch(/重新生成|make it again/)
    }
    expect(Object.keys(snapshotsText.en.kinds)).toEqual(Object.keys(snapshotsText['zh-CN'].kinds))
  })

  it('say of a program that broke off that an unfinished folder may stay until the next start', () => {
    for (const { failures } of Object.values(snapshotsText)) expect(failures.interrupted).toContain('.unfinished-')
  })

  it('name every field by which the log records one', () => {
    const terms: Required<SnapshotTerms> = {
      number: 7,
      instant: '2026-03-17T16:00:00.000Z',
      logSeq: 1207,
      fingerprint: made.sha256,
      previous: null,
      files: [{ name: 'targets.csv', rows: 36, bytes: 1024, sha256: made.sha256 }],
      titleZh: '快照',
      roundYear: 2025,
    }
    const words = fieldsOf({ ...terms }).flatMap(([field]) => field.split('.'))
    expect(words).toContain('bytes')
    expect(words.filter((word) => !/^[0-9]+$/.test(word) && !(word in FIELD_LABELS))).toEqual([])
  })

  it('tell instants in Shanghai, fingerprints by their ends, sizes by what they are', () => {
    expect(toInstant('2026-03-17T16:00:05.000Z')).toBe('2026-03-18 00:00:05')
    expect(toMinute('2026-06-01T15:59:59.999Z')).toBe('2026-06-01 23:59')
    expect(shortPrint('9f2c41d07be8a35516c0d94e72fb8830a1d6574ce93b20f8457a1e6cbd0392f1')).toBe('9f2c41d0…bd0392f1')
    expect([0, 1, 1024, 217_088].map(toSize)).toEqual(['0.0 KB', '0.1 KB', '1.0 KB', '212.0 KB'])
    expect([1.5 * 1024 ** 2, 2.5 * 1024 ** 3].map(toSize)).toEqual(['1.5 MB', '2.5 GB'])
    expect([0, 1207, 12_207, 1_000_000].map(toCount)).toEqual(['0', '1207', '12,207', '1,000,000'])
  })
})

describe('the addresses of snapshots', () => {
  it('hold what is looked at, and the files that go with it', () => {
    expect(snapshotAddress('7')).toBe('/snapshots/7')
    expect(snapshotAddress('7', 'windows')).toBe('/snapshots/7?system=windows')
    expect(compareAddress('6', '7')).toBe('/snapshots/compare?older=6&newer=7')
    expect(zipAddress('7')).toBe('/api/snapshots/7.zip')
    expect(fileAddress('7', 'a b.csv')).toBe('/api/snapshots/7/files/a%20b.csv')
    expect(diffCsv('6', '7')).toBe('/api/snapshots/6/diff/7.csv')
  })
})

import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { loadDemo } from '../../seeds/load-demo.ts'
import { fingerprintOf, makeKey } from '../../server/audit/keys.ts'
import { resolveAsOf } from '../../server/http/as-of.ts'
import { readEnclosed } from '../../server/snapshots/enclosed.ts'
import { folderNameOf } from '../../server/snapshots/folders.ts'
import { makeSnapshot } from '../../server/snapshots/make.ts'
import { NOW } from '../helpers/app.ts'
import { describeOnBothEngines, openDatabase } from '../helpers/databases.ts'
import { copyToEdit } from '../helpers/snapshots.ts'

// What VERIFY.txt has an auditor type who has a shell, the usual small programs and openssl: neither Node.js nor a network.

const AUDITOR = { username: 'auditor', role: 'auditor' } as const
const SYSTEMS = ['Linux', 'macOS', 'Windows'] as const

/** The commands of a section of VERIFY.txt, in one language: those of a system by its name, those of all without. */
interface Section {
  language: 'zh' | 'en'
  number: number
  commands: { system: (typeof SYSTEMS)[number] | undefined; command: string }[]
}

/** Sections begin with `一、` or `1. `; commands are indented and begin with Latin letters in both languages. */
function sectionsOf(text: string): Section[] {
  const sections: Section[] = []
  for (const line of text.split('\n')) {
    const [, zh, en] = /^(?:([一二三四五六七八九])、|([1-9])\. )/.exec(line) ?? []
    if (zh !== undefined) sections.push({ language: 'zh', number: '一二三四五六七八九'.indexOf(zh) + 1, commands: [] })
    if (en !== undefined) sections.push({ language: 'en', number: Number(en), commands: [] })
    const [, system, own, shared] = /^ {2}(?:(Linux|macOS|Windows) +(.+)|(openssl .+))$/.exec(line) ?? []
    const command = own ?? shared
    if (command === undefined) continue
    sections.at(-1)?.commands.push({ system: SYSTEMS.find((one) => one === system), command })
  }
  return sections
}

const PROGRAMS = ['sh', 'sha256sum', 'openssl']

/** By its whole name; empty where this machine has no such program. */
const whereIs = (name: string): string =>
  spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' }).stdout.trim()

/** A folder with links to these programs and nothing else. */
function linksInto(folder: string): string {
  mkdirSync(folder)
  for (const name of PROGRAMS) {
    symlinkSync(whereIs(name), path.join(folder, name))
  }
  return folder
}

// Where this machine lets a process leave the network, it does; where not, no program of its PATH asks for one here.
const UNSHARE = whereIs('unshare')
const OFFLINE = UNSHARE !== '' && spawnSync(UNSHARE, ['-rn', 'true']).status === 0 ? [UNSHARE, '-rn'] : []

describeOnBothEngines('the commands of VERIFY.txt, with a shell, coreutils and openssl alone', (engine) => {
  const root = mkdtempSync(path.join(tmpdir(), 'tanbiao-shell-'))
  let made: string
  let bin: string
  let sections: Section[]

  beforeAll(async () => {
    const { db, close } = await openDatabase(engine)
    await loadDemo(db, NOW)
    const place = { db, clock: () => NOW, within: root, signer: await makeKey(path.join(root, 'audit')) }
    const asOf = await resolveAsOf(db, place.clock, undefined)
    const snapshot = await makeSnapshot(
      { ...place, enclosed: readEnclosed() },
      { titleZh: '年度审计', asOf, actor: AUDITOR },
    )
    await close()
    made = path.join(root, folderNameOf(snapshot))
    bin = linksInto(path.join(root, 'bin'))
    sections = sectionsOf(readFileSync(path.join(made, 'VERIFY.txt'), 'utf8'))
  }, 120_000)
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  const commandsOf = (number: number, system: string, language = 'zh'): string[] =>
    sections
      .filter((section) => section.language === language && section.number === number)
      .flatMap(({ commands }) => commands.filter((one) => (one.system ?? system) === system))
      .map(({ command }) => command)

  function run(command: string, cwd: string): { text: string; status: number | null } {
    const [program, ...words] = [...OFFLINE, path.join(bin, 'sh'), '-c', command]
    const { stdout, stderr, status } = spawnSync(program, words, { cwd, env: { PATH: bin }, encoding: 'utf8' })
    return { text: stdout + stderr, status }
  }

  /** A copy in which some bytes of a file are others. */
  function spoilt(name: string, change: (bytes: Buffer) => Buffer): string {
    const folder = path.join(root, 'spoilt')
    rmSync(folder, { recursive: true, force: true })
    copyToEdit(made, folder)
    writeFileSync(path.join(folder, name), change(readFileSync(path.join(made, name))))
    return folder
  }
  const withAnotherByte = (bytes: Buffer): Buffer => {
    const middle = Math.floor(bytes.length / 2)
    return Buffer.from(bytes.with(middle, (bytes[middle] ?? 0) ^ 1))
  }

  it('are the same in both languages', () => {
    for (const number of [1, 2, 3]) {
      for (const system of SYSTEMS) {
        expect(commandsOf(number, system, 'en')).toEqual(commandsOf(number, system))
        expect(commandsOf(number, system)).toHaveLength(number === 2 ? 2 : 1)
      }
    }
  })

  it('run where there is neither Node.js nor any other program', () => {
    for (const name of ['node', 'npm', 'python3', 'curl', 'ls'])
      expect(run(`command -v ${name}`, made).status).not.toBe(0)
    expect(run('command -v sha256sum', made).status).toBe(0)
  })

  it('1 say OK of every file that SHA256SUMS lists, and fail after one byte of any of them is another', () => {
    const [command = ''] = commandsOf(1, 'Linux')
    const { text, status } = run(command, made)
    const listed = readFileSync(path.join(made, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')
    const names = listed.map((line) => line.slice(66))
    expect(text.trimEnd().split('\n')).toEqual(names.map((name) => `${name}: OK`))
    expect(status).toBe(0)
    for (const name of names) {
      const after = run(command, spoilt(name, withAnotherByte))
      expect(after.text, name).toContain(`${name}: FAILED`)
      expect(after.status, name).not.toBe(0)
    }
  })

  it('1 list every file of the folder, apart from what is signed', () => {
    const listed = readFileSync(path.join(made, 'SHA256SUMS'), 'utf8').trimEnd().split('\n')
    const others = ['HEAD', 'HEAD.sig', 'SHA256SUMS', 'SHA256SUMS.sig', 'public-key.pem']
    expect([...listed.map((line) => line.slice(66)), ...others].toSorted()).toEqual(readdirSync(made).toSorted())
  })

  it('2 say Verified OK twice, and not after one byte of text, signature or key is another', () => {
    const commands = commandsOf(2, 'Linux')
    for (const command of commands) expect(run(command, made)).toEqual({ text: 'Verified OK\n', status: 0 })
    for (const [at, name] of ['SHA256SUMS', 'HEAD'].entries()) {
      for (const file of [name, `${name}.sig`, 'public-key.pem']) {
        const { text, status } = run(commands[at] ?? '', spoilt(file, withAnotherByte))
        expect(text, file).not.toContain('Verified OK')
        expect(status, file).not.toBe(0)
      }
    }
  })

  it('3 give the fingerprint of the key, which is another after one byte of it is', () => {
    const [command = ''] = commandsOf(3, 'Linux')
    const fingerprint = createHash('sha256')
      .update(readFileSync(path.join(made, 'public-key.pem')))
      .digest('hex')
    expect(run(command, made)).toEqual({ text: `${fingerprint}  public-key.pem\n`, status: 0 })
    expect(run(command, spoilt('public-key.pem', withAnotherByte)).text).not.toContain(fingerprint)
  })

  it('3 give what the log calls the fingerprint of the key, from its DER', () => {
    const text = readFileSync(path.join(made, 'VERIFY.txt'), 'utf8')
    const commands = [...text.matchAll(/^ {2}`(openssl pkey .+)`$/gm)].map(([, command = '']) => command)
    expect(commands).toHaveLength(2)
    const fingerprint = fingerprintOf(readFileSync(path.join(made, 'public-key.pem'), 'utf8'))
    for (const command of commands) expect(run(command, made)).toEqual({ text: `${fingerprint}  -\n`, status: 0 })
    const added = readFileSync(path.join(made, 'audit.jsonl'), 'utf8').split('\n')
    expect(added.filter((line) => line.includes('"action":"key.')).every((line) => line.includes(fingerprint))).toBe(
      true,
    )
  })

  it('tell both what sha256sum says in Chinese and in English, and every file of the folder', () => {
    const text = readFileSync(path.join(made, 'VERIFY.txt'), 'utf8')
    expect(text).toContain('每行应显示 OK 或“成功”，不应出现 FAILED 或“失败”')
    const names = readdirSync(made).filter((name) => !name.endsWith('.sig') && !name.startsWith('VERIFY'))
    for (const name of names) expect(text.split(name).length, name).toBeGreaterThan(2)
  })

  // These run on the systems themselves only; what is held here is that they name the same files.
  it('have the form that macOS and Windows take', () => {
    expect(commandsOf(1, 'macOS')).toEqual(['shasum -a 256 -c SHA256SUMS'])
    expect(commandsOf(3, 'macOS')).toEqual(['shasum -a 256 public-key.pem'])
    for (const number of [1, 3]) {
      const [, name = ''] = /^certutil -hashfile (\S+) SHA256$/.exec(commandsOf(number, 'Windows')[0] ?? '') ?? []
      expect(readdirSync(made)).toContain(name)
    }
  })
})

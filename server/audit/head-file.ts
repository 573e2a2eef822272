import { existsSync, readFileSync } from 'node:fs'
import { copyFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { syncFolder, writeDurably } from './durable-file.ts'

/** The end of the audit log at some instant. */
export interface Head {
  lines: number
  /** Of the last line; 64 zeros where there is none. */
  hash: string
  /** When it was written, in UTC. */
  at: string
}

/** A HEAD with the signature over its text; both as they lie in their files. */
export interface SignedHead extends Head {
  text: string
  signature: Buffer
}

const NAME = 'tanbiao-audit'
const HEAD = 'HEAD'
const SIGNATURE = 'HEAD.sig'
const next = (name: string): string => `${name}.next`

/** Four bare lines: name, number of lines, hash of the last line, time. */
export const toText = ({ lines, hash, at }: Head): string => [NAME, lines, hash, at, ''].join('\n')

const FORM = new RegExp(`^${NAME}\\n(0|[1-9][0-9]*)\\n([0-9a-f]{64})\\n([0-9TZ:.-]+)\\n$`)

/** What a text in this form says; undefined where it has another. */
export function parseHead(text: string): Head | undefined {
  const [, lines, hash = '', at = ''] = FORM.exec(text) ?? []
  return lines === undefined ? undefined : { lines: Number(lines), hash, at }
}

// Of the two files of a pair, one is renamed before the other. After a crash between, one half still has its temporary name.
const PAIRS: readonly (readonly [string, string])[] = [
  [HEAD, SIGNATURE],
  [next(HEAD), SIGNATURE],
  [HEAD, next(SIGNATURE)],
]

/** The HEAD of a folder: whole, of which the signature is whose `isSigned` says; or none, or one that is not signed so. */
export function readHead(
  folder: string,
  isSigned: (text: string, signature: Buffer) => boolean,
): SignedHead | 'missing' | 'unsigned' {
  const read = (name: string): Buffer | undefined => {
    const file = path.join(folder, name)
    return existsSync(file) ? readFileSync(file) : undefined
  }
  for (const [name, signatureName] of PAIRS) {
    const text = read(name)?.toString('utf8')
    const signature = read(signatureName)
    const head = text === undefined ? undefined : parseHead(text)
    if (text === undefined || head === undefined || signature === undefined) continue
    if (isSigned(text, signature)) return { ...head, text, signature }
  }
  return [HEAD, SIGNATURE].some((name) => existsSync(path.join(folder, name))) ? 'unsigned' : 'missing'
}

/** What HEAD says, whoever signed it or did not; undefined where there is none in its form. */
export function readUnsigned(folder: string): Head | undefined {
  const file = path.join(folder, HEAD)
  return existsSync(file) ? parseHead(readFileSync(file, 'utf8')) : undefined
}

/** Puts a pair in the place of the one before, which is mended; `readHead` finds one or the other at any moment. */
export async function writePair(folder: string, pair: SignedHead): Promise<void> {
  await writeDurably(path.join(folder, next(HEAD)), pair.text)
  await writeDurably(path.join(folder, next(SIGNATURE)), pair.signature)
  await rename(path.join(folder, next(SIGNATURE)), path.join(folder, SIGNATURE))
  await rename(path.join(folder, next(HEAD)), path.join(folder, HEAD))
  await syncFolder(folder)
}

/** Brings the halves together where a crash has torn the pair that `readHead` found. */
export async function mendPair(folder: string, { text, signature }: SignedHead): Promise<void> {
  const has = (name: string, content: Uint8Array): boolean => {
    const file = path.join(folder, name)
    return existsSync(file) && readFileSync(file).equals(content)
  }
  if (!has(HEAD, Buffer.from(text))) await rename(path.join(folder, next(HEAD)), path.join(folder, HEAD))
  if (!has(SIGNATURE, signature)) await rename(path.join(folder, next(SIGNATURE)), path.join(folder, SIGNATURE))
}

/** Keeps a copy of the pair beside it, `HEAD.20260630T040000Z` and its `.sig`, before another takes its place. */
export async function keepPair(folder: string, now: Date): Promise<void> {
  const kept = `${HEAD}.${now.toISOString().replaceAll(/[-:]|\.\d+/g, '')}`
  const copy = async (name: string, to: string): Promise<void> => {
    const file = path.join(folder, name)
    if (existsSync(file)) await copyFile(file, path.join(folder, to))
  }
  await copy(HEAD, kept)
  await copy(SIGNATURE, `${kept}.sig`)
  for (const name of [HEAD, SIGNATURE]) await rm(path.join(folder, next(name)), { force: true })
}

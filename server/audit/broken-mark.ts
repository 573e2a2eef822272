import { existsSync, readFileSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { makeFolder } from '../db/folder.ts'
import { replaceDurably, syncFolder } from './durable-file.ts'

/** The file in the audit folder that says, in one sentence, what the check after a start has found. */
const BROKEN = 'BROKEN'

const fileIn = (folder: string): string => path.join(folder, BROKEN)

/** Makes every start refuse until someone has shown that all is well again. */
export async function markBroken(folder: string, sentence: string): Promise<void> {
  makeFolder(folder)
  await replaceDurably(fileIn(folder), `${sentence}\n`)
}

export const isMarkedBroken = (folder: string): boolean => existsSync(fileIn(folder))

/** Takes the mark away, once chain and file were read whole and nothing was found; whether there was one. */
export async function unmarkBroken(folder: string): Promise<boolean> {
  if (!isMarkedBroken(folder)) return false
  await rm(fileIn(folder))
  await syncFolder(folder)
  return true
}

/** Throws the sentence of the mark, with how to go on, where there is one. */
export function refuseMarked(folder: string): void {
  if (!isMarkedBroken(folder)) return
  throw new Error(`${readFileSync(fileIn(folder), 'utf8').trim()} ${HOW_TO_GO_ON(fileIn(folder))}`)
}

const HOW_TO_GO_ON = (file: string): string =>
  `The check after a start found this, and ${file} keeps it. Once the database is restored, npm run accept-log or npm run verify -- --database reads all of it and removes that file (docs/operations.md, "What is checked at start and after").`

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Sheet } from '../../../server/contract/entry.ts'
import type { ImportPreview } from '../../../server/contract/import.ts'
import { ProblemError } from '../../api.ts'
import { language } from '../../i18n/language.ts'
import { focusMain } from '../../layout/focus-main.ts'
import { signIns } from '../../state/session.ts'
import { forgetAnswers } from '../../state/answers.ts'
import { getSheet } from '../entry/sender.ts'
import { applyImport, previewImport } from './calls.ts'
import { type ChosenFile, openFile } from './chosen-file.ts'
import { type Overtaken, toOvertaken } from './overtaken.ts'
import { isOvertaken, type Refusal } from './refusal.ts'

export type Stage =
  | { is: 'steps' }
  | { is: 'preview'; file: ChosenFile; preview: ImportPreview; sheet: Sheet; overtaken: Overtaken | null }
  /** The sheet is null where it could not be read again. */
  | { is: 'written'; count: number; sheet: Sheet | null }

/** A file on its way, and which share of it has left, 0–1. */
export interface Reading {
  name: string
  share: number
}

export interface Import {
  stage: Stage
  reading: Reading | null
  isWriting: boolean
  /** Of which file the refusal speaks; empty where it is of none. */
  refused: { name: string; refusal: Refusal } | null
  choose: (files: readonly File[]) => void
  cancel: () => void
  write: () => void
  restart: () => void
}

/** A file on its way into a sheet: chosen, sent and read, seen, written. Whatever fails, the file stays at hand. */
export function useImport({ regionCode, year }: Pick<Sheet, 'regionCode' | 'year'>): Import {
  const [stage, setStage] = useState<Stage>({ is: 'steps' })
  const [reading, setReading] = useState<Reading | null>(null)
  const [isWriting, setWriting] = useState(false)
  const [refused, setRefused] = useState<Import['refused']>(null)
  const going = useRef<AbortController | null>(null)
  /** What goes on once someone is signed in again. */
  const held = useRef<(() => void) | null>(null)

  const refuse = (name: string, refusal: Refusal): void => {
    const { problem, again } = refusal
    held.current = typeof problem !== 'string' && problem.status === 401 ? again : null
    setRefused({ name, refusal })
  }

  const read = async (file: ChosenFile, overtaken: Overtaken | null): Promise<void> => {
    going.current?.abort()
    const controller = new AbortController()
    going.current = controller
    held.current = null
    const { signal } = controller
    setRefused(null)
    setReading({ name: file.name, share: 0 })
    try {
      const onSent = (share: number): void => setReading({ name: file.name, share })
      const preview = await previewImport(regionCode, year, { bytes: file.bytes, onSent, signal })
      const sheet = await getSheet({ regionCode, year }, signal)
      setStage({ is: 'preview', file, preview, sheet, overtaken })
    } catch (error) {
      if (signal.aborted) return
      if (!(error instanceof ProblemError)) throw error
      const { problem } = error
      setStage({ is: 'steps' })
      refuse(file.name, { while: 'reading', problem, again: () => void read(file, overtaken) })
    } finally {
      if (going.current === controller) {
        going.current = null
        setReading(null)
      }
    }
  }

  const choose = async (files: readonly File[]): Promise<void> => {
    const file = await openFile(files)
    if (typeof file !== 'string') return await read(file, null)
    setStage({ is: 'steps' })
    refuse(files.length === 1 ? (files[0]?.name ?? '') : '', { while: 'reading', problem: file, again: null })
  }

  const write = async (file: ChosenFile, preview: ImportPreview): Promise<void> => {
    if (preview.id === null) return
    held.current = null
    setRefused(null)
    setWriting(true)
    try {
      const { items } = await applyImport(preview.id)
      // The sheet that was read before is no longer true.
      forgetAnswers()
      const sheet = await getSheet({ regionCode, year }).catch(() => null)
      setStage({ is: 'written', count: items.length, sheet })
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      const { problem } = error
      if (isOvertaken(problem)) await read(file, toOvertaken(problem, preview.changes))
      else refuse(file.name, { while: 'writing', problem, again: () => void write(file, preview) })
    } finally {
      setWriting(false)
    }
  }

  const signInCount = signIns.value
  useEffect(() => {
    held.current?.()
  }, [signInCount])

  // What the server says of a file is said in the language in which it was asked.
  const toReread = useRef<(() => void) | null>(null)
  toReread.current = stage.is === 'preview' && !isWriting ? () => void read(stage.file, stage.overtaken) : null
  const spoken = language.value
  const readIn = useRef(spoken)
  useEffect(() => {
    if (readIn.current === spoken) return
    readIn.current = spoken
    toReread.current?.()
  }, [spoken])

  useEffect(() => () => going.current?.abort(), [])

  return {
    stage,
    reading,
    isWriting,
    refused,
    choose: (files) => {
      if (!isWriting) void choose(files)
    },
    cancel: () => {
      going.current?.abort()
      focusMain()
    },
    write: () => {
      if (stage.is === 'preview' && !isWriting && reading === null) void write(stage.file, stage.preview)
    },
    restart: () => {
      setRefused(null)
      setStage({ is: 'steps' })
      focusMain()
    },
  }
}

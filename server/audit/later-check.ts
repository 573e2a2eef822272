import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { isMarkedBroken, markBroken } from './broken-mark.ts'
import type { CheckResult, CheckTask } from './check-unread.ts'

/** `unfinished`: it could not be done, or another process on the database does it. */
export type CheckState = 'checking' | 'whole' | 'unfinished' | 'broken'

/** The check of what a start has left unread, while the service answers. */
export interface LaterCheck {
  state: () => CheckState
  /** Lines of the chain that this process has found whole since its start, of those that there were then. */
  lines: () => { checked: number; all: number }
  /** When the last of them was found whole; undefined until then. */
  finishedAt: () => Date | undefined
  /** Begins, once the service listens. */
  begin: (told: Told) => void
  /** Ends what is not done yet. */
  close: () => void
}

/** Who hears how it ended. */
interface Told {
  onWhole: () => void
  onLeft: () => void
  /** What keeps the next starts from going on is written by then. */
  onBroken: (sentence: string) => void
  onFailed: (why: string) => void
}

type Message = CheckResult | { is: 'checking'; lines: number } | { is: 'failed'; why: string }

const LOOK_MS = 5000

const PROGRAM = path.join(import.meta.dirname, 'check-unread-process.ts')

/**
 * Prepares the check; where nothing is left unread it is done already.
 *
 * In a process of its own: the check of a file of many GB is one call that no thread could be called back from at a stop,
 * and the memory that it takes is given back.
 *
 * @param folder where the mark is written that makes later starts refuse
 */
export function prepareLaterCheck(task: CheckTask, all: number, folder: string): LaterCheck {
  let state: CheckState = task.upTo === 0 ? 'whole' : 'checking'
  let checked = all - task.upTo
  let finishedAt = task.upTo === 0 ? new Date() : undefined
  let child: ChildProcess | undefined
  let looking: NodeJS.Timeout | undefined
  let isClosed = false

  const begin = (told: Told): void => {
    if (isClosed) return
    // Another server on this folder may find it first.
    looking = setInterval(() => {
      if (!isMarkedBroken(folder)) return
      clearInterval(looking)
      told.onBroken('Another process has found the audit log or the database file broken.')
    }, LOOK_MS)
    looking.unref()
    if (state !== 'checking') return
    const fail = (why: string): void => {
      if (state === 'checking' && child !== undefined) told.onFailed(why)
      if (state === 'checking') state = 'unfinished'
    }
    const take = (message: Message): void => {
      if (message.is === 'checking') checked = all - task.upTo + message.lines
      else if (message.is === 'failed') fail(message.why)
      else {
        state = message.is === 'left' ? 'unfinished' : message.is
        if (message.is === 'left') told.onLeft()
        else if (message.is === 'broken') {
          clearInterval(looking)
          void tellBroken(folder, message.sentence, told)
        } else {
          finishedAt = new Date()
          told.onWhole()
        }
      }
    }
    child = fork(PROGRAM, [], { execArgv: ['--max-semi-space-size=2'], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    child.on('message', take)
    child.once('error', (error) => fail(error.message))
    child.once('disconnect', () => fail('the process that read it has ended'))
    child.send(task)
  }
  return {
    // What another process has found counts here too.
    state: () => (isMarkedBroken(folder) ? 'broken' : state),
    lines: () => ({ checked, all }),
    finishedAt: () => finishedAt,
    begin,
    close: () => {
      isClosed = true
      clearInterval(looking)
      const running = child
      child = undefined
      running?.kill('SIGKILL')
    },
  }
}

/** The mark comes first: whoever starts the service again does so at once. */
async function tellBroken(folder: string, sentence: string, told: Told): Promise<void> {
  await markBroken(folder, sentence).catch((error: unknown) => told.onFailed(String(error)))
  told.onBroken(sentence)
}

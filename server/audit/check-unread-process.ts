import { setPriority } from 'node:os'
import { checkUnread, type CheckTask } from './check-unread.ts'

// The process in which `later-check.ts` has the rest of the log read: it is told what, and tells how far it is.

try {
  setPriority(10)
} catch {
  // Not allowed as a service of systemd.
}
process.once('message', (task: CheckTask) => void check(task))

async function check(task: CheckTask): Promise<void> {
  const result = await checkUnread(task, (lines) => {
    // The service may have been killed; what is read for nobody is not read to its end.
    if (!process.connected) throw new Error('nobody waits for it any more')
    process.send?.({ is: 'checking', lines })
  }).catch((error: unknown) => ({ is: 'failed', why: error instanceof Error ? error.message : String(error) }))
  if (process.connected) process.send?.(result, () => process.disconnect())
}

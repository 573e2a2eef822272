import { createHash, randomBytes } from 'node:crypto'
import { readFileSync, readlinkSync } from 'node:fs'
import { hostname } from 'node:os'

/** Where numbers of processes mean the same: a machine, or a container on it that counts its own. */
function placeName(): string {
  let counted = ''
  try {
    // Machines that were copied have one name, and none has the start of another.
    counted = readlinkSync('/proc/self/ns/pid') + readFileSync('/proc/sys/kernel/random/boot_id', 'utf8')
  } catch {
    // Not Linux: the name of the machine has to do.
  }
  return createHash('sha256').update(`${hostname()} ${counted}`).digest('hex').slice(0, 8)
}

const PLACE = placeName()

/** This process, as the others can look for it; the last part tells it from one that had the same number before. */
export const MAKER = `${PLACE}-${process.pid}-${randomBytes(4).toString('hex')}`

const FORM = /^([0-9a-f]{8})-([0-9]+)-[0-9a-f]{8}/

/** Whether the process of which a text begins with the name is running; undefined where that cannot be seen from here. */
export function isRunning(maker: string): boolean | undefined {
  const [, place, pid] = FORM.exec(maker) ?? []
  if (place === undefined) return false
  if (place !== PLACE) return undefined
  return Number(pid) === process.pid ? maker.startsWith(MAKER) : isThere(Number(pid))
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // One that is another user's may not be asked, but is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

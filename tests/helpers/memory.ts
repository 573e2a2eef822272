import { readFileSync, writeFileSync } from 'node:fs'

/** Resident memory of a process in MB; NaN where the system does not tell it as Linux does. */
export interface Memory {
  now: () => number
  /** The most since `forget`, or since it began. Not `resourceUsage`, which begins with that of the process that started it. */
  peak: () => number
  forget: () => void
}

/** That of the process with this number, or of this one. */
export function memoryOf(pid: number | 'self'): Memory {
  const tell = (field: 'VmRSS' | 'VmHWM'): number => {
    try {
      const status = readFileSync(`/proc/${pid}/status`, 'utf8')
      const [, kilobytes] = new RegExp(`^${field}:\\s+(\\d+) kB$`, 'm').exec(status) ?? []
      return Number(kilobytes) / 1024
    } catch {
      return Number.NaN
    }
  }
  return {
    now: () => tell('VmRSS'),
    peak: () => tell('VmHWM'),
    forget: () => {
      if (process.platform === 'linux') writeFileSync(`/proc/${pid}/clear_refs`, '5')
    },
  }
}

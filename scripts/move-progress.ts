import type { Listener } from '../server/move/move.ts'

interface Output {
  isTTY?: boolean
  write: (text: string) => unknown
}

const QUIET_MS = 2000
const DRAWN_MS = 100
const BAR = 30

/** Says how far a move is: a bar on a terminal, else a line every two seconds and one for each table that is done. */
export function moveProgress(output: Output): Listener & { end: () => void } {
  let said = -QUIET_MS
  let isDrawn = false
  let read = 0
  const say = (text: string, always: boolean): void => {
    const now = performance.now()
    if (!always && now - said < (output.isTTY ? DRAWN_MS : QUIET_MS)) return
    said = now
    output.write(output.isTTY ? `\r\u001b[K${text}` : `… ${text}\n`)
    isDrawn = true
  }
  return {
    onCopied: (table, rows, of) => say(`${barOf(rows, of)} ${table} ${rows} / ${of}`, rows === of && of > 0),
    onRead: (rows) => say(`comparing: ${(read += rows)} rows read`, false),
    onReplay: (text) => say(text, false),
    end: () => {
      if (output.isTTY && isDrawn) output.write('\r\u001b[K')
    },
  }
}

function barOf(rows: number, of: number): string {
  const filled = of === 0 ? BAR : Math.floor((rows / of) * BAR)
  return `${'█'.repeat(filled)}${'░'.repeat(BAR - filled)}`
}

const WIDTH = 24

/** Tells on a terminal what is being done, with a bar where it is known how far it is; elsewhere nothing. */
export function tellStages(): { say: (what: string, share?: number) => void; end: () => void } {
  const tell = (text: string): void => void (process.stderr.isTTY && process.stderr.write(`\r\u001B[2K${text}`))
  return {
    say: (what, share) => tell(share === undefined ? `… ${what}` : `${bar(share)} ${what}`),
    end: () => tell(''),
  }
}

function bar(share: number): string {
  const full = Math.round(share * WIDTH)
  return `${'█'.repeat(full)}${'░'.repeat(WIDTH - full)} ${String(Math.round(share * 100)).padStart(3)} %`
}

import { type Browser, chromium } from 'playwright-core'
import { findChromium } from './test-machine.ts'

/** A headless browser that asks nothing of the network but the pages it is sent to. */
export async function startChromium(): Promise<Browser> {
  const executablePath = findChromium()
  if (executablePath === undefined)
    throw new Error('Chromium is not installed. Install it, or set CHROMIUM to a browser.')
  const args = [
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-sync',
  ]
  // Chromium's own sandbox cannot be made by root.
  if (process.getuid?.() === 0) args.push('--no-sandbox')
  return await chromium.launch({ executablePath, args })
}

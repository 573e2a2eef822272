import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { runVerify } from './folders.ts'
import { writeLargeFolder } from './large-folder.ts'

it('the snapshot that verify.mjs is measured with is a sound one, of lines as long as real ones', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'tanbiao-large-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const { lines, figures, revisions } = writeLargeFolder(folder, 2)
  expect([lines, figures]).toEqual([10 + 2 * 331, 220])
  expect(revisions).toBeGreaterThan(figures * 6)
  const { findings, text } = await runVerify(folder)
  expect(findings).toEqual([])
  expect(text).toContain('672 lines of the log, 220 figures')
})

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'vite'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    pagesDir: string
  }
}

/** The pages as they are built for use, in a folder that nothing else builds into. */
export default async function setup(project: TestProject): Promise<() => void> {
  const outDir = mkdtempSync(path.join(tmpdir(), 'tanbiao-pages-'))
  const configFile = path.resolve(import.meta.dirname, '../../vite.config.ts')
  await build({ configFile, logLevel: 'warn', build: { outDir, emptyOutDir: true } })
  project.provide('pagesDir', outDir)
  return () => rmSync(outDir, { recursive: true, force: true })
}

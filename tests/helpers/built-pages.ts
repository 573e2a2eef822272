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
  // Under the NODE_ENV of tests JSX would be built for development: a third heavier, and not what is used.
  const { NODE_ENV } = process.env
  process.env['NODE_ENV'] = 'production'
  await build({ configFile, logLevel: 'warn', build: { outDir, emptyOutDir: true } })
  process.env['NODE_ENV'] = NODE_ENV ?? 'test'
  project.provide('pagesDir', outDir)
  return () => rmSync(outDir, { recursive: true, force: true })
}

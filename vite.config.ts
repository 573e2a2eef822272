import { defineConfig } from 'vitest/config'
import { compressedPages } from './scripts/compressed-pages.ts'

const POSTGRES_SERVER = 'tests/helpers/postgres-server.ts'

/** The tests in a browser, on one engine; those of the server choose the engine themselves. */
const inBrowser = (name: string, engine: 'sqlite' | 'postgres') => ({
  extends: true as const,
  test: {
    name,
    root: '.',
    environment: 'node' as const,
    include: ['tests/e2e/**/*.test.ts'],
    globalSetup: ['tests/helpers/built-pages.ts', ...(engine === 'postgres' ? [POSTGRES_SERVER] : [])],
    provide: { engine },
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // What a page does comes about when the machine comes to it.
    expect: { poll: { timeout: 20_000 } },
  },
})

export default defineConfig({
  root: 'client',
  plugins: [compressedPages()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    outDir: '../dist',
    emptyOutDir: true,
    target: 'es2022',
    chunkSizeWarningLimit: 750,
    // Browsers that do not know it load the same a little later.
    modulePreload: { polyfill: false },
    // The first view holds the name of every file that may come later: 42 bits tell two builds of one file apart.
    rolldownOptions: {
      output: {
        chunkFileNames: 'assets/[name]-[hash:7].js',
        assetFileNames: 'assets/[name]-[hash:7][extname]',
      },
    },
  },
  server: { proxy: { '/api': 'http://127.0.0.1:3000' } },
  test: {
    root: '.',
    // All files in one queue, one for each core: much of what a test does is waiting, for a browser or another process.
    maxWorkers: '100%',
    reporters: ['default', './tests/helpers/ci-reporter.ts'],
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          root: '.',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**'],
          globalSetup: [POSTGRES_SERVER],
          // No test is about time; a busy machine must not fail one.
          testTimeout: 30_000,
          hookTimeout: 60_000,
          expect: { poll: { timeout: 20_000 } },
        },
      },
      inBrowser('browser', 'sqlite'),
      inBrowser('browser-postgres', 'postgres'),
    ],
  },
})

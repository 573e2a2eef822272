import type { Reporter, TestModule } from 'vitest/node'

/** Prints, as the very last line, what any CI can count: `Tests: N passed, N failed, N skipped`. */
export default class CiReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], errors: readonly unknown[]): void {
    const count = { passed: 0, failed: errors.length, skipped: 0 }
    for (const module of modules) {
      for (const test of module.children.allTests()) {
        const { state } = test.result()
        if (state !== 'pending') count[state]++
      }
      count.failed += module.errors().length
    }
    process.on('exit', () => {
      console.log(`Tests: ${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`)
    })
  }
}

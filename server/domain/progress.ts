import type { Progress, ProgressInput } from './model.ts'

export function progressOf(_input: ProgressInput): Progress {
  throw new Error('not yet written')
}

import type { ImportChange, ImportPreview } from '../../../server/contract/import.ts'

/** What a preview comes to, in numbers. */
export interface Summary {
  /** Figures that would be written. */
  toWrite: number
  /** Of them: those that nothing stood for, and those that replace something. */
  fresh: number
  changed: number
  unchanged: number
  unfilled: number
  problems: number
}

/** The changes that nothing in their own row speaks against. */
export function writable({ changes, problems }: Pick<ImportPreview, 'changes' | 'problems'>): ImportChange[] {
  const wrong = new Set(problems.map(({ row }) => row))
  return changes.filter(({ row }) => !wrong.has(row))
}

export function summarise(preview: ImportPreview): Summary {
  const changes = writable(preview)
  const changed = changes.filter(({ before }) => before !== null).length
  return {
    toWrite: changes.length,
    fresh: changes.length - changed,
    changed,
    unchanged: preview.unchanged,
    unfilled: preview.unfilled,
    problems: preview.problems.length,
  }
}

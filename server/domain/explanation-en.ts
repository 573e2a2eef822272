import type { Account } from './account.ts'
export function explainEn(_account: Account): string {
  return ''
}

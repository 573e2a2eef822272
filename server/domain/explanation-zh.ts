import type { Account } from './account.ts'
export function explainZh(_account: Account): string {
  return ''
}

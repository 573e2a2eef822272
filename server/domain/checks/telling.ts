import type { Language } from '../labels.ts'
import type { Finding } from './finding.ts'
import { tellFindingEn } from './telling-en.ts'
import { tellFindingZh } from './telling-zh.ts'

export type { Finding } from './finding.ts'

/** What a check found, in a sentence or two: what is, then what to do. */
export function tellFinding(finding: Finding, language: Language): string {
  return language === 'en' ? tellFindingEn(finding) : tellFindingZh(finding)
}

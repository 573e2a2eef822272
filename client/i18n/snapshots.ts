import type { Catalogue } from './catalogue.ts'
import { snapshotsEn } from './snapshots-en.ts'
import { type SnapshotsText, snapshotsZh } from './snapshots-zh.ts'

export const snapshotsText: Catalogue<SnapshotsText> = { 'zh-CN': snapshotsZh, en: snapshotsEn }
export type { SnapshotsText }

import type { RoundKind } from '../../server/domain/words.ts'
import type { RoundStand } from '../round-days.ts'
import type { Catalogue } from './catalogue.ts'

const days = (count: number): string => `${count} ${count === 1 ? 'day' : 'days'}`

const zh = {
  stand: (stand: RoundStand): string => {
    if (stand.is === 'coming') return `${stand.inDays} 天后开放`
    if (stand.is === 'closed') return '已截止'
    return stand.daysLeft === 0 ? '开放中，今天截止' : `开放中，还剩 ${stand.daysLeft} 天`
  },
  title: (year: number, kind: RoundKind) => `${year} 年${{ annual: '年报', late: '补报', revision: '修订' }[kind]}`,
  days: (opensOn: string, closesOn: string) => `${opensOn} 至 ${closesOn}`,
}

const en: typeof zh = {
  stand: (stand) => {
    if (stand.is === 'coming') return `opens in ${days(stand.inDays)}`
    if (stand.is === 'closed') return 'closed'
    return stand.daysLeft === 0 ? 'open, closes today' : `open, ${days(stand.daysLeft)} left`
  },
  title: (year, kind) => `${{ annual: 'Annual', late: 'Late', revision: 'Revision' }[kind]} round of ${year}`,
  days: (opensOn, closesOn) => `${opensOn} to ${closesOn}`,
}

/** How rounds are called and where they stand. */
export const roundText: Catalogue<typeof zh> = { 'zh-CN': zh, en }

import { toDate } from '../../format.ts'
import { toClock } from '../../moment.ts'

/** An instant in Shanghai, to the second: 2026-03-18 00:00:00. */
export const toInstant = (at: string): string => `${toDate(at)} ${toClock(new Date(at))}`

/** The same to the minute. */
export const toMinute = (at: string): string => toInstant(at).slice(0, -3)

/** The first and the last eight digits: 9f2c41d0…bd0392f1. */
export const shortPrint = (sha256: string): string => `${sha256.slice(0, 8)}…${sha256.slice(-8)}`

/** Grouped as figures are: 1,207 only from five digits on. */
export const toCount = (count: number): string =>
  count < 10_000 ? String(count) : String(count).replace(/\B(?=([0-9]{3})+$)/g, ',')

const KB = 1024

/** A size in KB, MB or GB; what is not nothing is 0.1 KB at the least. */
export function toSize(bytes: number): string {
  const units = ['KB', 'MB', 'GB'] as const
  const power = bytes < KB ** 2 ? 1 : bytes < KB ** 3 ? 2 : 3
  const size = bytes / KB ** power
  return `${Math.max(size, bytes > 0 ? 0.1 : 0).toFixed(1)} ${units[power - 1]}`
}

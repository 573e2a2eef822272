import type { LaterCheck } from '../audit/later-check.ts'
import { type Family, single } from './text.ts'

/** How far the check of the audit log is that begins with each start. */
export function aboutCheck(check: LaterCheck | undefined): Family[] {
  if (check === undefined) return []
  const { checked, all } = check.lines()
  const isBroken = check.state() === 'broken' ? 1 : 0
  const finishedAt = check.finishedAt()
  const families = [
    single('gauge', 'tanbiao_audit_checked_lines', 'Lines of the log found whole since the start.', checked),
    single('gauge', 'tanbiao_audit_lines_to_check', 'Lines that the log had at the start.', all),
    single('gauge', 'tanbiao_audit_broken', '1: the log or the file of the database is broken.', isBroken),
  ]
  if (finishedAt === undefined) return families
  const seconds = finishedAt.getTime() / 1000
  return [
    ...families,
    single(
      'gauge',
      'tanbiao_audit_check_finished_seconds',
      'When all was found whole, in seconds since 1970.',
      seconds,
    ),
  ]
}

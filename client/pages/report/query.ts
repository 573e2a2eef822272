import type { MilestoneChoice } from '../../../server/domain/milestones.ts'

/** What a report is about, as its address says; `all`: every milestone of every target. */
export interface ReportQuery {
  region: string
  plan: string
  milestone: MilestoneChoice | 'all'
  asOf: string
}

const toMilestone = (text: string | undefined): ReportQuery['milestone'] =>
  text === 'next' ? text : text !== undefined && /^(19|20|21)[0-9]{2}$/.test(text) ? Number(text) : 'all'

/** Reads the address; a plan says its region by itself. */
export function toReportQuery(query: Readonly<Record<string, string>>): ReportQuery {
  const plan = query['plan'] ?? ''
  return {
    region: plan ? '' : (query['region'] ?? ''),
    plan,
    milestone: toMilestone(query['milestone']),
    asOf: query['asOf'] ?? '',
  }
}

/** The same for the server and for addresses: what is not chosen is left out. */
export const toParams = ({ region, plan, milestone, asOf }: ReportQuery): Record<string, string> => ({
  ...(region && { region }),
  ...(plan && { plan }),
  ...(milestone !== 'all' && { milestone: String(milestone) }),
  ...(asOf && { asOf }),
})

/** Where a report stands. */
export function reportAddress(query: ReportQuery): string {
  const text = new URLSearchParams(toParams(query)).toString()
  return text ? `/report?${text}` : '/report'
}

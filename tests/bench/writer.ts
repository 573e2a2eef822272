import { askOnce, requestOf } from './connection.ts'
import { asUser, type Desk } from './desk.ts'
import type { Ground } from './ground.ts'

/** A figure as the API takes it; every check that asks something is answered by its note. */
export const draftOf = (regionCode: string, indicatorCode: string, year: number, value: string) => ({
  ...{ regionCode, indicatorCode, year, value },
  source: '科技统计年报（示例）',
  note: '已与统计部门核对（示例）',
})

const CORRECTION = { code: 'source-revised', reason: '统计部门修订（示例）' }

interface Written {
  items: { id: number }[]
}

/** Someone who enters in a region, and someone who decides, with what they can ask of the service. */
export interface Writer {
  region: string
  reporter: { cookie: string }
  save: (port: number, items: readonly object[]) => Promise<void>
  /** Uploads a table for a year, and applies it. */
  importTable: (port: number, year: number, csv: string) => Promise<void>
  /** Submits all of a year; answers what then waits for a decision. */
  submit: (port: number, year: number) => Promise<number[]>
  decide: (port: number, observationIds: number[]) => Promise<void>
  /** Saves, submits and approves one figure. */
  approve: (
    port: number,
    figure: { indicator: string; year: number; value: string; corrects: boolean },
  ) => Promise<void>
}

/** Signs both of them in, while no service runs. */
export async function writerAt(desk: Desk, { code, reporter, reviewer }: Ground['regions'][number]): Promise<Writer> {
  const entering = await asUser(desk, reporter)
  const deciding = await asUser(desk, reviewer)
  const save: Writer['save'] = async (port, items) => {
    await askOnce(port, requestOf('/api/observations', { method: 'PUT', headers: entering, body: { items } }))
  }
  const submit: Writer['submit'] = async (port, year) => {
    const body = { regionCode: code, year }
    const answer = await askOnce(port, requestOf('/api/submissions', { method: 'POST', headers: entering, body }))
    return (JSON.parse(answer.body.toString('utf8')) as Written).items.map(({ id }) => id)
  }
  const decide: Writer['decide'] = async (port, observationIds) => {
    const body = { decision: 'approve', observationIds }
    await askOnce(port, requestOf('/api/reviews', { method: 'POST', headers: deciding, body }))
  }
  return {
    region: code,
    reporter: entering,
    save,
    submit,
    decide,
    importTable: async (port, year, csv) => {
      const answer = await askOnce(port, tableOf(`/api/imports?region=${code}&year=${year}`, entering, csv))
      const { id, problems } = JSON.parse(answer.body.toString('utf8')) as { id: string | null; problems: unknown[] }
      if (id === null) throw new Error(`the import has problems: ${JSON.stringify(problems).slice(0, 500)}`)
      await askOnce(port, requestOf(`/api/imports/${id}/apply`, { method: 'POST', headers: entering }))
    },
    approve: async (port, { indicator, year, value, corrects }) => {
      await save(port, [{ ...draftOf(code, indicator, year, value), ...(corrects && { correction: CORRECTION }) }])
      await decide(port, await submit(port, year))
    },
  }
}

function tableOf(url: string, headers: { cookie: string }, csv: string): Buffer {
  const table = Buffer.from(csv)
  const more = { ...headers, 'content-type': 'text/csv', 'content-length': String(table.length) }
  return Buffer.concat([requestOf(url, { method: 'POST', headers: more }), table])
}

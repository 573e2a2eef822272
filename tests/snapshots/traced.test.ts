import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { loadDemo } from '../../seeds/load-demo.ts'
import { listLines } from '../../server/audit/queries.ts'
import { NOW, openApp } from '../helpers/app.ts'
import { describeOnBothEngines, shared } from '../helpers/databases.ts'

interface Line {
  action: string
  object: string
  at: string
  data: Record<string, unknown>
}

type Row = Record<string, string>

describeOnBothEngines('every row of the CSV files', (engine) => {
  const world = shared(engine, async (db) => {
    await loadDemo(db, NOW)
    const lines = (await listLines(db)).map((line) => JSON.parse(line) as Line)
    const { get } = await openApp(db)
    const rowsOf = async (name: string): Promise<Row[]> =>
      parse((await get(`/api/${name}.csv?bom=0`)).text, { columns: true })
    return { rowsOf, lineOf: (seq: string | undefined) => lines[Number(seq) - 1] }
  })

  it('names the lines of the audit log that entered and approved the figure, to readers who are not signed in too', async () => {
    const { rowsOf, lineOf } = world()
    const rows = await rowsOf('observations')
    expect(rows.length).toBeGreaterThan(100)
    for (const row of rows) {
      const object = `observation/${row['region_code']}/${row['indicator_code']}/${row['year']}/${row['measure']}`
      const entered = { action: 'observation.enter', object, at: row['entered_at'] }
      expect(lineOf(row['entered_seq'])).toMatchObject(entered)
      expect(lineOf(row['entered_seq'])?.data).toMatchObject({ revision: Number(row['revision']) })
      const approved = { action: 'observation.approve', at: row['approved_at'] }
      expect(lineOf(row['approved_seq'])).toMatchObject(approved)
      expect(lineOf(row['approved_seq'])?.data).toMatchObject({ observationId: Number(row['entered_seq']) })
    }
  })

  it('names the line that wrote the target as it is in force', async () => {
    const { rowsOf, lineOf } = world()
    const [targets, progress] = [await rowsOf('targets'), await rowsOf('progress')]
    expect(targets.length).toBeGreaterThan(30)
    for (const row of targets) {
      const line = lineOf(row['revised_seq'])
      expect(line).toMatchObject({ action: 'target.revise', object: `target/${row['target_id']}` })
      const milestones = (line?.data['milestones'] ?? []) as { year: number; value: string | null }[]
      const promised = milestones.find(({ year }) => year === Number(row['milestone_year']))
      expect(promised?.value ?? '').toBe(row['value'])
    }
    const told = (rows: Row[], column: string) =>
      rows.map((row) => [row['target_id'], row['milestone_year'], row[column]])
    expect(told(progress, 'target_seq')).toEqual(told(targets, 'revised_seq'))
  })

  it('names the figures on which the latest point of a milestone rests, and none where there is no such point', async () => {
    const { rowsOf } = world()
    const targets = new Map((await rowsOf('targets')).map((row) => [row['target_id'], row]))
    const figures = new Map((await rowsOf('observations')).map((row) => [row['entered_seq'], row]))
    const progress = await rowsOf('progress')
    for (const row of progress) {
      const target = targets.get(row['target_id'])
      const seqs = (row['figure_seqs'] ?? '').split(';').filter(Boolean)
      expect(seqs.length > 0, row['target_id']).toBe(row['latest_year'] !== '')
      for (const seq of seqs) {
        const figure = figures.get(seq)
        expect([figure?.['region_code'], figure?.['indicator_code']]).toEqual([
          target?.['region_code'],
          target?.['indicator_code'],
        ])
      }
      const years = seqs.map((seq) => Number(figures.get(seq)?.['year']))
      expect(years).toEqual(years.toSorted((a, b) => a - b))
      if (seqs.length > 0) expect(years.at(-1)).toBe(Number(row['latest_year']))
    }
    expect(progress.some((row) => row['figure_seqs']?.includes(';'))).toBe(true)
  })
})

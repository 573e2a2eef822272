import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { openApp } from '../helpers/app.ts'
import { databaseOfTest, describeOnBothEngines, shared } from '../helpers/databases.ts'
import { aBaseline, addApproved, addGround, addIndicator, addTarget, aMilestone, aConflict } from '../helpers/world.ts'

const AT = new Date('2026-03-01T02:00:00.000Z')

describeOnBothEngines('the live CSV files', (engine) => {
  const world = shared(engine, async (db) => {
    await addGround(db)
    await addIndicator(db)
    const conflict = aConflict()
    await addTarget(db, {
      quote: '建成“重点”实验室100家,以上。',
      conflicts: [conflict],
      milestones: [aMilestone({ wordingZh: '以上', baseline: { ...aBaseline(2020, '20'), quote: '=20家' } })],
    })
    await addApproved(db, { year: 2024, value: '-3.50', source: '@年报', note: '第一行\n第"二"行' }, AT)
    await addApproved(db, { year: 2025, value: '45', provisional: true, sample: true }, AT)
    return await openApp(db)
  })

  it('observations.csv, whole', async () => {
    const { get } = world()
    const { status, headers, text } = await get('/api/observations.csv')
    expect(status).toBe(200)
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="observations-as-of-2026-06-30.csv"',
    })
    expect(text).toBe(
      '\uFEFFregion_code,region_zh,indicator_code,indicator_zh,unit_zh,year,measure,value,missing_reason,provisional,break_before,source,note,revision,entered_by,entered_at,approved_by,approved_at,sample,entered_seq,approved_seq\r\n' +
        '63,青海,laboratories,重点实验室数量,家,2024,value,-3.50,,false,false,\'@年报,"第一行\n第""二""行",1,,2026-03-01T02:00:00.000Z,,2026-03-01T02:00:00.000Z,false,6,8\r\n' +
        '63,青海,laboratories,重点实验室数量,家,2025,value,45,,true,false,年报,,1,,2026-03-01T02:00:00.000Z,,2026-03-01T02:00:00.000Z,true,9,11\r\n',
    )
  })

  it('are named by what was asked for and by the day that they show', async () => {
    const { get } = world()
    const nameOf = async (query: string) =>
      /filename="(.*)"/.exec(String((await get(`/api/progress.csv?${query}`)).headers['content-disposition']))?.[1]
    expect(await nameOf('region=63&plan=plan-a&asOf=2026-06-01')).toBe('progress-63-plan-a-as-of-2026-06-01.csv')
    expect(await nameOf('status=missed')).toBe('progress-as-of-2026-06-30.csv')
  })

  it('targets.csv, whole and without the mark', async () => {
    const { get } = world()
    const { text } = await get('/api/targets.csv?bom=0')
    expect(text).toBe(
      'target_id,plan_code,plan_zh,document_number,region_code,indicator_code,indicator_zh,unit_zh,kind,better,theme,owner_zh,milestone_year,comparator,value,value_high,tolerance,wording,deadline_basis,baseline_year,baseline_value,baseline_basis,baseline_quote,clause,quote,source_file,conflicts,revised_seq\r\n' +
        'plan-laboratories,plan,试验方案,,63,laboratories,重点实验室数量,家,level,higher,platforms,,2030,at-least,100,,,以上,printed,2020,20,printed,\'=20家,二、目标,"建成“重点”实验室100家,以上。",plan.txt,' +
        '"[{""clause"":""三"",""quote"":""八十家"",""sourceFile"":""plan.txt"",""noteZh"":""数不同"",""noteEn"":""Differs"",""targetId"":null}]",5\r\n',
    )
  })

  it('progress.csv, whole and without the mark', async () => {
    const { get } = world()
    const { text } = await get('/api/progress.csv?bom=0')
    expect(text).toBe(
      'target_id,milestone_year,status,reason,covered_share,path_share,expected,latest_year,latest_value,gap,required_per_year,recent_per_year,projected_year,projection_refused,second_ratio,second_status,method,method_version,flags,sample,target_seq,figure_seqs\r\n' +
        'plan-laboratories,2030,behind,,0.3125,0.625,60,2025,45,55,11,5,2036,,1.0084,on-track,linear-path,1.0,provisional;methods-disagree,true,5,9\r\n',
    )
  })

  it('a reader that removes one leading quote gets back what was entered', async () => {
    const { get } = world()
    const { text } = await get('/api/observations.csv?bom=0')
    const rows: Record<string, string>[] = parse(text, { columns: true })
    expect(rows[0]).toMatchObject({ value: '-3.50', source: "'@年报", note: '第一行\n第"二"行' })
    expect(rows[0]?.['source']?.replace(/^'/, '')).toBe('@年报')
  })

  it.each([
    ['/api/observations.csv?year=2024&bom=0', 1],
    ['/api/observations.csv?state=draft&bom=0', 0],
    ['/api/targets.csv?region=37&bom=0', 0],
    ['/api/progress.csv?status=behind&bom=0', 1],
    ['/api/progress.csv?status=missed&bom=0', 0],
    ['/api/progress.csv?flag=outdated&bom=0', 0],
    ['/api/progress.csv?asOf=2020-01-01&bom=0', 0],
  ])('takes the filters of the lists: %s', async (url, rows) => {
    const { get } = world()
    const { text } = await get(url)
    expect(text.split('\r\n').length - 2).toBe(rows)
  })

  it('holds the milestones that the filters chose, and no other of the same target', async () => {
    const db = await databaseOfTest(engine)
    await addGround(db)
    await addIndicator(db)
    await addTarget(db, { milestones: [aMilestone({ year: 2025, value: '40' }), aMilestone()] })
    await addApproved(db, { year: 2025, value: '45' }, AT)
    const { get } = await openApp(db)
    const years = async (url: string): Promise<string[]> => {
      const rows: Record<string, string>[] = parse((await get(url)).text, { columns: true })
      return rows.map((row) => row['milestone_year'] ?? '')
    }
    for (const file of ['targets', 'progress']) {
      expect(await years(`/api/${file}.csv?bom=0`), file).toEqual(['2025', '2030'])
      expect(await years(`/api/${file}.csv?bom=0&milestone=2025`), file).toEqual(['2025'])
      expect(await years(`/api/${file}.csv?bom=0&milestone=next`), file).toEqual(['2030'])
      expect(await years(`/api/${file}.csv?bom=0&status=achieved`), file).toEqual(['2025'])
    }
  })

  it.each(['/api/observations.csv?bom=no', '/api/targets.csv?limit=5', '/api/progress.csv?asOf=never'])(
    'refuses %s',
    async (url) => {
      const { get } = world()
      expect((await get(url)).status).toBe(400)
    },
  )
})

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { PUBLISHED_FIGURES } from '../../seeds/figures/index.ts'
import { plans } from '../../seeds/plans/index.ts'
import { regions } from '../../seeds/regions.ts'
import { themes } from '../../seeds/themes.ts'
import { indicator, plan as planShape } from '../../server/contract/reference.ts'
import { CANONICAL_FIGURE, MEASURE } from '../../server/domain/words.ts'

const documents = new URL('../../seeds/documents/', import.meta.url)
const withoutSpace = (text: string) => text.replace(/\s/gu, '')
const textOf = (file: string) => withoutSpace(readFileSync(new URL(file, documents), 'utf8'))

const targets = plans.flatMap((seed) => seed.targets.map((target) => ({ ...target, plan: seed.plan })))
const milestones = targets.flatMap((target) =>
  target.milestones.map((milestone) => ({ target, milestone, name: `${target.id} ${milestone.year}` })),
)
const indicators = plans.flatMap((seed) => seed.indicators)
const kindOf = (code: string) => indicators.find((one) => one.code === code)

describe('what the plans say', () => {
  it.each(targets)('is quoted word by word: $id', ({ plan: { sourceFile }, quote, clause, conflicts, milestones }) => {
    const document = textOf(sourceFile)
    const quotes = [quote, ...clause.split(' > '), ...milestones.flatMap(({ baseline }) => baseline?.quote ?? [])]
    for (const words of quotes) expect(document).toContain(withoutSpace(words))
    for (const conflict of conflicts) {
      const other = textOf(conflict.sourceFile)
      for (const words of [conflict.quote, ...conflict.clause.split(' > ')])
        expect(other).toContain(withoutSpace(words))
    }
  })

  it.each(milestones.filter(({ milestone }) => milestone.value !== null))(
    'prints the number of $name in its sentence',
    ({ target, milestone }) => {
      if (kindOf(target.indicatorCode)?.kind === 'done') return
      const printed = [milestone.value, milestone.valueHigh].flatMap((value) => value?.replace('-', '') ?? [])
      for (const number of printed) expect(target.quote).toContain(number)
      if (milestone.wordingZh !== null) expect(withoutSpace(target.quote)).toContain(milestone.wordingZh)
    },
  )

  it('prints every document number, issuer and title that a plan is given', () => {
    for (const { plan } of plans) {
      const document = textOf(plan.sourceFile).replaceAll('(', '（').replaceAll(')', '）')
      for (const words of [plan.titleZh, plan.documentNumber ?? '', ...(plan.issuerZh ?? '').split('、')]) {
        expect(document).toContain(words)
      }
    }
  })

  it('prints what a definition quotes: the box, the catalogue and the sentence before', () => {
    const quoted: [code: string, words: string][] = [
      ['low-carbon-innovative-enterprises', '从国家高新技术企业、科技型中小企业、全国技术合同登记企业中'],
      ['low-carbon-innovative-enterprises', '“低碳”“零碳”“负碳”分类筛选和发布绿色低碳科技企业'],
      [
        'green-sci-tech-enterprises',
        '根据《国家重点节能低碳技术推广目录》，从国家高新技术企业、科技型中小企业、全国技术合同登记企业等优秀企业中，按照低碳零碳负碳增汇分类筛选和发布绿色低碳科技企业名单',
      ],
      ['green-major-achievements', '减排降碳增汇'],
      ['green-double-innovation-bases', '聚焦绿色低碳技术领域，到2030年'],
      ['rd-intensity', '国内生产总值'],
    ]
    for (const [code, words] of quoted) {
      const seed = plans.find((one) => one.indicators.some((indicator) => indicator.code === code))
      expect(textOf(seed?.plan.sourceFile ?? '')).toContain(words)
      expect(kindOf(code)?.definitionZh).toContain(words)
    }
  })

  it('is quoted as the source of every 2020 actual of Qinghai, with its number', () => {
    const actuals = PUBLISHED_FIGURES.filter(({ regionCode }) => regionCode === '63')
    expect(actuals).toHaveLength(21)
    for (const { source, value, year } of actuals) {
      const quote = /“(?<quote>[^“”]+)”$/u.exec(source)?.groups?.['quote'] ?? ''
      expect(year).toBe(2020)
      expect(quote).not.toBe('')
      expect(textOf('004_99f21092e85a9cc9.txt')).toContain(withoutSpace(quote))
      expect(quote).toContain(value)
    }
  })

  it('lies in seeds/documents, and nothing else does', () => {
    expect(readdirSync(documents).toSorted()).toEqual(plans.map(({ plan }) => plan.sourceFile).toSorted())
  })
})

describe('seeds/README.md', () => {
  const readme = readFileSync(new URL('../../seeds/README.md', import.meta.url), 'utf8')

  it.each(plans)('names the document of $plan.code with its fingerprint', ({ plan: { code, sourceFile } }) => {
    const sha256 = createHash('sha256')
      .update(readFileSync(new URL(sourceFile, documents)))
      .digest('hex')
    const row = readme.split('\n').find((line) => line.includes(sourceFile)) ?? ''
    expect(row).toContain(code)
    expect(row).toContain(sha256)
  })

  it('quotes the words that were left out as the documents have them', () => {
    const all = withoutSpace(plans.map(({ plan }) => textOf(plan.sourceFile)).join(''))
    const leftOut = readme.slice(readme.indexOf('## What was left out'))
    const quoted = [...leftOut.matchAll(/\p{Script=Han}[^a-z;:…\n()]*[\p{Script=Han}%）]/gu)].map(([words]) => words)
    expect(quoted.length).toBeGreaterThan(40)
    const missing = quoted.flatMap((words) => words.split(', ')).filter((words) => !all.includes(withoutSpace(words)))
    expect(missing).toEqual([])
  })
})

describe('the five plans', () => {
  it('make 34 targets, of which 32 have a number', () => {
    expect(targets).toHaveLength(34)
    const done = targets.filter(({ indicatorCode }) => kindOf(indicatorCode)?.kind === 'done')
    expect(done.map(({ id }) => id)).toEqual([
      'qh-carbon-2022-energy-storage-national-key-lab',
      'qh-carbon-2022-atmosphere-plateau-data-centre',
    ])
  })

  it.each([
    ['qh-carbon-2022', 9, 0, 9],
    ['sd-carbon-2023', 5, 5, 0],
    ['hb-carbon-2022', 5, 0, 5],
    ['cn-carbon-2022-2030', 5, 3, 5],
    ['qh-stip-145', 10, 10, 0],
  ])('%s has %i targets, %i milestones in 2025 and %i in 2030', (code, count, in2025, in2030) => {
    const ofPlan = milestones.filter(({ target }) => target.plan.code === code)
    expect(targets.filter(({ plan }) => plan.code === code)).toHaveLength(count)
    expect(ofPlan.filter(({ milestone }) => milestone.year === 2025)).toHaveLength(in2025)
    expect(ofPlan.filter(({ milestone }) => milestone.year === 2030)).toHaveLength(in2030)
    expect(ofPlan).toHaveLength(in2025 + in2030)
  })

  it('leave one milestone without a number: energy per GDP by 2030', () => {
    const unquantified = milestones.filter(({ milestone }) => milestone.value === null)
    expect(unquantified.map(({ name }) => name)).toEqual(['cn-carbon-2022-2030-energy-per-gdp 2030'])
  })

  it('have codes and identifiers of their own, and everything that they name exists', () => {
    const unique = (codes: string[]) => expect(new Set(codes).size).toBe(codes.length)
    unique(plans.map((seed) => seed.plan.code))
    unique(indicators.map(({ code }) => code))
    unique(targets.map(({ id }) => id))
    for (const target of targets) {
      expect(target.id).toBe(`${target.plan.code}-${target.indicatorCode}`)
      expect(regions.map(({ code }) => code)).toContain(target.regionCode)
      expect(indicators.map(({ code }) => code)).toContain(target.indicatorCode)
      for (const { targetId } of target.conflicts) {
        if (targetId !== null) expect(targets.map(({ id }) => id)).toContain(targetId)
      }
    }
  })

  it('name each other where two sentences are two targets', () => {
    const pairs = targets.flatMap(({ id, conflicts }) =>
      conflicts.flatMap(({ targetId }) => targetId ?? []).map((other) => [id, other]),
    )
    expect(pairs).toHaveLength(2)
    for (const [id, other] of pairs) expect(pairs).toContainEqual([other, id])
  })

  it('have only indicators with a target or a published figure', () => {
    const used = new Set([...targets, ...PUBLISHED_FIGURES].map(({ indicatorCode }) => indicatorCode))
    expect(indicators.map(({ code }) => code).filter((code) => !used.has(code))).toEqual([])
    const aimedAt = new Set(targets.map(({ indicatorCode }) => indicatorCode))
    expect(indicators.filter(({ code }) => !aimedAt.has(code))).toHaveLength(12)
  })

  it.each(indicators)('describe $code as the contract wants it, in both languages', (one) => {
    expect(indicator.parse(one)).toEqual(one)
    expect(themes.map(({ code }) => code)).toContain(one.theme)
    expect(one.unitZh === '').toBe(one.kind === 'done')
    expect(one.shortNameZh.length).toBeLessThanOrEqual(14)
    expect(one.shortNameEn.length).toBeLessThanOrEqual(34)
  })

  it('give no two indicators the same name, short or long', () => {
    for (const name of ['nameZh', 'nameEn', 'shortNameZh', 'shortNameEn'] as const) {
      expect(new Set(indicators.map((one) => one[name])).size, name).toBe(indicators.length)
    }
  })

  it('say 建成 of what is to be built, named or counted', () => {
    const built = milestones.filter(({ milestone }) => milestone.wordingZh === '建成')
    expect(built.map(({ name }) => name)).toEqual([
      'qh-stip-145-national-innovation-platforms 2025',
      'cn-carbon-2022-2030-low-carbon-demonstrations 2030',
      'qh-carbon-2022-energy-storage-national-key-lab 2030',
      'qh-carbon-2022-atmosphere-plateau-data-centre 2030',
    ])
  })

  it('claim of the plan that breaks off only what the text at hand shows', () => {
    const { indicators: ofPlan } = plans.find(({ plan: { code } }) => code === 'qh-stip-145') ?? expect.fail('no plan')
    for (const { definitionZh, definitionEn, code } of ofPlan) {
      expect(definitionZh, code).not.toMatch(/规划[未只]/u)
      expect(definitionEn, code).not.toMatch(/The plan (?:does|sets|gives|prints)/u)
    }
  })

  it.each(plans)('describe $plan.code as the contract wants it', ({ plan: one }) => {
    expect(planShape.parse(one)).toEqual(one)
    expect(one.endYear).toBeGreaterThanOrEqual(one.issuedYear)
  })

  it('use every theme', () => {
    const used = new Set(targets.map(({ indicatorCode }) => kindOf(indicatorCode)?.theme))
    expect(used).toEqual(new Set(themes.map(({ code }) => code)))
  })
})

describe('a milestone', () => {
  it.each(milestones)('is measured the right way: $name', ({ target, milestone }) => {
    const { kind, better } = kindOf(target.indicatorCode) ?? expect.fail('no such indicator')
    const { comparator, value, valueHigh, tolerance, baseline } = milestone
    for (const figure of [value, valueHigh, tolerance, baseline?.value]) {
      if (figure !== null && figure !== undefined) expect(figure).toMatch(CANONICAL_FIGURE)
    }
    if (comparator === 'at-least') expect(better).toBe('higher')
    if (comparator === 'at-most') expect(better).toBe('lower')
    expect(valueHigh !== null).toBe(comparator === 'between')
    if (valueHigh !== null) expect(Number(valueHigh)).toBeGreaterThan(Number(value))
    expect(tolerance !== null).toBe(comparator === 'about')
    if (kind === 'done') expect(milestone).toMatchObject({ comparator: 'at-least', value: '1', baseline: null })
    if (kind === 'flow' || kind === 'cumulative') expect(baseline?.basis).toBe('start-of-plan')
    if (kind === 'change' && value !== null) expect(baseline).toMatchObject({ basis: 'printed', value: '0' })
  })

  it.each(milestones)('has a baseline before it that says where it comes from: $name', ({ target, milestone }) => {
    const { baseline } = milestone
    if (baseline === null) return
    expect(baseline.year).toBeLessThan(milestone.year)
    expect(baseline.quote !== null).toBe(baseline.basis === 'printed')
    if (baseline.basis === 'start-of-plan') {
      const { startYear, issuedYear } = target.plan
      expect(baseline).toMatchObject({ value: '0', year: startYear === null ? issuedYear : startYear - 1 })
    } else if (kindOf(target.indicatorCode)?.kind === 'level') {
      expect(baseline.quote).toContain(baseline.value)
      const actual = PUBLISHED_FIGURES.find(
        (figure) => figure.indicatorCode === target.indicatorCode && figure.year === baseline.year,
      )
      expect(actual?.value).toBe(baseline.value)
    } else {
      expect(baseline.quote).toContain(`${baseline.year}`)
    }
  })

  it('has no baseline where the plan prints none', () => {
    const without = milestones.filter(({ milestone }) => milestone.baseline === null).map(({ name }) => name)
    expect(without).toEqual([
      'qh-stip-145-high-tech-enterprises-per-10000 2025',
      'cn-carbon-2022-2030-energy-per-gdp 2030',
      'qh-carbon-2022-energy-storage-national-key-lab 2030',
      'qh-carbon-2022-atmosphere-plateau-data-centre 2030',
      'sd-carbon-2023-green-high-tech-enterprises 2025',
    ])
  })
})

describe('a published figure', () => {
  it.each(PUBLISHED_FIGURES)('is exact, dated and sourced: $indicatorCode $year', (figure) => {
    const kind = kindOf(figure.indicatorCode)?.kind
    expect(figure.value).toMatch(CANONICAL_FIGURE)
    expect(figure.publishedOn).toMatch(/^\d{4}-\d{2}-\d{2}$/u)
    expect(Number(figure.publishedOn.slice(0, 4))).toBeGreaterThan(figure.year)
    expect(figure.source).not.toBe('')
    expect(figure.measure ?? 'value').toMatch(MEASURE)
    expect((figure.measure ?? 'value') === 'value').toBe(kind !== 'change')
  })

  it('breaks the energy series once, in 2023', () => {
    const breaks = PUBLISHED_FIGURES.filter(({ breakBefore }) => breakBefore === true)
    expect(breaks.map(({ indicatorCode, year }) => [indicatorCode, year])).toEqual([['energy-per-gdp', 2023]])
  })
})

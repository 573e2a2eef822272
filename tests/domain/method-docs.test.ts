import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ASKED_CODES, MALFORMED_CODES, REFUSED_CODES } from '../../server/domain/checks/finding.ts'
import { FAR, FAR_FROM_FEW, HISTORY } from '../../server/domain/checks/jump.ts'
import { LARGEST_POWER, NEARNESS_PERCENT } from '../../server/domain/checks/scale.ts'
import { KIND_LABELS, ROLL_UP_LABELS } from '../../server/domain/detail-labels.ts'
import { COMPARATOR_LABELS, FLAG_LABELS, STATUS_LABELS, STATUS_REASON_LABELS } from '../../server/domain/labels.ts'
import { CUT_OFFS } from '../../server/domain/path.ts'
import { METHOD } from '../../server/domain/progress.ts'
import {
  BASELINE_BASES,
  COMPARATORS,
  FLAGS,
  KINDS,
  PROJECTION_REFUSALS,
  ROLL_UPS,
  STATUS_REASONS,
  STATUSES,
} from '../../server/domain/words.ts'

const ROOT = new URL('../../', import.meta.url)
const DOMAIN = new URL('server/domain/', ROOT)
const read = (name: string) => readFileSync(new URL(name, ROOT), 'utf8')
const headingsOf = (text: string) => text.match(/^## .+$/gm)?.map((line) => line.slice(3)) ?? []

/** The section on the checks alone. */
const checksIn = (text: string) => /^## (Checks on entry|填报校验)$([\s\S]*?)^## /m.exec(text)?.[2] ?? ''

const english = read('METHOD.md')
const chinese = read('METHOD.zh-CN.md')
const words = [
  KINDS,
  COMPARATORS,
  BASELINE_BASES,
  STATUSES,
  STATUS_REASONS,
  FLAGS,
  PROJECTION_REFUSALS,
  ROLL_UPS,
].flat()
const labels = {
  ...KIND_LABELS,
  ...COMPARATOR_LABELS,
  ...STATUS_LABELS,
  ...STATUS_REASON_LABELS,
  ...FLAG_LABELS,
  ...ROLL_UP_LABELS,
}

describe.each([
  ['METHOD.md', english],
  ['METHOD.zh-CN.md', chinese],
])('%s', (_, text) => {
  it.each([...new Set<string>(words)])('explains %s', (word) => {
    expect(text).toContain(`\`${word}\``)
  })
  it('names the method, its version and its cut-offs', () => {
    expect(text).toContain(`\`${METHOD.id}\``)
    expect(text).toMatch(new RegExp(`(version|版本) ${METHOD.version.replace('.', '\\.')}[.。]`))
    expect(text).toContain(`s ≥ ${CUT_OFFS['on-track'].valueOf()}`)
    expect(text).toContain(`${CUT_OFFS.behind.valueOf().toFixed(2)} ≤ s`)
  })
  it.each([...MALFORMED_CODES, ...REFUSED_CODES, ...ASKED_CODES])('has the check %s in its table', (code) => {
    expect(checksIn(text)).toContain(`| \`${code}\` |`)
  })
  it('names the thresholds of the checks', () => {
    const checks = checksIn(text)
    const rowOf = (code: string) => checks.split('\n').find((line) => line.startsWith(`| \`${code}\``)) ?? ''
    expect(rowOf('scale-jump')).toMatch(new RegExp(`10\\^${LARGEST_POWER}.*${NEARNESS_PERCENT} ?%`))
    const far = rowOf('far-from-history')
    for (const threshold of [HISTORY.least, HISTORY.most, FAR.times, FAR_FROM_FEW])
      expect(far).toContain(` ${threshold} `)
    expect(far).toMatch(new RegExp(`${FAR.share * 100} ?%`))
  })
  it('gives the flags in their order', () => {
    const table = text.slice(text.search(/^## (Flags|标注)$/m))
    const places = FLAGS.map((flag) => table.indexOf(`| \`${flag}\``))
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })
})

describe('the method in two languages', () => {
  it.each(Object.values(labels).map((label) => label['zh-CN']))('calls it %s', (label) => {
    expect(chinese).toContain(label)
  })
  it('has the same sections, formulas and examples', () => {
    expect(headingsOf(chinese)).toHaveLength(headingsOf(english).length)
    const formulas = (text: string) => text.match(/\*\*[PcsR].*= .+\*\*/g)
    expect(formulas(chinese)).toEqual(formulas(english))
  })
})

describe('a docstring of the domain', () => {
  const cited = readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => [...readFileSync(new URL(name, DOMAIN), 'utf8').matchAll(/METHOD\.md, "([^"]+)"/g)])
    .flatMap(([, title]) => title ?? [])
  it.each([...new Set(cited)])('cites a section that exists: %s', (title) => {
    expect(headingsOf(english)).toContain(title)
  })
})

import { describe, expect, it } from 'vitest'
import { progressOf } from '../../server/domain/progress.ts'
import { baselineOf, milestone, type Pledge, pledge } from './pledge.ts'

const zhOf = (fields: Pledge) => progressOf(pledge(fields)).explanationZh
const enOf = (fields: Pledge) => progressOf(pledge(fields)).explanationEn
const percent = { unitZh: '%', unitEn: '%' }
const change = { kind: 'change', better: 'lower', ...percent } as const

describe('the explanation', () => {
  const behind = { baseline: [2020, '20'], figures: { 2023: '30', 2025: '45' } } as const
  const carbon = {
    indicator: change,
    milestone: { year: 2025, value: '-18' },
    yoy: { 2021: '-3.8', 2022: '-0.8', 2023: '0', 2024: '-3.4' },
    nowYear: 2026,
  } as const
  it('shows the arithmetic, in Chinese', () => {
    expect(zhOf(behind)).toBe(
      '目标：2030 年不低于 100 家；基期 2020 年为 20 家（原文载明）。' +
        '2025 年为 45 家；序时目标 P = 20 +（100 − 20）× 5 ÷ 10 = 60；序时完成率 s =（45 − 20）÷（60 − 20）= 0.625，不低于 0.60、低于 0.95，滞后。' +
        '距目标还差 55 家，余下 5 年平均每年需增加 11 家，近年平均每年增加 5 家，照此速度 2036 年可达到目标值。' +
        '两法不一：按增长率法 R ≈ 1.0084，应为达序时进度。',
    )
  })
  it('shows the arithmetic, in English', () => {
    expect(enOf(behind)).toBe(
      'Promised: at least 100 enterprises by 2030; baseline 2020: 20 enterprises (printed). ' +
        'In 2025 it was 45 enterprises; expected value P = 20 + (100 − 20) × 5 ÷ 10 = 60; path share s = (45 − 20) ÷ (60 − 20) = 0.625, at least 0.60, below 0.95: behind. ' +
        'Still to go: 55 enterprises; a rise of 11 enterprises a year in the 5 years left; recently a rise of 5 enterprises a year; at that pace reached in 2036. ' +
        'Methods disagree: by the growth rate R ≈ 1.0084, which would be on track.',
    )
  })
  it('tells a fall once, and shows the chain', () => {
    expect(zhOf(carbon)).toBe(
      '目标：2025 年比 2020 年下降不低于 18%；基期 2020 年（原文载明）。' +
        '2024 年比 2020 年下降 7.81%（0.962 × 0.992 × 1 × 0.966 − 1 ≈ −7.8142%）；' +
        '序时目标 P = −18 × 4 ÷ 5 = −14.4；序时完成率 s = −7.8142 ÷ −14.4 ≈ 0.5427，低于 0.60，严重滞后。' +
        '距目标还差 10.19 个百分点，最后一年需下降 10.19 个百分点，近年平均每年下降 1.95 个百分点，照此速度 2030 年可达到目标值。' +
        '待年终数：2025 年已结束，该年数据尚未审核通过，以上并非最后认定。',
    )
    expect(enOf(carbon)).toContain('Promised: a fall of at least 18% from 2020 to 2025')
    expect(enOf(carbon)).toContain(
      'From 2020 to 2024 there was a fall of 7.81% (0.962 × 0.992 × 1 × 0.966 − 1 ≈ −7.8142%)',
    )
  })
  it('never rounds a share onto the cut-off that it misses', () => {
    expect(zhOf({ milestone: { value: '1000000' }, figures: { 2025: '474999' } })).toContain('= 0.949998，不低于 0.60')
    expect(zhOf({ milestone: { value: '1000000' }, figures: { 2025: '-1' } })).toContain('= −0.000002，低于 0')
  })

  it.each<[string, Pledge, string]>([
    [
      'an early achievement',
      { figures: { 2025: '105' } },
      '105 ≥ 100，已达标，已完成；期限 2030 年的数据尚未到，届时再作认定',
    ],
    ['an achievement', { figures: { 2030: '105' } }, '105 ≥ 100，已达标，已完成。'],
    [
      '"more than"',
      { milestone: { comparator: 'more-than' }, figures: { 2030: '100' } },
      '2030 年已结束，100 ≤ 100，未达标，未完成',
    ],
    [
      '"about"',
      { milestone: { comparator: 'about' }, figures: { 2025: '96' } },
      '计入容许偏差，以 95 为界：96 ≥ 95，已达标',
    ],
    [
      'a range',
      { milestone: { comparator: 'between', value: '5', valueHigh: '8' }, figures: { 2025: '6' } },
      '目标：2030 年 5—8 家；',
    ],
    ['a miss', { milestone: { year: 2025 }, figures: { 2025: '96' } }, '2025 年已结束，96 < 100，未达标，未完成'],
    [
      'a hold kept',
      { baseline: [2020, '120'], figures: { 2025: '115' } },
      '要求保持：115 ≥ 100，仍在目标以内，达序时进度',
    ],
    [
      'a hold lost',
      { baseline: [2020, '120'], figures: { 2024: '97', 2025: '95' } },
      '95 < 100，已在目标以外，比 2024 年没有改善，背离目标',
    ],
    [
      'a hold on its way back',
      { baseline: [2020, '120'], figures: { 2024: '93', 2025: '95' } },
      '比 2024 年有所改善，滞后',
    ],
    ['what is not built', { indicator: { kind: 'done' }, figures: { 2025: '0' } }, '截至 2025 年尚未建成'],
    [
      'what is built',
      { indicator: { kind: 'done' }, figures: { 2025: '1' } },
      '目标：2030 年建成。2025 年已建成，已完成。',
    ],
    [
      'what was not built in time',
      { indicator: { kind: 'done' }, figures: { 2030: '0' } },
      '2030 年已结束，仍未建成，未完成',
    ],
    ['no figure', {}, '2021—2030 年尚无审核通过的数据，暂无数据'],
    ['no figure and no baseline', { baseline: null }, '基期未载明。2030 年及以前尚无审核通过的数据，暂无数据'],
    [
      'no baseline',
      { baseline: null, figures: { 2025: '40' } },
      '40 < 100，尚未达标，没有基期，算不出序时进度，暂无法评估',
    ],
    [
      'no baseline to add to',
      { indicator: { kind: 'flow' }, baseline: null },
      '没有基期，当年新增无从累加，暂无法评估',
    ],
    ['no number', { milestone: { value: null, wordingZh: '大幅下降' } }, '目标（“大幅下降”）没有给出数值，暂无法评估'],
    [
      'a broken chain',
      { indicator: change, yoy: { 2021: '1', 2024: '1' } },
      '最新数据为 2024 年，但缺 2022、2023 年比上年的变化',
    ],
    ['a changed definition', { more: [{ year: 2023, value: '9', breakSeq: 11 }] }, '2023 年起口径变更，与基期不可比'],
    [
      'a sum',
      { indicator: { kind: 'flow' }, figures: { 2021: '5', 2022: '-1' } },
      '基期加 2021—2022 年新增：0 + 5 +（−1）= 4；',
    ],
    [
      'missing years',
      { indicator: { kind: 'flow' }, figures: { 2023: '5' } },
      '年份不全：缺 2021、2022 年数据，未计入合计',
    ],
    ['a running total', { indicator: { kind: 'cumulative' }, figures: { 2025: '45' } }, '截至 2025 年累计 45 家；'],
    ['a negative baseline', { baseline: [2020, '-2'], figures: { 2025: '3' } }, 's =（3 −（−2））÷（49 −（−2））'],
    ['points of a percentage', { indicator: percent, figures: { 2025: '45.5' } }, '距目标还差 54.5 个百分点'],
    [
      'a provisional figure',
      { more: [{ year: 2025, value: '50', provisional: true }] },
      '含初步数：所据数据有初步数，结论可能随最终数改变',
    ],
    [
      'an assumed baseline',
      { basis: 'adopted', figures: { 2025: '50' } },
      '基期为推定：基期并非原文载明，而是管理员选定',
    ],
    ['old figures', { figures: { 2021: '10' }, nowYear: 2026 }, '数据陈旧：最新数据仍为 2021 年的'],
    ['a pace that leads nowhere', { figures: { 2023: '9', 2025: '-5' } }, '近年平均每年减少 1 家，照此速度无法达到'],
    [
      'a pace that leads nowhere in time',
      { figures: { 2023: '1', 2024: '1.0004', 2025: '1.0008' }, baseline: [2020, '0.9988'] },
      '近年平均每年增加 0.0004 家，照此速度 9999 年前达不到目标值',
    ],
    ['a projection refused', { figures: { 2025: '50' } }, '数据不足 3 个，不推算达到年份'],
  ])('tells of %s', (_, fields, words) => {
    expect(zhOf(fields)).toContain(words)
    expect(enOf(fields)).toMatch(/^[\x20-\x7e−×÷≈≤≥–]+$/)
  })

  it.each<[string, Pledge, string, string]>([
    ['at-most', { milestone: { value: '-18' } }, '下降不低于 18%', 'a fall of at least 18%'],
    ['at-most', { milestone: { value: '5' } }, '增长不超过 5%', 'a rise of at most 5%'],
    ['at-most', { milestone: { value: '0' } }, '不上升', 'no rise'],
    ['more-than', { milestone: { value: '-65', comparator: 'more-than' } }, '下降超过 65%', 'a fall of more than 65%'],
    ['about', { milestone: { value: '-20', comparator: 'about' } }, '下降 20%左右', 'a fall of about 20%'],
    [
      'between',
      { milestone: { value: '-8', valueHigh: '-5', comparator: 'between' } },
      '下降 5%—8%',
      'a fall of 5% to 8%',
    ],
    [
      'at-least',
      { indicator: { better: 'higher' }, milestone: { value: '20' } },
      '增长不低于 20%',
      'a rise of at least 20%',
    ],
    [
      'at-least',
      { indicator: { better: 'higher' }, milestone: { value: '-5' } },
      '下降不超过 5%',
      'a fall of at most 5%',
    ],
  ])('words a change promised with %s', (_, fields, zh, en) => {
    const input = { ...fields, indicator: { ...change, ...fields.indicator } }
    expect(zhOf(input)).toContain(`目标：2030 年比 2020 年${zh}；`)
    expect(enOf(input)).toContain(`Promised: ${en} from 2020 to 2030;`)
  })

  it('tells of what was promised first', () => {
    const original = { milestone: milestone({ value: '120', baseline: baselineOf([2020, '20']) }), baselineSeq: 1 }
    const progress = progressOf({ ...pledge({ figures: { 2025: '50' } }), original })
    expect(progress.explanationZh).toContain(
      '目标已调整：最初为 2030 年不低于 120 家，基期 2020 年为 20 家，按最初目标为滞后。',
    )
    expect(progress.explanationEn).toContain(
      'at first at least 120 enterprises by 2030 (baseline 2020: 20 enterprises)',
    )
  })

  it('tells a slow pace as slow, and not as none', () => {
    const slow = { baseline: [2020, '0.9988'], figures: { 2023: '1', 2024: '1.0004', 2025: '1.0008' } } as const
    expect(enOf(slow)).toContain('recently a rise of 0.0004 enterprises a year; at that pace not before 9999.')
  })
  it('tells a small change as a change', () => {
    const fields = { indicator: change, milestone: { value: '-1' }, yoy: { 2021: '-0.001' } } as const
    expect(zhOf(fields)).toContain('2021 年比 2020 年下降 0.001%')
    expect(enOf(fields)).toContain('there was a fall of 0.001%')
  })
  it('tells the gap that is left, however small', () => {
    const fields = { figures: { 2023: '30', 2025: '99.9999999999999999999999999999' } } as const
    expect(enOf(fields)).toContain('Still to go: 0.0000000000000000000000000001 enterprises;')
  })

  const nines = '9'.repeat(27)
  it.each<[string, Pledge, string, string]>([
    [
      'a share with all the digits that it takes',
      { figures: { 2025: `47.4${nines}` } },
      `= 0.94${nines}8，不低于 0.60、低于 0.95，滞后`,
      `= 0.94${nines}8, at least 0.60, below 0.95: behind`,
    ],
  ])('shows on which side of a cut-off %s lies', (_, fields, zh, en) => {
    expect(zhOf(fields)).toContain(zh)
    expect(enOf(fields)).toContain(en)
  })
  it('says on which side a share lies where 60 digits do not show it', () => {
    const least = `0.${'0'.repeat(27)}1`
    const fields = {
      indicator: { kind: 'change', better: 'higher', ...percent },
      milestone: { value: '1000000000000000' },
      // (1 + e)(1 − e) − 1 = −e²
      yoy: { 2021: least, 2022: `-${least}` },
    } as const
    expect(zhOf(fields)).toContain('≈ 0（略低于），低于 0，背离目标')
    expect(enOf(fields)).toContain('≈ 0 (just below), below 0: moving away')
  })
  it('compares a figure with its edge in as many digits as it takes', () => {
    const least = `0.${'0'.repeat(27)}1`
    const fields = {
      indicator: { kind: 'change', better: 'higher', ...percent },
      milestone: { year: 2024, value: '0' },
      yoy: { 2021: least, 2022: `-${least}`, 2023: least, 2024: `-${least}` },
    } as const
    expect(enOf(fields)).toMatch(/held: −0\.0{57}2 < 0, not fulfilled/)
  })
})

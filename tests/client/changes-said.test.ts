import { expect, it } from 'vitest'
import { changesText } from '../../client/i18n/changes.ts'
import { saidFigure } from '../../client/pages/changes/why.ts'
import { anIndicator } from '../helpers/world.ts'

const figure = { value: '7', missingReason: null, provisional: false, breakBefore: false, measure: 'value' }
const said = (part: Partial<typeof figure>, language: 'zh-CN' | 'en') =>
  saidFigure({ ...figure, ...part }, anIndicator({ unitZh: '家', unitEn: 'labs' }), language, changesText[language])

it('a figure of which only its marks are corrected is told with them', () => {
  expect(said({}, 'zh-CN')).toBe('7 家')
  expect(said({ breakBefore: true }, 'zh-CN')).toBe('7 家（与以前年份不可比）')
  expect(said({ provisional: true, breakBefore: true }, 'en')).toBe(
    '7 labs (provisional) (not comparable with earlier years)',
  )
})

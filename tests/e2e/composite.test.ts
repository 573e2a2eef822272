import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CompositeAnswer } from '../../server/contract/composite.ts'
import { type BrowserTest, faultsAtAnyWidth, openBrowserTest, violationsOf } from '../helpers/browser.ts'

const PAGES = [
  '/composite',
  '/composite?milestone=next',
  '/composite?region=63',
  '/composite?plan=cn-carbon-2022-2030&milestone=2030',
  '/composite?region=42',
  '/composite?region=99',
  '/composite?milestone=soon',
]

let test: BrowserTest
beforeAll(async () => {
  test = await openBrowserTest()
})
afterAll(async () => await test.close())

const ask = async (query: string): Promise<CompositeAnswer> =>
  (await (await fetch(`${test.address}/api/composite?${query}`)).json()) as CompositeAnswer

const rowOf = (page: Page, name: string) => page.getByRole('row', { name: new RegExp(name) })

describe('every state of the page', () => {
  describe.each([
    ['zh-CN', 'light'],
    ['en', 'dark'],
  ] as const)('in %s, %s', (language, colorScheme) => {
    it.each(PAGES)('%s has no violation that axe knows, and no word on the console', async (url) => {
      const address = `${url}${url.includes('?') ? '&' : '?'}lang=${language}`
      const { page, complaints } = await test.visit(address, { colorScheme, reducedMotion: 'reduce' })
      await page.locator('h1').waitFor()
      expect(await violationsOf(page)).toEqual([])
      expect(complaints.filter((complaint) => !complaint.includes('status of 4'))).toEqual([])
      await page.context().close()
    })
  })

  it.each(PAGES)(
    '%s has nothing cut, overlapping or scrolling sideways at any width, in either language',
    async (url) => {
      for (const language of ['zh-CN', 'en']) {
        const { page } = await test.visit(`${url}${url.includes('?') ? '&' : '?'}lang=${language}`)
        await page.locator('h1').waitFor()
        expect(await faultsAtAnyWidth(page)).toEqual([])
        await page.context().close()
      }
    },
  )
})

describe('the composite progress', () => {
  it('opens with a sentence, and says the numbers of the API in every row, in the order of the lists', async () => {
    const { regions, plans } = await ask('milestone=2025')
    const { page } = await test.visit('/composite')
    const total = regions.reduce((sum, region) => sum + region.total, 0)
    expect(await page.locator('h1').innerText()).toContain(`2025 年的 ${total} 项阶段目标`)
    const rows = page.locator('.composite-groups tbody tr')
    expect(await rows.count()).toBe(regions.length + plans.length)
    for (const [at, group] of [...regions, ...plans].entries()) {
      const said = await rows.nth(at).innerText()
      if (group.total === 0) expect(said).toContain('没有这一年的阶段目标')
      else expect(said).toContain(`${group.kept} / ${group.assessable}`)
      if (group.mean !== null) expect(said).toContain(group.mean.toFixed(4))
      if (group.total > 0) {
        const drawn = await rows.nth(at).getByRole('img').first().getAttribute('aria-label')
        expect(drawn?.match(/\d+/g)?.reduce((sum, count) => sum + Number(count), 0)).toBe(group.total)
      }
    }
    expect(await page.locator('main').innerText()).not.toMatch(/第一|最好|最差|排名第/)
  })

  it('says what could not be assessed with its reason, and leads to the list behind it', async () => {
    const { page } = await test.visit('/composite')
    const nation = rowOf(page, '全国')
    expect(await nation.innerText()).toMatch(/暂无法评估：口径变更\s*1/)
    await nation.getByRole('link', { name: /口径变更/ }).click()
    await page.waitForURL(/\/\?.*status=not-assessable/)
    expect(page.url()).toContain('region=00')
    await page.getByRole('link', { name: '单位GDP能源消耗' }).first().waitFor()
  })

  it('says so where a mean is of few, where nothing is of that year, and where nobody has such targets', async () => {
    const { page } = await test.visit('/composite?region=00')
    expect(await page.locator('.lede').innerText()).toContain('只有 2 项计入')
    const hubei = await test.visit('/composite?region=42')
    expect(await hubei.page.locator('h1').innerText()).toBe('湖北省没有 2025 年的阶段目标')
    const nobody = await test.visit('/composite?region=99')
    expect(await nobody.page.locator('h1').innerText()).toBe('没有这个地区或方案的目标')
  })

  it('opens a region by keyboard alone: its targets with weight and contribution, and how the mean moves', async () => {
    const { chosen } = await ask('region=63&milestone=2025')
    const { page } = await test.visit('/composite')
    await page.getByRole('link', { name: '青海省：由哪些目标得出' }).focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/region=63/)
    await expect.poll(() => page.locator('h1').innerText()).toContain('青海省 2025 年的 10 项阶段目标')
    const parts = page.locator('.composite-parts tbody tr')
    expect(await parts.count()).toBe(chosen?.total)
    for (const [at, one] of (chosen?.milestones ?? []).entries()) {
      const said = await parts.nth(at).innerText()
      expect(said).toContain(one.nameZh)
      if (one.contribution !== null) expect(said).toContain(one.contribution.toFixed(4).replace('-', '\u2212'))
    }
    const lowest = page.locator('.composite-moved td', { hasText: '最小' })
    expect(await lowest.innerText()).toContain(chosen?.range?.lowest.mean.toFixed(4))
    const highest = page.locator('.composite-moved td', { hasText: '最大' })
    expect(await highest.innerText()).toContain(chosen?.range?.highest.mean.toFixed(4))
    expect(await page.locator('.lede').innerText()).toContain('影响最大的是“企业研发经费占比”')
  })

  it('keeps milestone and day in every address, and changes the milestone at a click', async () => {
    const { page } = await test.visit('/composite?region=63&asOf=2026-05-01')
    await page.getByRole('link', { name: '2030 年', exact: true }).click()
    await page.waitForURL(/milestone=2030/)
    expect(page.url()).toContain('asOf=2026-05-01')
    await expect.poll(() => page.locator('h1').innerText()).toContain('2030 年')
    await page.getByRole('link', { name: '全部地区和方案' }).click()
    await page.waitForURL((url) => !url.search.includes('region'))
    expect(page.url()).toMatch(/milestone=2030&asOf=2026-05-01|asOf=2026-05-01&milestone=2030/)
  })

  it('is taken along as a picture and as a table', async () => {
    const { page } = await test.visit('/composite?milestone=2030')
    const file = await page.getByRole('link', { name: '下载 CSV' }).getAttribute('href')
    expect(file).toBe('/api/composite.csv?milestone=2030')
    const saving = page.waitForEvent('download')
    await page.getByRole('region', { name: '按地区' }).getByRole('button', { name: /SVG/ }).click()
    const saved = await saving
    expect(saved.suggestedFilename()).toMatch(/^综合评价-按地区-2030-2026-06-30\.svg$/)
    const chunks: Buffer[] = []
    for await (const chunk of await saved.createReadStream()) chunks.push(Buffer.from(chunk))
    const picture = Buffer.concat(chunks).toString('utf8')
    for (const word of ['青海省', '湖北省', '示例数据', '2026-06-30', '序时完成率均值']) expect(picture).toContain(word)
  })
})

describe('weights', () => {
  it('are what the link beside a mean leads to', async () => {
    const { page } = await test.visit('/composite', { viewport: { width: 1440, height: 500 } })
    const topOf = async () => (await page.locator('#weights').boundingBox())?.y
    await page.locator('a[href*="region=63"][href$="#weights"]').first().click()
    await page.locator('#weights').waitFor()
    await expect.poll(topOf).toBeLessThan(250)
    await page.evaluate('scrollTo(0, 0)')
    await page.locator('a[href$="#weights"]').first().click()
    await expect.poll(topOf).toBeLessThan(250)
  })

  it('are set by an administrator with a reason, after seeing what becomes of the mean, and stay in the history', async () => {
    const before = (await ask('region=63&milestone=2025')).chosen?.mean ?? 0
    const { page } = await test.visitAs('admin', '/composite?region=63')
    await page.getByRole('link', { name: '设定权重' }).click()
    await page.waitForURL(/\/admin\/weights/)
    await page.getByRole('link', { name: '企业研发经费占比' }).click()
    const weight = page.getByLabel('权重', { exact: true })
    await weight.fill('-3')
    await page.getByRole('button', { name: '保存权重' }).click()
    await expect.poll(() => page.locator('form').innerText()).toContain('不是有效的权重')
    await weight.fill('３')
    const effect = page.getByRole('region', { name: '保存后的均值' })
    await expect.poll(() => effect.innerText()).toContain(`${before.toFixed(4)} → `)
    const promised = /→ ([\d.]+)/.exec(await effect.innerText())?.[1]
    await page.getByLabel('理由').fill('省委督查的重点指标')
    await page.getByRole('button', { name: '保存权重' }).click()
    await expect.poll(() => page.locator('.told').innerText()).toBe('企业研发经费占比 的权重已定为 3。')
    await expect.poll(() => page.locator('h1').innerText()).toBe('34 项目标，1 项另定了权重，其余为 1')

    const { page: reader } = await test.visit('/composite?region=63')
    expect((await ask('region=63&milestone=2025')).chosen?.mean?.toFixed(4)).toBe(promised)
    expect(await reader.locator('.lede').innerText()).toContain(`加权平均为 ${promised}`)
    expect(await rowOf(reader, '青海省：由哪些目标得出').first().innerText()).toContain('1 项另定权重')
    await reader.getByText('权重的变更记录（1）').click()
    const history = await reader.locator('.weight-history li').innerText()
    expect(history).toContain('企业研发经费占比：权重 3')
    expect(history).toContain('省委督查的重点指标')
    expect(history).not.toContain('admin')
    const earlier = await test.visit('/composite?region=63&asOf=2026-06-29')
    expect(await earlier.page.locator('.lede').innerText()).toContain('序时完成率平均为')
    expect(await earlier.page.getByText('没有另定过权重').count()).toBe(1)
  })

  it('are not written over by whoever did not see the last one', async () => {
    const address = '/admin/weights?target=qh-stip-145-rd-intensity'
    const [mine, theirs] = [(await test.visitAs('admin', address)).page, (await test.visitAs('admin', address)).page]
    for (const [page, weight] of [
      [mine, '5'],
      [theirs, '2'],
    ] as const) {
      await page.getByLabel('权重', { exact: true }).fill(weight)
      await page.getByLabel('理由').fill('两个人同时设定')
    }
    await theirs.getByRole('button', { name: '保存权重' }).click()
    await expect.poll(() => theirs.locator('.told').innerText()).toContain('已定为 2')
    await mine.getByRole('button', { name: '保存权重' }).click()
    await expect.poll(() => mine.locator('.form-refusal').innerText()).toContain('已有别人改过')
    await expect.poll(() => mine.locator('main').innerText()).toContain('现在的权重是 2。')
    await mine.getByRole('button', { name: '保存权重' }).click()
    await expect.poll(() => mine.locator('.told').innerText()).toContain('已定为 5')
    await mine.getByText('变更记录（2）').click()
    await expect.poll(() => mine.locator('.changes li').first().innerText()).toContain('由 admin')
  })
})

import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type BrowserTest, faultsAtAnyWidth, openBrowserTest, violationsOf } from '../helpers/browser.ts'

const PAGES = [
  '/admin',
  '/admin/rounds?new=1',
  '/admin/accounts',
  '/admin/accounts?new=1',
  '/admin/accounts?account=qh-reporter',
  '/admin/targets',
  '/admin/targets?new=1',
  '/admin/targets?target=cn-carbon-2022-2030-co2-capture-energy',
  '/admin/targets?target=qh-carbon-2022-energy-storage-national-key-lab',
  '/admin/targets?target=no-such-target',
  '/admin/weights',
  '/admin/weights?target=qh-stip-145-rd-intensity',
  '/admin/weights?target=no-such-target',
  '/admin/indicators',
  '/admin/indicators?new=1',
  '/admin/indicators?indicator=rd-intensity',
  '/admin/plans',
  '/admin/plans?new=1',
  '/admin/no-such-part',
]

/** What is refused is answered with 4xx, which Chromium reports on the console. */
const isExpected = (complaint: string): boolean =>
  /status of 4\d\d|ERR_INTERNET_DISCONNECTED|ERR_FAILED/.test(complaint)

let test: BrowserTest
beforeAll(async () => {
  test = await openBrowserTest()
})
afterAll(async () => await test.close())

const open = async (url: string): Promise<Page> => (await test.visitAs('admin', url)).page
const told = (page: Page) => page.locator('.told')
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click()
const hasFocus = async (field: Locator): Promise<boolean> =>
  (await field.getAttribute('id')) === (await field.page().locator(':focus').getAttribute('id'))
const saidAt = async (page: Page, label: string): Promise<string> => {
  const field = page.getByLabel(label, { exact: true })
  const ids = (await field.getAttribute('aria-describedby')) ?? ''
  const said = await Promise.all(
    ids
      .split(' ')
      .filter(Boolean)
      .map((id) => page.locator(`[id="${id}"]`).innerText()),
  )
  return said.join(' ')
}

describe('every page of the administration', () => {
  describe.each([
    ['zh-CN', 'light'],
    ['en', 'dark'],
  ] as const)('in %s, %s', (language, colorScheme) => {
    it.each(PAGES)('%s has no violation that axe knows, and no word on the console', async (url) => {
      const address = `${url}${url.includes('?') ? '&' : '?'}lang=${language}`
      const { page, complaints } = await test.visitAs('admin', address, { colorScheme, reducedMotion: 'reduce' })
      await page.locator('h1').waitFor()
      expect(await violationsOf(page)).toEqual([])
      expect(complaints.filter((complaint) => !isExpected(complaint))).toEqual([])
      expect(await page.locator('.button.main').count()).toBe(1)
      await page.context().close()
    })
  })

  it.each(PAGES)('%s scrolls sideways at no width', async (url) => {
    for (const language of ['zh-CN', 'en']) {
      const { page } = await test.visitAs('admin', `${url}${url.includes('?') ? '&' : '?'}lang=${language}`)
      await page.locator('h1').waitFor()
      expect(await faultsAtAnyWidth(page)).toEqual([])
      await page.context().close()
    }
  })

  it('is for administrators: others are told so, and whoever is not signed in is led to sign in', async () => {
    const reporter = await test.visitAs('qh-reporter', '/admin/accounts')
    await expect.poll(() => reporter.page.locator('h1').innerText()).toBe('这一页是给管理员的')
    const nobody = await test.visit('/admin/accounts')
    await nobody.page.getByRole('link', { name: '登录' }).last().click()
    await expect.poll(() => nobody.page.url()).toContain('to=%2Fadmin%2Faccounts')
  })
})

describe('rounds', () => {
  it('opens one with the region and year that are chosen, and says that it is open', async () => {
    const page = await open('/admin')
    await page.getByRole('link', { name: '开放填报期' }).click()
    await page.getByLabel('补报').check()
    await page.getByLabel('数据年份').fill('2021')
    await press(page, '全不选')
    await page.getByLabel('湖北省').check()
    expect(await page.locator('.plan-told').innerText()).toBe(
      '向 1 个地区开放 2021 年补报，2026-06-30 至 2026-07-30，共 31 天。',
    )
    await press(page, '开放填报期')
    await expect.poll(() => told(page).innerText()).toBe('已开放 2021 年补报，到 2026-07-30。')
    const round = page.getByRole('region', { name: '2021 年补报' })
    expect(await round.innerText()).toContain('开放中，还剩 30 天')
    expect(await round.getByRole('row').nth(1).innerText()).toContain('湖北省')
  })

  it('extends it with a day that is filled in and a reason that is asked for, and tells its history', async () => {
    const page = await open('/admin/rounds')
    await page.getByRole('link', { name: '延期：2021 年补报' }).click()
    await expect.poll(() => page.evaluate('document.activeElement?.tagName')).toBe('TEXTAREA')
    await page.keyboard.type('统计公报推迟发布')
    await press(page, '延到 2026-08-13')
    await expect.poll(() => told(page).innerText()).toBe('2021 年补报已延到 2026-08-13。')
    const round = page.getByRole('region', { name: '2021 年补报' })
    await round.getByText('变更记录（2）').click()
    expect(await round.locator('ol li').first().innerText()).toMatch(
      /改为 2026-06-30 至 2026-08-13\s*统计公报推迟发布 · 由 admin/,
    )
  })

  it('says at the field what is wrong, leads there, and keeps what was typed', async () => {
    const page = await open('/admin/rounds?new=1')
    await page.getByLabel('数据年份').fill('去年')
    await page.getByLabel('截止日').fill('2026-06-01')
    expect(await saidAt(page, '截止日')).toContain('截止日早于开放日')
    await press(page, '开放填报期')
    expect(await saidAt(page, '数据年份')).toContain('不是年份')
    await expect.poll(() => hasFocus(page.getByLabel('数据年份'))).toBe(true)
    expect(await page.locator('.form-refusal').innerText()).toContain('还有 2 处要改')
    expect(await page.getByLabel('数据年份').inputValue()).toBe('去年')
    await page.getByLabel('数据年份').fill('2040')
    await page.getByLabel('截止日').fill('2026-07-31')
    await press(page, '开放填报期')
    await expect.poll(() => saidAt(page, '数据年份')).toContain('这一年还没有到')
    await page.context().close()
  })

  it('asks for some indicators only, found by their names', async () => {
    const page = await open('/admin/rounds?new=1')
    await page.getByLabel('只填其中几项').check()
    await page.getByRole('searchbox').fill('研发经费')
    await page.getByRole('checkbox', { name: /研发经费投入强度/ }).check()
    await page.getByRole('searchbox').fill('')
    await page.getByLabel('数据年份').fill('2020')
    await press(page, '开放填报期')
    await expect.poll(() => page.getByRole('region', { name: '2020 年年报' }).innerText()).toContain('只填 1 项指标')
  })

  it('loses nothing when the connection is cut, and goes on when it is back', async () => {
    const page = await open('/admin/rounds?new=1')
    await page.getByLabel('数据年份').fill('2019')
    await page.context().setOffline(true)
    await press(page, '开放填报期')
    await expect.poll(() => page.locator('.form-refusal').innerText()).toContain('连不上服务器，没有保存')
    expect(await page.getByLabel('数据年份').inputValue()).toBe('2019')
    await page.context().setOffline(false)
    await press(page, '开放填报期')
    await expect.poll(() => told(page).innerText()).toContain('已开放 2019 年年报')
  })

  it('does not write over what a colleague has just changed: it says so, and the second try is on what is there now', async () => {
    const [mine, theirs] = [await open('/admin/rounds'), await open('/admin/rounds')]
    for (const page of [mine, theirs]) {
      await page.getByRole('link', { name: '延期：2019 年年报' }).click()
      await page.getByLabel('理由').fill('两个人同时延期')
    }
    await press(theirs, /^延到/)
    await expect.poll(() => told(theirs).innerText()).toContain('已延到')
    await press(mine, /^延到/)
    await expect.poll(() => mine.locator('.form-refusal').innerText()).toContain('已有别人改过')
    await expect.poll(() => mine.locator('form').innerText()).toContain('现在的截止日是 2026-08-13')
    await mine.getByLabel('新的截止日').fill('2026-09-01')
    await press(mine, '延到 2026-09-01')
    await expect.poll(() => told(mine).innerText()).toContain('已延到 2026-09-01')
  })
})

describe('accounts', () => {
  it('are made with a one-time link, by which their owner sets a password and signs in', async () => {
    const page = await open('/admin/accounts')
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
    await page.getByRole('link', { name: '新建账号' }).click()
    await page.getByLabel('用户名').fill('qh-new')
    await page.getByLabel('姓名').fill('才让（青海填报）')
    await page.getByLabel('理由').fill('青海省科技厅来函')
    await press(page, '新建账号')
    expect(await saidAt(page, '地区')).toContain('填报员和审核员要有地区')
    await page.getByLabel('地区', { exact: true }).selectOption({ label: '青海省' })
    await press(page, '新建账号')
    await expect.poll(() => told(page).innerText()).toContain('已新建 才让（青海填报） 的账号')
    const link = await page.getByLabel('一次性链接', { exact: true }).inputValue()
    await press(page, '复制链接')
    await expect.poll(() => page.evaluate('navigator.clipboard.readText()')).toBe(link)
    expect(await page.getByRole('row', { name: /qh-new/ }).innerText()).toContain('等本人用链接设密码')
    await page.reload({ waitUntil: 'networkidle' })
    expect(await page.getByLabel('一次性链接', { exact: true }).count()).toBe(0)

    const owner = (await test.visit(new URL(link).pathname)).page
    for (const field of await owner.locator('input[type="password"]').all())
      await field.fill('牧草青青到天边，六月里牦牛慢慢走')
    await owner.locator('button[type="submit"]').click()
    await expect.poll(() => owner.locator('.masthead').innerText()).toContain('才让（青海填报）')
    await page.reload({ waitUntil: 'networkidle' })
    expect(await page.getByRole('row', { name: /qh-new/ }).innerText()).toContain('可以登录')
  })

  it('show a user name that is taken at its field, and keep the rest', async () => {
    const page = await open('/admin/accounts?new=1')
    await page.getByLabel('用户名').fill('leader')
    await page.getByLabel('姓名').fill('另一位')
    await page.getByLabel('领导').check()
    await page.getByLabel('理由').fill('测试')
    await press(page, '新建账号')
    await expect.poll(() => saidAt(page, '用户名')).toContain('已经有人用')
    expect(await page.getByLabel('姓名').inputValue()).toBe('另一位')
    await page.context().close()
  })

  it('are deactivated and activated with a reason each, and tell their history', async () => {
    const page = await open('/admin/accounts')
    await page.getByRole('searchbox').fill('湖北 审核员')
    await expect.poll(() => page.locator('tbody tr').count()).toBe(1)
    await page.locator('tbody a').click()
    await page.getByLabel('停用').check()
    await press(page, '停用')
    expect(await saidAt(page, '理由')).toContain('这里要填')
    await page.getByLabel('理由').fill('调离')
    await press(page, '停用')
    await expect.poll(() => told(page).innerText()).toContain('已停用')
    await page.getByLabel('启用').check()
    await page.getByLabel('理由').fill('调回')
    await press(page, '启用')
    await expect.poll(() => told(page).innerText()).toContain('已启用')
    await page.getByText('变更记录（3）').click()
    expect(await page.locator('.changes li').allInnerTexts()).toMatchObject([
      expect.stringMatching(/启用\s*调回/),
      expect.stringMatching(/停用\s*调离/),
      expect.stringContaining('新建'),
    ])
  })

  it('get a new link, and lose their sessions, at a word', async () => {
    const reporter = await test.visitAs('sd-reporter', '/due')
    const page = await open('/admin/accounts?account=sd-reporter')
    await page.getByLabel('退出全部登录').check()
    await page.getByLabel('理由').fill('设备丢失')
    await press(page, '退出全部登录')
    await expect.poll(() => told(page).innerText()).toContain('全部登录已退出')
    await reporter.page.reload({ waitUntil: 'networkidle' })
    await expect.poll(() => reporter.page.locator('h1').innerText()).toBe('请先登录')
    await page.getByLabel('给新的一次性链接').check()
    await page.getByLabel('理由').fill('忘记密码')
    await press(page, '给新的一次性链接')
    await expect.poll(() => page.getByLabel('一次性链接', { exact: true }).inputValue()).toMatch(/\/welcome\/.+/)
  })

  it('keep the last administrator, and say why', async () => {
    const page = await open('/admin/accounts?account=admin')
    await page.getByLabel('停用').check()
    await page.getByLabel('理由').fill('试一试')
    await press(page, '停用')
    await expect.poll(() => page.locator('.form-refusal').innerText()).toContain('最后一个能登录的管理员')
    await page.context().close()
  })
})

describe('targets', () => {
  const ID = 'qh-stip-145-rd-intensity'

  it('are revised with a cause and a reason; overview, target and English say so, and the first version stays readable', async () => {
    const page = await open('/admin/targets')
    await page.getByRole('searchbox').fill('研发经费投入强度 青海')
    await page.getByRole('link', { name: '研发经费投入强度' }).click()
    await expect.poll(() => page.locator('.change-preview').innerText()).toBe('还没有改动。')
    const milestone = page.getByRole('group', { name: '2025 年阶段目标' })
    const before = await milestone.getByLabel(/目标值/).inputValue()
    await milestone.getByLabel(/目标值/).fill('０．９')
    await expect
      .poll(() => page.locator('.change-preview').innerText())
      .toMatch(new RegExp(`2025 年目标由 ${before}%\\S* 改为 0\\.9%`))
    expect(await page.locator('.change-preview').innerText()).toContain('2025 年阶段目标在所有页面标明“目标已调整”')
    await press(page, '保存修改')
    expect(await saidAt(page, '原因')).toContain('请选一项')
    await page.getByLabel('原因').selectOption({ label: '来源修订' })
    await page.getByLabel('理由').fill('中期评估后下调，青政办〔2026〕1号')
    await press(page, '保存修改')
    await expect.poll(() => told(page).innerText()).toContain('研发经费投入强度 的目标已修改')
    await expect.poll(() => page.getByRole('row', { name: new RegExp(ID) }).innerText()).toContain('目标已调整')

    await page.goto(`${test.address}/?milestone=2025&region=63&by=none`, { waitUntil: 'networkidle' })
    const row = page.getByRole('row', { name: /研发经费投入强度/ }).first()
    expect(await row.innerText()).toContain('目标已调整')
    await row.getByRole('link').click()
    const main = page.locator('main')
    await expect.poll(() => main.innerText()).toContain(`2025 年目标由 ${before}%`)
    expect(await main.innerText()).toContain('来源修订：中期评估后下调，青政办〔2026〕1号')
    expect(await main.innerText()).toContain('目标在录入后调整过')
    expect(await main.innerText()).toMatch(new RegExp(`调整前.*${before}|最初.*${before}|原目标.*${before}`))

    const english = await open(`/targets/${ID}?milestone=2025&lang=en`)
    await expect.poll(() => english.locator('main').innerText()).toContain('The target was revised')
    expect(await english.locator('main').innerText()).toContain('source revised')
    const overview = await open('/?milestone=2025&region=63&by=none&lang=en')
    expect(
      await overview
        .getByRole('row', { name: /R&D intensity/ })
        .first()
        .innerText(),
    ).toContain('target revised')
  })

  it('say what cannot be promised while it is typed, in the words of the server', async () => {
    const page = await open('/admin/targets?target=cn-carbon-2022-2030-co2-capture-energy')
    const last = page.getByRole('group', { name: '2030 年阶段目标' })
    await last.getByLabel('年份', { exact: true }).fill('2025')
    const second = page.locator('.milestone-fields').nth(1)
    await expect.poll(() => second.innerText()).toContain('同一年有两个阶段目标')
    await second.getByLabel('年份', { exact: true }).fill('2030')
    await last.getByLabel('基期年份').fill('2031')
    await expect.poll(() => last.innerText()).toContain('基期年份要早于目标年份')
    await press(page, '保存修改')
    await expect.poll(() => hasFocus(last.getByLabel('基期年份'))).toBe(true)
    await page.context().close()
  })

  it('have nothing to save where nothing is changed', async () => {
    const page = await open(`/admin/targets?target=${ID}`)
    await page.getByLabel('原因').selectOption({ label: '录入错误' })
    await page.getByLabel('理由').fill('没有改动')
    await press(page, '保存修改')
    expect(await page.locator('.form-refusal').innerText()).toContain('没有可保存的改动')
    await page.context().close()
  })

  it('get a further milestone, and lose it again', async () => {
    const page = await open(`/admin/targets?target=${ID}`)
    await press(page, '增加阶段目标')
    const added = page.locator('.milestone-fields').last()
    await expect.poll(() => hasFocus(added.getByLabel('年份', { exact: true }))).toBe(true)
    await added.getByLabel('年份', { exact: true }).fill('2027')
    await added.getByLabel(/目标值/).fill('1.1')
    await expect.poll(() => page.locator('.change-preview').innerText()).toContain('新增 2027 年目标')
    await press(page, '删去 2027 年阶段目标')
    await expect.poll(() => page.locator('.change-preview').innerText()).toBe('还没有改动。')
    await page.context().close()
  })

  it('are added with a plan and an indicator of their own', async () => {
    const page = await open('/admin/plans')
    await page.getByRole('link', { name: '新增方案' }).click()
    await page.getByLabel('名称（中文）').fill('青海省新方案')
    await page.getByLabel('名称（英文）').fill('New plan of Qinghai')
    await page.getByLabel('编号').fill('qh-new-2026')
    await page.getByLabel('地区').selectOption({ label: '青海省' })
    await page.getByLabel('印发年份').fill('2026')
    await page.getByLabel('结束年份').fill('2025')
    await page.getByLabel('原文文件').fill('qh-new-2026.txt')
    await page.getByLabel('理由').fill('省政府印发')
    expect(await saidAt(page, '结束年份')).toContain('结束年份早于开始年份')
    await page.getByLabel('结束年份').fill('2030')
    await press(page, '新增方案')
    await expect.poll(() => told(page).innerText()).toContain('已新增方案：青海省新方案')

    await page.getByRole('navigation', { name: '管理的内容' }).getByRole('link', { name: '指标' }).click()
    await page.getByRole('link', { name: '新增指标' }).click()
    await page.getByLabel('全称（中文）').fill('零碳园区数量')
    await page.getByLabel('全称（英文）').fill('Number of zero-carbon parks')
    await page.getByLabel('简称（中文）').fill('零碳园区')
    await page.getByLabel('简称（英文）').fill('Zero-carbon parks')
    await page.getByLabel('编号').fill('zero-carbon-parks')
    await page.getByLabel('单位（中文）').fill('个')
    await page.getByLabel('单位（英文）').fill('parks')
    await page.getByLabel('领域').selectOption({ index: 1 })
    await page.getByLabel('指标解释（中文）').fill('年末数。')
    await page.getByLabel('指标解释（英文）').fill('At year end.')
    await page.getByLabel('理由').fill('新方案新设')
    await press(page, '新增指标')
    await expect.poll(() => told(page).innerText()).toContain('已新增指标：零碳园区数量')

    await page.getByRole('navigation', { name: '管理的内容' }).getByRole('link', { name: '目标' }).click()
    await page.getByRole('link', { name: '新增目标' }).click()
    await page.getByLabel('方案', { exact: true }).selectOption({ label: '青海省新方案' })
    await page.getByLabel('指标', { exact: true }).selectOption({ label: '零碳园区数量' })
    expect(await page.getByLabel('编号').inputValue()).toBe('qh-new-2026-zero-carbon-parks')
    await page
      .getByRole('group', { name: '2030 年阶段目标' })
      .getByLabel(/目标值/)
      .fill('10')
    await page.getByRole('textbox', { name: '方案原文' }).fill('到2030年，建成零碳园区10个。')
    await page.getByLabel('出处').fill('二、目标')
    await page.getByLabel('理由').fill('新方案录入')
    await press(page, '新增目标')
    await expect.poll(() => told(page).innerText()).toContain('已新增目标：零碳园区')
    await page.goto(`${test.address}/targets/qh-new-2026-zero-carbon-parks`, { waitUntil: 'networkidle' })
    expect(await page.locator('main').innerText()).toContain('到2030年，建成零碳园区10个。')
  })
})

describe('indicators', () => {
  it('are corrected in what they are called, with a reason', async () => {
    const page = await open('/admin/indicators?indicator=zero-carbon-parks')
    await page.getByLabel('简称（中文）').fill('零碳产业园区')
    await page.getByLabel('理由').fill('与方案用词一致')
    await press(page, '保存修改')
    await expect.poll(() => told(page).innerText()).toContain('指标已修改')
    await page.goto(`${test.address}/?milestone=2030&region=63&by=none`, { waitUntil: 'networkidle' })
    expect(await page.locator('main').innerText()).toContain('零碳产业园区')
  })
})

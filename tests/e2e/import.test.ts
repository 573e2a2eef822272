import { readFileSync } from 'node:fs'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { SheetRow } from '../../server/contract/entry.ts'
import { signIn } from '../helpers/accounts.ts'
import { faultsAtAnyWidth, violationsOf } from '../helpers/browser.ts'
import { encoded } from '../imports/written-files.ts'
import { type EntryWorld, eventually, focusedText, openEntryWorld, SHEET, YEAR } from './entry-world.ts'
import { csvOf, fillTemplate } from './import-files.ts'

const IMPORT = `${SHEET}/import`
const PASSWORD = 'demo-only-password'
const GB18030 = { separator: ',', lineEnd: '\r\n', encoding: 'gb18030' } as const

/** A form that was filled in elsewhere, brought in through the page. */
describe('importing a file', () => {
  let world: EntryWorld
  let rows: SheetRow[]
  const pages: Page[] = []
  beforeAll(async () => {
    world = await openEntryWorld()
    const page = await visit()
    rows = (await world.sheet(page)).rows.filter(({ indicator }) => !['change', 'done'].includes(indicator.kind))
  })
  afterAll(async () => await world.close())
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.context().close()))
  })

  async function visit(url = IMPORT, options: BrowserContextOptions = {}, username = 'qh-reporter'): Promise<Page> {
    const { page, complaints } = await world.visitAs(username, url, options)
    await page.locator('h1').waitFor()
    expect(complaints).toEqual([])
    pages.push(page)
    return page
  }

  /** The indicators that are counted, in the order of the sheet. */
  const code = (at: number): string => rows[at]?.indicator.code ?? ''
  const nameAt = (at: number): string => rows[at]?.indicator.nameZh ?? ''
  const input = (page: Page) => page.locator('input[type="file"]')
  const writeButton = (page: Page) => page.getByRole('button', { name: /^写入 [0-9]+ 项草稿$/ })
  const changeOf = async (page: Page, at: number): Promise<string> =>
    (await page.locator('tr.change', { hasText: nameAt(at) }).textContent()) ?? ''
  const alert = (page: Page) => page.locator('.import-notice')

  async function choose(page: Page, name: string, content: Uint8Array | string): Promise<void> {
    await input(page).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) })
  }
  async function standing(page: Page, at: number): Promise<[string | null, string] | null> {
    const row = (await world.sheet(page)).rows.find(({ indicator }) => indicator.code === code(at))
    return row?.pending ? [row.pending.value, row.pending.state] : null
  }
  async function endSessions(): Promise<void> {
    await world.db.deleteFrom('session').where('username', '=', 'qh-reporter').execute()
  }
  async function signInAgain(page: Page): Promise<void> {
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('密码', { exact: true }).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
  }
  /** Somebody else saves a figure of the same region. */
  async function saveElsewhere(at: number, value: string): Promise<void> {
    const { cookie } = await signIn(world.db, 'qh-second')
    const row = rows[at]
    const item = { regionCode: '63', indicatorCode: code(at), measure: row?.measure, year: YEAR, value, source: '公报' }
    const answer = await fetch(`${world.address}/api/observations`, {
      method: 'PUT',
      headers: { cookie, 'content-type': 'application/json' },
      body: JSON.stringify({ items: [item] }),
    })
    expect(answer.status).toBe(200)
  }

  it('takes the template from the page, filled in elsewhere, to drafts on the sheet', async () => {
    const page = await visit(SHEET)
    await page.getByRole('link', { name: '导入 Excel 或 CSV' }).click()
    await page.getByRole('heading', { name: '下载模板，填写，上传' }).waitFor()
    const coming = page.waitForEvent('download')
    await page.getByRole('link', { name: '下载模板' }).click()
    const download = await coming
    expect(download.suggestedFilename()).toMatch(/^青海省?2026年度数据填报表\.xlsx$/)
    const { bytes, rowOf } = await fillTemplate(readFileSync(await download.path()), {
      [code(0)]: { value: '０.９１', provisional: '是', note: '已核对' },
      [code(1)]: { value: 62.5 },
      [code(5)]: { value: '3万' },
      [code(7)]: { reason: '尚未公布' },
    })
    await choose(page, '填好的.xlsx', bytes)
    await page.getByRole('heading', { name: '将写入 4 项：4 项新填' }).waitFor()
    expect(await focusedText(page)).toBe('将写入 4 项：4 项新填')
    expect(await page.locator('.lede p').innerText()).toContain('工作表“年度数据”。另有 36 行没有填，不动。')
    const first = await changeOf(page, 0)
    for (const part of ['未填', '0.91', '初步数', '已核对', String(rowOf(code(0)))]) expect(first).toContain(part)
    expect(await page.locator('.change-more').first().innerText()).toContain('“０.９１”将记为 0.91%：全角改为半角')
    expect(await changeOf(page, 5)).toContain('30,000')
    expect(await changeOf(page, 7)).toContain('尚未公布')
    expect(await standing(page, 0)).toBeNull()
    await writeButton(page).click()
    const next = page.getByRole('link', { name: '到填报表检查和提交' })
    await next.waitFor()
    expect(await page.locator('output[aria-live]').innerText()).toBe('已写入 4 项草稿')
    expect(await page.locator('.lede p').innerText()).toMatch(/填报表里现有 .*36 项未填。/)
    expect(await standing(page, 0)).toEqual(['0.91', 'draft'])
    expect(await standing(page, 7)).toEqual([null, 'draft'])
    await next.click()
    await page.locator('.entry-row').first().getByText('草稿，已存').waitFor()
    expect(await page.locator('[data-row="0"][data-column="0"]').inputValue()).toBe('0.91')
  })

  it('says what a file would change beside what stands there, and whose that is; what is the same is counted', async () => {
    await saveElsewhere(10, '7')
    await saveElsewhere(11, '5')
    const page = await visit()
    const csv = csvOf(YEAR, `${code(11)},5,,公报,,`, `${code(10)},8,,年报,两次核对,`)
    await choose(page, '自己的表.csv', encoded(csv, GB18030))
    await page.getByRole('heading', { name: '将写入 1 项：1 项改动；1 项与现在相同' }).waitFor()
    const told = await changeOf(page, 10)
    for (const part of ['7', '草稿，才让 2026 年 6 月 30 日 12:00', '8', '年报', '原：公报', '两次核对', '原来没有'])
      expect(told).toContain(part)
    await page.getByText(/^读取时的说明/).click()
    await page.getByText('文件按 GB18030 编码读取。').waitFor()
  })

  it('writes nothing while something is wrong; the same file, mended, can be chosen again', async () => {
    const page = await visit()
    await choose(page, '表.csv', csvOf(YEAR, `${code(12)},约17,,,,`, `${code(13)},21,大概,,,`, `${code(14)},5,,,,`))
    await page.getByRole('heading', { name: '将写入 1 项：1 项新填；2 处问题' }).waitFor()
    const problems = await page.locator('.import-problems tbody tr').allInnerTexts()
    expect(problems.map((text) => text.replaceAll(/\s+/g, ' '))).toEqual([
      expect.stringMatching(/^第 2 行 B 2026 年数值 “约17”不是一个确定的数。请填确定的数/),
      expect.stringMatching(/^第 3 行 C 初步数 “大概”不是“是”或“否”。请改成其中之一。/),
    ])
    expect(await violationsOf(page)).toEqual([])
    const button = writeButton(page)
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    expect(await page.locator('#import-hint').innerText()).toBe('有 2 处问题，还不能写入。')
    await button.click({ force: true })
    await choose(page, '表.csv', csvOf(YEAR, `${code(12)},17,,,,`, `${code(13)},21,是,,,`, `${code(14)},5,,,,`))
    await page.getByRole('heading', { name: '将写入 3 项：3 项新填' }).waitFor()
    expect(await page.locator('.import-problems').count()).toBe(0)
    expect(await standing(page, 14)).toBeNull()
  })

  it('says of a figure under review or approved what keeps it from being written', async () => {
    const page = await visit('/entry/63/2025/import')
    await choose(page, '表.csv', csvOf(2025, 'enterprise-rd-share,62,,,,', 'technology-contracts,23.71,,,,'))
    await page.locator('.import-problems').waitFor()
    const told = await page.locator('.import-problems').innerText()
    expect(told).toContain('这项数据正在等待审核。要修改，请先撤回。')
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('没有可以写入的')
  })

  it('refuses what is no table, says why, and takes the next', async () => {
    const page = await visit()
    await choose(page, '旧表.xls', Buffer.from('d0cf11e0a1b11ae1', 'hex'))
    await alert(page).waitFor()
    expect(await alert(page).innerText()).toMatch(
      /^没有读取“旧表.xls”，什么都没有改\s+这是旧格式的表格（.xls 或 .et）。请在 Excel 或 WPS 中另存为 .xlsx 后再传。$/,
    )
    expect(await violationsOf(page)).toEqual([])
    await choose(page, '空.csv', '')
    await alert(page).getByText('文件里没有内容').waitFor()
    const requests: string[] = []
    page.on('request', (request) => requests.push(request.url()))
    await choose(page, '大.xlsx', Buffer.alloc(2 * 1024 * 1024 + 1))
    await alert(page).getByText('文件超过 2 MB，没有上传').waitFor()
    expect(requests).toEqual([])
    await choose(page, '表.csv', csvOf(YEAR, `${code(15)},1,,,,`))
    await writeButton(page).waitFor()
    expect(await alert(page).count()).toBe(0)
  })

  it('is not written over what someone changed since; it is read again, and says what changed', async () => {
    const page = await visit()
    await choose(page, '表.csv', csvOf(YEAR, `${code(16)},3,,,,`, `${code(17)},4,,,,`))
    await writeButton(page).waitFor()
    await saveElsewhere(17, '9')
    await writeButton(page).click()
    await page.getByText('没有写入：预览以后，其中 1 项已有改动，下面标出').waitFor()
    expect(await focusedText(page)).toContain('没有写入')
    await page.getByRole('heading', { name: '将写入 2 项：1 项新填，1 项改动' }).waitFor()
    expect(await changeOf(page, 17)).toMatch(/9[^]*草稿，才让[^]*4/)
    expect(await page.locator('.change.with-more + .change-more').innerText()).toBe('预览以后有改动')
    expect(await violationsOf(page)).toEqual([])
    expect(await standing(page, 16)).toBeNull()
    await writeButton(page).click()
    await page.getByText('已写入 2 项草稿').first().waitFor()
    expect(await standing(page, 17)).toEqual(['4', 'draft'])
  })

  it('is not written twice where the answer got lost: it is read again, and nothing is left to write', async () => {
    const page = await visit()
    await choose(page, '表.csv', csvOf(YEAR, `${code(18)},6,,,,`))
    await writeButton(page).waitFor()
    // The answer gets lost, and it is pressed once more.
    await page.route('**/apply', async (route) => {
      await route.fetch()
      await route.abort()
    })
    await writeButton(page).click()
    await alert(page).getByText('没有收到服务器的答复。预览还在').waitFor()
    await page.unroute('**/apply')
    await page.getByRole('button', { name: '再写一次' }).click()
    await page.getByRole('heading', { name: '没有可以写入的；1 项与现在相同' }).waitFor()
    expect(await page.getByText('已经写入过').innerText()).toContain('没有写入')
  })

  it('outlives a session that ends: one signs in where one is, and it goes on', async () => {
    const page = await visit()
    await endSessions()
    await choose(page, '表.csv', csvOf(YEAR, `${code(19)},6,,,,`))
    await page.getByRole('dialog').waitFor()
    expect(await alert(page).innerText()).toContain('文件还在这里，登录后接着读取。')
    await signInAgain(page)
    await writeButton(page).waitFor()
    await endSessions()
    await writeButton(page).click()
    await page.getByRole('dialog').waitFor()
    await signInAgain(page)
    await page.getByText('已写入 1 项草稿').first().waitFor()
    expect(await standing(page, 19)).toEqual(['6', 'draft'])
  })

  it('outlives a connection that is cut: the file stays at hand', async () => {
    const page = await visit()
    await page.context().setOffline(true)
    await choose(page, '表.csv', csvOf(YEAR, `${code(20)},6,,,,`))
    await alert(page).getByText('连不上服务器。文件还在这里').waitFor()
    await page.context().setOffline(false)
    await page.getByRole('button', { name: '再读一次' }).click()
    await writeButton(page).waitFor()
  })

  it('shows how far it is where reading takes more than two seconds, and can be called off', async () => {
    const page = await visit()
    const held = Promise.withResolvers<void>()
    await page.route('**/api/imports?*', async (route) => {
      await held.promise
      await route.continue().catch(() => undefined)
    })
    await choose(page, '慢.csv', csvOf(YEAR, `${code(20)},6,,,,`))
    expect(await page.getByRole('progressbar').count()).toBe(0)
    await page.getByRole('progressbar').waitFor()
    expect(await page.locator('.import-progress').innerText()).toContain('慢.csv')
    expect(await violationsOf(page)).toEqual([])
    await page.getByRole('button', { name: '取消' }).click()
    await page.getByRole('progressbar').waitFor({ state: 'detached' })
    held.resolve()
    expect(await writeButton(page).count()).toBe(0)
  })

  it('takes a file that is dropped anywhere on the page, and one at a time', async () => {
    const page = await visit()
    const drop = async (texts: readonly string[]): Promise<void> => {
      await page.evaluate(`{
        const dataTransfer = new DataTransfer()
        for (const text of ${JSON.stringify(texts)}) dataTransfer.items.add(new File([text], '拖来的.csv'))
        for (const type of ['dragover', 'drop'])
          document.querySelector('h1').dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }))
      }`)
    }
    const csv = csvOf(YEAR, `${code(21)},6,,,,`)
    await drop([csv, csv])
    await alert(page).getByText('一次只能导入一个文件').waitFor()
    await drop([csv])
    await writeButton(page).waitFor()
    expect(await page.locator('.lede p').innerText()).toContain('拖来的.csv')
  })

  it('can be done by keyboard alone', async () => {
    const page = await visit()
    const tabTo = async (wanted: RegExp): Promise<void> => {
      const focused = (): Promise<string> =>
        page.evaluate('(document.activeElement.labels?.[0] ?? document.activeElement).textContent')
      for (let presses = 0; presses < 30 && !wanted.test(await focused()); presses += 1)
        await page.keyboard.press('Tab')
      expect(await focused()).toMatch(wanted)
    }
    await tabTo(/^选择文件$/)
    const opening = page.waitForEvent('filechooser')
    // A busy browser can swallow the first press.
    const pressing = setInterval(() => void page.keyboard.press('Enter'), 5000)
    await page.keyboard.press('Enter')
    await opening.finally(() => clearInterval(pressing))
    const buffer = Buffer.from(csvOf(YEAR, `${code(22)},6,,,,`))
    await (await opening).setFiles({ name: '表.csv', mimeType: 'text/csv', buffer })
    await writeButton(page).waitFor()
    await tabTo(/^写入 1 项草稿$/)
    await page.keyboard.press('Enter')
    await eventually(() => focusedText(page)).toBe('到填报表检查和提交')
    await page.keyboard.press('Enter')
    await page.waitForURL(`**${SHEET}`)
  })

  it('follows the language, the server’s sentences too', async () => {
    const page = await visit()
    await choose(page, '表.csv', csvOf(YEAR, `${code(23)},约6,,,,`))
    await page.getByRole('heading', { name: '没有可以写入的；1 处问题' }).waitFor()
    await page.getByRole('button', { name: 'English' }).click()
    await page.getByRole('heading', { name: 'Nothing to write; 1 problem' }).waitFor()
    await page
      .locator('.import-problems')
      .getByText(/^“约6” is /)
      .waitFor()
  })

  describe.each(['zh-CN', 'en'])('in %s', (language) => {
    it.each(['light', 'dark'] as const)('%s: no violation that axe knows', async (colorScheme) => {
      const page = await visit(`${IMPORT}?lang=${language}`, { colorScheme })
      expect(await violationsOf(page)).toEqual([])
      await choose(page, '表.csv', csvOf(YEAR, `${code(5)},3万,,,,`, `${code(24)},约6,,,,`, `${code(25)},6,是,a,b,`))
      await page.locator('.import-changes').waitFor()
      expect(await violationsOf(page)).toEqual([])
    })
  })

  it('scrolls sideways at no width', async () => {
    const page = await visit()
    expect(await faultsAtAnyWidth(page)).toEqual([])
    const long = '没有空格的一段很长的备注abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz'
    await choose(page, '表.csv', csvOf(YEAR, `${code(5)},3万,,${long},${long},`, `${code(24)},约6,,,,`))
    await page.locator('.import-changes').waitFor()
    expect(await faultsAtAnyWidth(page)).toEqual([])
  })

  it('is for reporters, of their own region, in an open round', async () => {
    const said = async (username: string, url: string): Promise<string> => {
      const page = await visit(url, {}, username)
      expect(await input(page).count()).toBe(0)
      return await page.locator('main').innerText()
    }
    expect(await said('qh-reviewer', IMPORT)).toContain('这一页是给填报员的')
    expect(await said('qh-reporter', '/entry/63/2019/import')).toContain('没有 2019 年的填报期')
    const { page } = await world.visitAs('qh-reporter', '/entry/37/2026/import')
    await page.getByRole('heading', { name: '没有找到' }).waitFor()
  })
})

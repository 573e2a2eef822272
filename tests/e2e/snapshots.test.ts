import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { SHOWN_PAGES } from '../../scripts/shown-pages.ts'
import { makeShownSnapshots } from '../../scripts/shown-snapshots.ts'
import type { Change } from '../../server/audit/change.ts'
import { recordChange } from '../../server/audit/record.ts'
import { inWriteTransaction } from '../../server/db/dialect.ts'
import { resolveAsOf } from '../../server/http/as-of.ts'
import { beginJob, endJob, tellJob } from '../../server/snapshots/job.ts'
import { NOW } from '../helpers/app.ts'
import { type BrowserTest, faultsAtAnyWidth, openBrowserTest, violationsOf } from '../helpers/browser.ts'
import { makeWith } from '../helpers/snapshots.ts'
import { aFigure } from '../helpers/world.ts'

const heading = (page: Page): Promise<string> => page.locator('h1').innerText()

/** Looks again and again; a machine may be slow, and a page asks every second how far a snapshot is. */
const soon = <Seen>(look: () => Promise<Seen>) => expect.poll(look, { timeout: 20_000 })

/** Saves what a click brings into the folder; its name. */
async function taken(page: Page, click: () => Promise<void>, folder: string): Promise<string> {
  const coming = page.waitForEvent('download')
  await click()
  const file = await coming
  await file.saveAs(path.join(folder, file.suggestedFilename()))
  return file.suggestedFilename()
}

/** What the shell says to the commands, one after the other, in the folder; the first that fails ends it. */
const shell = (commands: readonly string[], cwd: string): string =>
  execFileSync('bash', ['-euc', commands.join('\n')], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PATH: `${path.dirname(process.execPath)}:${process.env['PATH']}` },
  })

/** The commands that VERIFY.txt prints for Linux, in their order, once; of the older folder it cannot know the name. */
const printedCommands = (text: string, older: string): string[] => {
  const printed = [...text.matchAll(/^ {2}(?:Linux +)?((?:sha256sum|openssl|node) .+?)\r?$/gm)]
  return [...new Set(printed.map(([, one = '']) => one.replace(/--older \S+/, `--older ../${older}`)))]
}

describe('what an auditor does', () => {
  let test: BrowserTest
  let now = NOW
  let folder: string
  beforeAll(async () => {
    test = await openBrowserTest(undefined, { isSigned: true, clock: () => now })
    folder = mkdtempSync(path.join(tmpdir(), 'tanbiao-auditor-'))
  })
  afterAll(async () => {
    await test.close()
    rmSync(folder, { recursive: true, force: true })
  })

  /** A figure that was approved is entered anew with a reason, and approved by someone else. */
  async function correct(at: Date): Promise<void> {
    const write = (username: string, role: 'reporter' | 'reviewer', change: Change): Promise<number> =>
      inWriteTransaction(test.db, (trx) => recordChange(trx, { username, role }, at, change))
    const correction = { code: 'source-revised', reason: '三家企业未通过复核' } as const
    const figure = aFigure({ indicatorCode: 'high-tech-enterprises', revision: 2, value: '278', correction })
    const observationId = await write('qh-reporter', 'reporter', { action: 'observation.enter', data: figure })
    const data = { observationId, comment: null }
    await write('qh-reporter', 'reporter', { action: 'observation.submit', data })
    await write('qh-reviewer', 'reviewer', { action: 'observation.approve', data })
  }

  it('makes a snapshot, takes it away, checks it, and sees what changed since the one before', async () => {
    const { page, complaints } = await test.visitAs('auditor', '/')
    await page.getByRole('link', { name: '快照' }).click()
    await soon(() => heading(page)).toBe('还没有快照')
    expect(await page.locator('.lede').innerText()).toContain('不必信任本网站')

    const title = page.getByLabel('名称')
    await soon(() => title.inputValue()).toBe('截至 2026-06-30 的数据快照')
    await page.getByLabel('截至哪一天').fill('2025-06-30')
    await soon(() => title.inputValue()).toBe('截至 2025-06-30 的数据快照')
    await title.press('Enter')
    await soon(() => heading(page)).toMatch(/^共 1 号快照，最近一号截至 2025-06-30 23:59，指纹/)
    await soon(() => page.locator('.under-way').innerText()).toContain('第 1 号已生成')
    await soon(() => title.inputValue()).toBe('截至 2026-06-30 的数据快照')
    await taken(page, () => page.getByRole('link', { name: '下载第 1 号的 ZIP' }).click(), folder)

    await correct(new Date(NOW.getTime() + 60_000))
    now = new Date(NOW.getTime() + 120_000)
    await title.fill('年中审计')
    await page.getByRole('button', { name: '生成快照' }).click()
    await page.getByRole('link', { name: '打开第 2 号' }).click({ timeout: 20_000 })
    await soon(() => heading(page)).toBe('年中审计')
    expect(await page.locator('.lede').innerText()).toContain('严明（审计）')

    const zip = await taken(page, () => page.getByRole('link', { name: /^下载 ZIP/ }).click(), folder)
    expect(zip).toBe('tanbiao-0002-2026-06-30T040200Z.zip')
    const older = 'tanbiao-0001-2025-06-30T155959Z.zip'
    execFileSync('unzip', ['-q', older], { cwd: folder })

    const linux = page.getByRole('link', { name: 'Linux' })
    await linux.click()
    await page.waitForURL(/system=linux/)
    await soon(() => linux.getAttribute('aria-current')).toBe('true')
    const shown = await page.locator('.command code').allInnerTexts()
    const answer = shell(shown, folder)
    expect(answer.match(/: OK$/gm)?.length).toBeGreaterThanOrEqual(10)
    expect(answer.match(/^Verified OK$/gm)).toHaveLength(2)
    for (const promised of await page.locator('.answer code').allInnerTexts()) expect(answer).toContain(promised)

    const unpacked = path.join(folder, '0002-2026-06-30T040200Z')
    const verify = readFileSync(path.join(unpacked, 'VERIFY.txt'), 'utf8')
    const commands = printedCommands(verify, '0001-2025-06-30T155959Z')
    expect(commands).toHaveLength(6)
    shell(commands, unpacked)
    // After unpacking and the fingerprint of the page itself, the page tells the same.
    expect(shown.slice(3)).toEqual(commands)

    await page.getByRole('link', { name: '逐条看' }).click()
    await page.waitForURL(/compare\?older=1&newer=2/)
    await soon(() => heading(page)).toMatch(/^第 1 号至第 2 号，\d+ 项进展状态有变，.*更正数据 \d+ 个/)
    const row = page.locator('tr').filter({ hasText: '三家企业未通过复核' })
    await soon(() => row.innerText()).toMatch(/281 家 → 278 家/)
    expect(await row.innerText()).toMatch(/来源修订：三家企业未通过复核\s*索南（青海填报）录入，马秀兰（青海审核）通过/)
    const csv = await taken(page, () => page.getByRole('link', { name: '下载 CSV' }).click(), folder)
    expect(readFileSync(path.join(folder, csv), 'utf8')).toMatch(
      /^figure,corrected,.*,281,278,.*三家企业未通过复核.*qh-reporter,qh-reviewer,\d+,\d+\r$/m,
    )
    await row.getByRole('link', { name: /^日志第/ }).click()
    await soon(() => heading(page)).toMatch(/^青海省 · 高新技术企业 · 2025 年：共 \d+ 条记录$/)
    expect(complaints).toEqual([])
  })

  it('comes from the page of a target to its life in the log', async () => {
    const { page } = await test.visitAs('auditor', '/targets/cn-carbon-2022-2030-co2-capture-energy')
    await page.getByRole('link', { name: '在操作日志中的全部经过' }).click()
    await soon(() => heading(page)).toMatch(/单位二氧化碳捕集能耗.*共 \d+ 条记录$/)
    const { page: other } = await test.visitAs('leader', '/targets/cn-carbon-2022-2030-co2-capture-energy')
    await soon(() => other.locator('.history').count()).toBeGreaterThan(0)
    expect(await other.getByRole('link', { name: '操作日志' }).count()).toBe(0)
  })
})

describe('the pages of snapshots', () => {
  let test: BrowserTest
  beforeAll(async () => {
    test = await openBrowserTest(undefined, { isSigned: true })
    const { db, signed } = test
    if (signed) await makeShownSnapshots(db, signed.snapshots, () => NOW)
  })
  afterAll(async () => await test.close())

  /** Another process begins to make the next one, as an auditor at another desk would have it. */
  async function beginElsewhere(): Promise<number> {
    const asOf = await resolveAsOf(test.db, () => NOW, undefined)
    const actor = { username: 'auditor', role: 'auditor' } as const
    return await beginJob(test.db, NOW, { titleZh: '另一处发起的快照', asOf, actor })
  }

  it('tell how far a snapshot is, hold the button back and say why; then why it could not be made', async () => {
    const number = await beginElsewhere()
    const { page } = await test.visitAs('auditor', '/snapshots')
    const bar = page.getByRole('progressbar', { name: /第 3 号正在生成/ })
    await bar.waitFor()
    const button = page.getByRole('button', { name: '生成快照' })
    expect(await button.getAttribute('aria-disabled')).toBe('true')
    expect(await page.locator('#make-wait').innerText()).toContain('第 3 号正在生成，一次只生成一号')
    await tellJob(test.db, number, NOW, { filesWritten: 4, filesTotal: 15, rowsWritten: 12_207 })
    await soon(() => page.locator('.making [aria-live]').innerText()).toBe('已写 4 个文件，共 15 个，12,207 行')
    expect(await page.evaluate(`document.querySelector('progress').position`)).toBeCloseTo(4 / 15)
    await endJob(test.db, number, 'disk-full')
    await soon(() => page.getByRole('alert').allInnerTexts().then(String)).toContain('磁盘已满')
    await soon(() => button.getAttribute('aria-disabled')).toBe('false')
    await page.goto(`${test.address}/snapshots/3?lang=en`)
    await soon(() => page.locator('.failed').innerText()).toContain('The disk is full')
  })

  it('of one that is being made turn into its page by themselves', async () => {
    const number = await beginElsewhere()
    const { page } = await test.visitAs('auditor', `/snapshots/${number}`)
    await page.getByRole('progressbar').waitFor()
    await endJob(test.db, number, null)
    if (test.signed) await makeWith(test.signed.snapshots, test.db, { titleZh: '第三号' })
    await soon(() => page.locator('.fingerprint').count()).toBe(1)
    expect(await heading(page)).toBe('第三号')
  })

  it('say which files are gone, and how to have them again', async () => {
    const folders = test.signed?.snapshots.within ?? ''
    const [here, away] = ['0001-2025-06-30T155959Z', '.away'].map((name) => path.join(folders, name))
    renameSync(here ?? '', away ?? '')
    onTestFinished(() => renameSync(away ?? '', here ?? ''))
    const { page } = await test.visitAs('auditor', '/snapshots')
    const row = page.locator('.snapshot-table tbody tr').filter({ hasText: '2024 年度填报结束后' })
    await soon(() => row.innerText()).toContain('文件已不在原处')
    expect(await row.getByRole('link', { name: /ZIP/ }).count()).toBe(0)
    await row.getByRole('link', { name: '第 1 号', exact: true }).click()
    await soon(() => page.locator('.gone-note').innerText()).toContain('npm run snapshot -- --again 1')
    expect(await page.getByRole('link', { name: /下载 ZIP/ }).count()).toBe(0)
  })

  it('refuse a day that is not over, at its field', async () => {
    const { page } = await test.visitAs('auditor', '/snapshots')
    await page.getByLabel('截至哪一天').fill('2026-07-01')
    await page.getByRole('button', { name: '生成快照' }).click()
    await soon(() => page.locator('.fault').innerText()).toContain('那一天还没有过去')
    expect(await page.getByLabel('截至哪一天').getAttribute('aria-invalid')).toBe('true')
  })

  it('compare any two that are chosen, and say where nothing changed', async () => {
    const { page } = await test.visitAs('auditor', '/snapshots')
    await page.getByLabel('与之比较的一号').selectOption('2')
    await page.getByLabel('比较的一号', { exact: true }).selectOption('1')
    await page.getByRole('button', { name: '看其间的变化' }).click()
    await page.waitForURL(/compare\?older=1&newer=2/)
    await page.getByLabel('比较的一号', { exact: true }).selectOption('3')
    await page.waitForURL(/compare\?older=3&newer=2/)
    await soon(() => heading(page)).toMatch(/没有变化$/)
    expect(await page.locator('.lede').innerText()).toContain('可以换一号较早的比较')
  })

  it('lead back to all snapshots from an address with twice the same number, or one that is not there', async () => {
    for (const pair of ['older=2&newer=2', 'older=1&newer=999']) {
      const { page } = await test.visitAs('auditor', `/snapshots/compare?${pair}`)
      await soon(() => heading(page)).toBe('这两号快照无法比较')
      await page.getByRole('link', { name: '看全部快照' }).click()
      await soon(() => heading(page)).toMatch(/^共 3 号快照/)
    }
  })

  it('are gone through with the keyboard alone', async () => {
    const { page } = await test.visitAs('auditor', '/snapshots')
    const press = async (name: string): Promise<void> => {
      await page.getByRole('link', { name, exact: true }).focus()
      await page.keyboard.press('Enter')
    }
    await press('第 2 号')
    await soon(() => heading(page)).toBe('2025 年度填报中期快照')
    await soon(() => page.evaluate('document.activeElement.id')).toBe('main')
    await press('macOS')
    await soon(() => page.locator('.command code').allInnerTexts()).toContain('shasum -a 256 -c SHA256SUMS')
    await press('第 1 号')
    await soon(() => page.locator('.chain').innerText()).toMatch(/^第 1 号/)
    await page.getByRole('link', { name: /^第 \d+ 条$/ }).focus()
    await page.keyboard.press('Enter')
    await soon(() => heading(page)).toBe('第 1 号快照：共 1 条记录')
    await press('看这一号快照')
    await page.waitForURL(/\/snapshots\/1$/)
  })

  it('copy a fingerprint', async () => {
    const { page } = await test.visitAs('auditor', '/snapshots/1', {
      permissions: ['clipboard-read', 'clipboard-write'],
    })
    await page.getByRole('button', { name: '复制指纹' }).click()
    await soon(() => page.getByRole('status').allInnerTexts().then(String)).toContain('已复制')
    expect(await page.evaluate('navigator.clipboard.readText()')).toMatch(/^[0-9a-f]{64}$/)
  })

  it('are for auditors only, and of one that is not there say so', async () => {
    const { page } = await test.visitAs('leader', '/snapshots')
    await soon(() => heading(page)).toContain('审计员')
    expect(await page.getByRole('link', { name: '快照' }).count()).toBe(0)
    const { page: own } = await test.visitAs('auditor', '/snapshots/999')
    await own.locator('.trouble').waitFor()
  })

  const shown = SHOWN_PAGES.filter(({ name }) => name.startsWith('snapshots'))
  describe.each(['zh-CN', 'en'])('in %s', (language) => {
    it.each(shown)('$name has no violation that axe knows, in light and dark, and fits at every width', async (one) => {
      const address = `${one.url}${one.url.includes('?') ? '&' : '?'}lang=${language}`
      for (const colorScheme of ['light', 'dark'] as const) {
        const { page, complaints } = await test.visitAs('auditor', address, { colorScheme, reducedMotion: 'reduce' })
        await soon(() => page.locator('h1').count()).toBe(1)
        expect(await violationsOf(page)).toEqual([])
        if (colorScheme === 'light') expect(await faultsAtAnyWidth(page)).toEqual([])
        expect(complaints).toEqual([])
        await page.context().close()
      }
    })
  })
})

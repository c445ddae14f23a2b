import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { anyWidth, expect, expectNoAxeViolations, expectNotWiderThanPage, inItsLook, test } from './support/page.ts'
import { test as ownTest } from './support/team.ts'

const link =
  '/rollout?plan=1;b:MS05-019,MS05-018;m:windows-2000.sp3:220,windows-xp.sp2:360,windows-server-2003.rtm:40;c:2;r:6;f:2;' +
  'z:Asia/Tokyo;s:2005-04-19;x:2005-04-29/2005-05-05;k:24;g:windows-2000.sp3_windows-xp.sp2&versus=1;c:4'
const chart = (page: Page) => page.locator('.recharts-surface')
const marker = (page: Page) => page.getByRole('slider', { name: '台数' })

test('/rollout has no axe violation, is not wider than the page, and its marker is moved by the keys', async ({
  page,
}) => {
  await page.goto(link)
  await expect(chart(page)).toBeVisible()
  for (const summary of await page.locator('main summary').all()) await summary.click()
  // The header would cover a part of what is scrolled below it.
  await page.evaluate(() => scrollTo(0, 0))
  await inItsLook(page, async () => {
    await expectNoAxeViolations(page)
    await expectNotWiderThanPage(page)
  })

  await expect(marker(page)).toHaveAttribute('aria-valuenow', '620')
  await marker(page).press('ArrowRight')
  await expect(marker(page)).toHaveAttribute('aria-valuenow', '625')
  await marker(page).press('PageDown')
  await expect(marker(page)).toHaveAttribute('aria-valuenow', '575')
  await expect(page).toHaveURL(/m:windows-2000\.sp3:204,windows-xp\.sp2:334,windows-server-2003\.rtm:37/)
  await expect(page.getByText('575 台', { exact: true })).toBeVisible()
})

test('a bulletin leads from its middle to the top of its plan, and back', async ({ page }) => {
  await page.goto('/bulletins/MS05-019')
  await page.getByRole('heading', { name: '対応の記録' }).scrollIntoViewIfNeeded()
  await page.locator('#triage').getByRole('link', { name: '適用を計画' }).click()
  await expect(chart(page)).toBeVisible()
  await expect(page).toHaveURL(/\/rollout\?plan=1;b:MS05-019;r:10;z:[\w/]+;s:\d{4}-\d\d-\d\d;k:24$/)
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(0)
  await page.getByLabel('Windows 2000 SP3', { exact: true }).fill('500')
  await expect(page.getByRole('region', { name: '完了予定' }).locator('dd').last()).toContainText('1時間44分')
  await page.goBack()
  await expect(page).toHaveURL('/bulletins/MS05-019')
})

test(
  'the chart has a line for 1, 2, 4 and the chosen consoles, and the published times as dots',
  anyWidth,
  async ({ page }) => {
    await page.goto(link.replace(',MS05-018', '').replace(';c:2;', ';c:3;'))
    await expect(page.locator('.recharts-line-curve')).toHaveCount(4)
    await expect(page.locator('.recharts-scatter circle')).toHaveCount(4)
    await expect(page.locator('.recharts-area-area')).toHaveCount(1)
  },
)

// The mouse is a thing of desks; a finger sends the same pointer events.
test('the marker is dragged, and gives the mix back when it returns', anyWidth, async ({ page }) => {
  await page.goto(link)
  await chart(page).scrollIntoViewIfNeeded()
  const box = await page.locator('[data-fleet-marker]').boundingBox()
  if (box === null) throw new Error('the marker has no box')
  const at = (share: number): [number, number] => [box.x + box.width * share, box.y + box.height / 2]
  await page.mouse.move(...at(0.62))
  await page.mouse.down()
  await page.mouse.move(...at(0.01))
  await expect(marker(page)).toHaveAttribute('aria-valuenow', '10')
  await expect(page).toHaveURL(/windows-2000\.sp3:220/)
  await page.mouse.move(...at(0.31))
  await page.mouse.up()
  await expect(page).toHaveURL(/m:windows-2000\.sp3:110,windows-xp\.sp2:180,windows-server-2003\.rtm:20/)
})

test('the same link gives the same plan in another browser', anyWidth, async ({ page, browser, baseURL }) => {
  const planIn = async (visited: Page) => {
    await visited.goto(link)
    await expect(visited.locator('#plan tbody tr').first()).toBeVisible()
    return [
      await visited.getByRole('region', { name: '完了予定' }).locator('dl').innerText(),
      await visited.locator('#plan tbody').innerText(),
    ]
  }
  const here = await planIn(page)
  const elsewhere = await browser.newContext({
    ...(baseURL !== undefined && { baseURL }),
    locale: 'ja-JP',
    timezoneId: 'America/New_York',
  })
  expect(await planIn(await elsewhere.newPage())).toEqual(here)
  await elsewhere.close()
  expect(here[0]).toContain('完了予定')
})

test('the chart library is fetched by the page that shows a chart, and by no other', anyWidth, async ({ page }) => {
  const scripts: string[] = []
  page.on('request', (request) => scripts.push(new URL(request.url()).pathname))
  const isChart = (path: string) => path.includes('RolloutChart')
  await page.goto('/alerts')
  await page.getByRole('article', { name: 'MS05-019', exact: true }).getByRole('link').click()
  await expect(page.locator('#record')).toBeVisible()
  for (const name of ['影響マトリクス', '適用テスト']) {
    await page.getByRole('link', { name, exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  }
  await page.waitForLoadState('networkidle')
  expect(scripts.filter(isChart)).toEqual([])
  await page.goto(link)
  await expect(chart(page)).toBeVisible()
  expect(scripts.filter(isChart)).toHaveLength(1)
})

test('the alerts that are selected lead to one plan', anyWidth, async ({ page }) => {
  await page.goto('/alerts')
  for (const id of ['MS05-019', 'MS05-018']) await page.getByRole('checkbox', { name: `${id} を選択` }).check()
  await page.getByRole('link', { name: '適用を計画' }).click()
  await expect(page).toHaveURL(/plan=1;b:MS05-019,MS05-018;/)
})

test('the plan is taken away as a calendar, as CSV and on paper', anyWidth, async ({ page }) => {
  await page.goto(link)
  await test.step('the points of one alert are not drawn beside the lines of several', async () => {
    await expect(page.locator('.recharts-line-curve')).toHaveCount(3)
    await expect(page.locator('.recharts-scatter circle')).toHaveCount(0)
    await expect(page.getByText(/公表値 \(UpdateEXPERT 6\.1.*一部は仮定による/)).toBeVisible()
  })
  await expect(page.locator('#plan tbody tr').first()).toBeVisible()
  const sessions = await page.locator('#plan tbody tr').count()
  expect(sessions).toBeGreaterThan(2)
  const saved = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name, exact: true }).click(),
    ])
    return { file: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') }
  }
  const calendar = await saved('カレンダー (.ics)')
  expect(calendar.file).toBe('hotfix-report_rollout_2005-04-19.ics')
  expect(calendar.text.match(/BEGIN:VEVENT/g)).toHaveLength(sessions)
  expect(calendar.text).toContain('DTSTART:20050419T130000Z')
  const csv = await saved('CSV')
  expect(csv.text.trim().split('\n')).toHaveLength(1 + sessions)
  expect(csv.text).toContain('2005-04-19T22:00+09:00')

  await test.step('on paper it comes with its conditions, and without fields', async () => {
    await page.emulateMedia({ media: 'print' })
    await expect(
      page.getByText(/^条件: MS05-019, MS05-018; Windows 2000 SP3 220 台・.*2 コンソール; 再起動 6 分;/),
    ).toBeVisible()
    await expect(page.locator('#plan')).toBeVisible()
    await expect(page.getByLabel('Windows 2000 SP3', { exact: true })).toBeHidden()
  })
})

ownTest(
  'on paper a long name of a wave is whole: it ends at the axis of the chart',
  anyWidth,
  async ({ page, own }) => {
    const wave = (key: string, name: string, ...waitsFor: string[]) => ({
      key,
      name,
      machines: [{ platform: 'windows-2000.sp3', count: 110 }],
      waitsFor,
      gate: { donePercent: 95, failurePercent: 3, soakHours: 24, noNewIssues: true },
    })
    const inputs = '1;b:MS05-019;m:windows-2000.sp3:330;c:2;k:24;z:Asia/Tokyo;s:2031-06-10'
    const long = 'Domain controllers and file servers'
    const waves = [wave('pilot', ''), wave('a', long, 'pilot'), wave('b', 'Everything else', 'a')]
    const { id } = await own.store.plans.keep({ name: 'June', owner: 'Sato', ticket: '', inputs }, waves, 'Sato')
    await page.goto(`/plans/${id}`)
    await page.setViewportSize({ width: 703, height: 1000 })
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    const name = page.locator('#burn-up').getByText(long, { exact: true })
    await expect(name).toBeVisible()
    const left = await name.evaluate(
      (label) => label.getBoundingClientRect().left - (label.parentElement?.getBoundingClientRect().left ?? 0),
    )
    expect(left).toBeGreaterThanOrEqual(0)
  },
)

import type { APIRequestContext } from '@playwright/test'
import { PlanRow } from '../../src/contract/plan-view.ts'
import { manyProductsId } from '../support/patch-day/advisory.ts'
import { pagesWith } from '../support/pages.ts'
import { cveOf, kbOf, newest } from '../support/patch-day/months.ts'
import { expectFits, expectFitsOnPaper, expectNoShift, watchShifts } from './support/layout.ts'
import { expect, expectNoAxeViolations, test } from './support/page.ts'

test.use({ reads: 'patchDay' })

const update = kbOf(newest, 0)

/** The page of the plan that the team has kept. */
async function keptPlan(request: APIRequestContext): Promise<string> {
  const [plan] = PlanRow.array().parse(await (await request.get('/api/plans')).json())
  return `/plans/${plan?.id}`
}

const pages: Record<string, string | typeof keptPlan> = {
  ...pagesWith({ bulletin: update, vulnerability: cveOf(newest, 0), platform: 'windows-server-2019.rtm' }),
  'bulletin of 2005': '/bulletins/MS05-019',
  advisory: `/bulletins/${manyProductsId}`,
  'kept plan': keptPlan,
  'no such bulletin': '/bulletins/KB1',
}

const desk = { width: 1360, height: 900 }
const phone = { width: 390, height: 844 }
/** What a desk's browser has at 200 %. */
const zoomed = { width: 680, height: 450 }

for (const [name, where] of Object.entries(pages)) {
  test(`${name}: no axe violation, no jump, nothing cut or too much, in every look`, async ({ page, complaints }) => {
    await watchShifts(page)
    const path = typeof where === 'string' ? where : await where(page.request)
    const open = async () => {
      await page.goto(path)
      await expect(page.getByRole('banner')).toHaveAttribute('aria-busy', 'false')
      await page.waitForLoadState('networkidle')
      await expectNoShift(page)
      await expectFits(page)
      await expectNoAxeViolations(page)
    }
    await page.setViewportSize(desk)
    await page.emulateMedia({ colorScheme: 'light' })
    await open()
    await page.getByRole('banner').getByRole('radio', { name: 'English' }).check()
    await page.setViewportSize(zoomed)
    await expectFits(page)
    await page.setViewportSize(phone)
    await page.emulateMedia({ colorScheme: 'dark' })
    await open()
    await expectFitsOnPaper(page)
    // The browser says of its own accord that an answer is "not found".
    if (name.startsWith('no such')) complaints.splice(0)
  })
}

test('on a phone the header is one row, and its menu leads to every page and holds the settings', async ({ page }) => {
  await page.setViewportSize(phone)
  await page.goto('/matrix')
  const header = page.getByRole('banner')
  await expect(header.getByRole('searchbox')).toBeInViewport()
  expect((await header.boundingBox())?.height).toBeLessThan(60)
  const menu = header.getByRole('button', { name: '影響マトリクス (主なページ)' })
  await menu.click()
  await header.getByRole('radio', { name: 'English' }).check()
  await expect(header.getByRole('link', { name: 'Notices' })).toBeInViewport()
  await header.getByRole('link', { name: 'Fleet' }).click()
  await expect(page).toHaveURL(/\/fleet/)
  await expect(header.getByRole('radio', { name: '日本語' })).toBeHidden()
})

test('a row of the table has room for the day of review and the status', async ({ page }) => {
  await page.setViewportSize(desk)
  await page.goto('/alerts?view=table&triage=deferred')
  const row = page.getByRole('row').filter({ hasText: '見直し' })
  const edges = async (part: typeof row) => {
    const { y = 0, height = 0 } = (await part.boundingBox()) ?? {}
    return { top: y, bottom: y + height }
  }
  const whole = await edges(row)
  expect((await edges(row.getByText('見直し'))).top).toBeGreaterThanOrEqual(whole.top)
  expect((await edges(row.getByRole('button', { name: /対応状況/ }))).bottom).toBeLessThanOrEqual(whole.bottom)
})

test('dots, bars and cells are there in forced colours', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' })
  const looks = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => {
        const { backgroundColor, borderTopWidth } = getComputedStyle(element)
        return { isFilled: backgroundColor === 'rgb(0, 0, 0)', border: borderTopWidth }
      })
  await page.goto('/alerts')
  expect(await looks('article [data-status] i')).toMatchObject({ border: '4px' })
  await page.goto('/rollout?plan=1;b:MS05-019;m:windows-2000.sp3:220;c:2;z:Asia/Tokyo;s:2005-04-19')
  expect(await looks('[data-pilot]')).toMatchObject({ isFilled: true })
  await page.goto('/tests/all')
  expect(await looks('td[data-tone]')).toMatchObject({ border: '1px' })
})

test('five alerts fit on a screen, in either language', async ({ page }) => {
  await page.setViewportSize(desk)
  for (const [language, title] of [
    ['日本語', /^アラート/],
    ['English', /alerts$/],
  ] as const) {
    await page.goto('/alerts')
    await page.getByRole('banner').getByRole('radio', { name: language }).check()
    await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
    await page.waitForLoadState('networkidle')
    await expect(page.getByRole('main').getByRole('article').nth(4)).toBeInViewport({ ratio: 1 })
  }
})

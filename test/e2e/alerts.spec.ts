import { anyWidth, expect, expectNoAxeViolations, test } from './support/page.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the alerts have no axe violation (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/')
    await expect(page.getByRole('article')).toHaveCount(23)
    await expectNoAxeViolations(page)
  })
}

test('a reader finds MS05-019, opens it, and comes back to the same filter', async ({ page }) => {
  await page.goto('/?urgency=immediate')
  await page.getByRole('article', { name: 'MS05-019' }).getByRole('link').click()
  await expect(page).toHaveURL('/bulletins/MS05-019?urgency=immediate')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('TCP/IP')
  await page.goBack()
  await expect(page).toHaveURL('/?urgency=immediate')
})

test('filters and searches without a request', anyWidth, async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('article')).toHaveCount(23)
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.keyboard.press('/')
  await page.keyboard.type('TCP')
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(page).toHaveURL('/?q=TCP')
  expect(requests.filter((url) => url.includes('/api/bulletins?') || url.endsWith('/api/bulletins'))).toEqual([])
})

test('the filters open as a sheet on a phone and stand beside the list on a desk', async ({ page }) => {
  await page.goto('/')
  const width = page.viewportSize()?.width ?? 0
  if (width < 861) await page.getByRole('button', { name: '絞り込み' }).click()
  await page.getByRole('checkbox', { name: /緊急適用/ }).check()
  await expect(page).toHaveURL('/?urgency=immediate')
  await expectNoAxeViolations(page)
})

test('nothing is wider than the page', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('article')).toHaveCount(23)
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
})

test('whatever the width of the window, all is in it, and there is room to search', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('button', { name: /^アカウント: / })).toBeVisible()
  for (const width of [320, 600, 860, 861, 1000, 1100, 1200, 1239, 1240, 1339, 1340, 1500]) {
    await page.setViewportSize({ width, height: 800 })
    const [whole, search] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.querySelector('[type=search]')?.clientWidth ?? 0,
    ])
    expect(whole, `at ${width} px`).toBeLessThanOrEqual(width)
    expect(search, `at ${width} px`).toBeGreaterThanOrEqual(150)
  }
})

test('the language and the theme are still there after a reload', anyWidth, async ({ page }) => {
  await page.goto('/')
  await page.getByRole('radio', { name: 'English' }).check()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('23 alerts')
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(13, 16, 21)')
})

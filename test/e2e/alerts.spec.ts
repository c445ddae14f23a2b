import {
  anyWidth,
  expect,
  expectNoAxeViolations,
  expectNotWiderThanPage,
  isDesk,
  takenOver,
  test,
} from './support/page.ts'

test('a reader finds MS05-019, opens it, comes back to the same filter, and prints it', async ({ page }) => {
  await page.goto('/alerts?urgency=immediate')
  await page.getByRole('article', { name: 'MS05-019' }).getByRole('link').click()
  await expect(page).toHaveURL('/bulletins/MS05-019?urgency=immediate')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('TCP/IP')
  await page.goBack()
  await expect(page).toHaveURL('/alerts?urgency=immediate')
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(/^条件: 緊急適用（\d{4}-\d\d-\d\d 出力）$/)).toBeVisible()
  await expect(page.locator('#filters')).toBeHidden()
})

test('filters and searches without a request, with room for it at any width', anyWidth, async ({ page }) => {
  await page.goto('/alerts')
  await expect(page.getByRole('article')).toHaveCount(23)
  await takenOver(page)
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.keyboard.press('/')
  await page.keyboard.type('TCP')
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(page).toHaveURL('/alerts?q=TCP')
  expect(requests.filter((url) => url.includes('/api/bulletins?') || url.endsWith('/api/bulletins'))).toEqual([])
  await page.getByRole('searchbox', { name: '検索' }).fill('')
  await expect(page.getByRole('article')).toHaveCount(23)
  for (const width of [320, 600, 860, 861, 1000, 1100, 1240, 1339, 1340, 1359, 1360, 1500]) {
    await page.setViewportSize({ width, height: 800 })
    const [whole, search] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.querySelector('[type=search]')?.clientWidth ?? 0,
    ])
    expect(whole, `at ${width} px`).toBeLessThanOrEqual(width)
    expect(search, `at ${width} px`).toBeGreaterThanOrEqual(150)
  }
})

test('the filters open as a sheet on a phone and stand beside the list on a desk', async ({ page }) => {
  await page.goto('/alerts')
  if (!isDesk(page)) await page.getByRole('button', { name: '絞り込み' }).click()
  const urgent = page.getByRole('checkbox', { name: /緊急適用/ })
  // Clicked while the list is still being taken over, it is chosen once that is done.
  await urgent.click()
  await expect(page).toHaveURL('/alerts?urgency=immediate')
  await expect(urgent).toBeChecked()
  // The sheet is what a look through the alerts does not show.
  if (!isDesk(page)) await expectNoAxeViolations(page)
})

test('the language and the theme are still there after a reload', anyWidth, async ({ page }) => {
  await page.goto('/alerts')
  await page.getByRole('radio', { name: 'English' }).check()
  await page.getByRole('radio', { name: 'Dark' }).check()
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('23 alerts')
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe('rgb(13, 16, 21)')
})

test('paper has the whole texts of a table, and no more than its width of the tests', anyWidth, async ({ page }) => {
  await page.goto('/alerts?view=table')
  await expect(page.getByRole('row')).toHaveCount(24)
  await page.setViewportSize({ width: 718, height: 1000 })
  await page.emulateMedia({ media: 'print' })
  const cut = await page
    .locator('[data-column]')
    .evaluateAll((cells) => cells.filter((cell) => getComputedStyle(cell).overflow === 'hidden').length)
  expect(cut).toBe(0)
  await page.goto('/tests')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectNotWiderThanPage(page)
})

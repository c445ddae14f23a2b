import { anyWidth, expect, test } from './support/page.ts'

const pages = { '/matrix': '影響マトリクス', '/tests': '適用テスト' }

for (const [path, name] of Object.entries(pages)) {
  test(`${path} keeps its headings in sight`, async ({ page }) => {
    await page.goto(path)
    await expect(page.locator('td[data-column]').first()).toBeVisible()
    const grid = page.getByRole('region', { name, exact: true })
    await grid.getByRole('columnheader').last().scrollIntoViewIfNeeded()
    await grid.evaluate((box) => box.scrollTo(300, 200))
    await expect(grid.locator('thead th[scope=col]').first()).toBeInViewport()
    await expect(grid.locator('tbody th').nth(8)).toBeInViewport()
  })
}

test(
  'a cell opens the bulletin at its table of vulnerabilities, and back is the matrix again',
  anyWidth,
  async ({ page }) => {
    await page.goto('/matrix?urgency=immediate')
    await page.getByRole('link', { name: 'MS05-019、Windows XP: 緊急、入れる' }).click()
    await expect(page).toHaveURL('/bulletins/MS05-019?urgency=immediate#matrix')
    await expect(page.locator('#matrix')).toBeInViewport()
    await page.goBack()
    await expect(page).toHaveURL('/matrix?urgency=immediate')
  },
)

test('a row of the matrix says why it comes first, on a phone below its number', async ({ page }) => {
  await page.goto('/matrix?q=MS05-019')
  await page.getByRole('radio', { name: '脆弱性' }).check()
  const row = page.getByRole('row', { name: /2004-0230/ })
  await expect(row.getByText('実証コードあり', { exact: false })).toBeVisible()
  const isWhole = await row.locator('b').evaluate((box) => box.scrollWidth <= box.clientWidth)
  expect(isWhole).toBe(true)
})

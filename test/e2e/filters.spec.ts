import { anyWidth, expect, expectNoAxeViolations, isDesk, takenOver, test } from './support/page.ts'
import { test as ownTest } from './support/team.ts'

// Filters are kept on the server: it has one of its own.
ownTest('a saved filter can be the start page', async ({ page }) => {
  await page.goto('/alerts?urgency=immediate')
  await takenOver(page)
  await page.waitForLoadState('networkidle')
  await page.getByRole('button', { name: 'この条件を保存' }).click()
  // What is typed at once is the name, and no key does anything else.
  await page.keyboard.type('june x z')
  await expect(page.getByRole('textbox', { name: '名前' })).toHaveValue('june x z')
  await page.getByRole('textbox', { name: '名前' }).fill('今夜')
  await expectNoAxeViolations(page, 'form:popover-open')
  await page.keyboard.press('Enter')
  if (!isDesk(page)) await page.getByRole('button', { name: '絞り込み' }).click()
  await page.getByRole('button', { name: '編集' }).click()
  await Promise.all([
    page.waitForResponse((answer) => answer.request().method() !== 'GET'),
    page.getByRole('button', { name: '「今夜」を開始ページにする' }).click(),
  ])
  await expectNoAxeViolations(page, '#filters')
  await page.goto('/')
  await expect(page).toHaveURL('/alerts?urgency=immediate')
})

test('a link with bad values shows what is good of it', anyWidth, async ({ page }) => {
  await page.goto('/alerts?severity=1,9&urgency=immediate&publishedFrom=yesterday&lab=green')
  await expect(page.getByRole('list', { name: '適用中の条件' }).getByRole('listitem').first()).toHaveText(/緊急適用/)
  await expect(page.getByRole('article').first()).toBeVisible()
})

test('the CSV is what is filtered, of the matrix too', anyWidth, async ({ page }) => {
  await page.goto('/alerts?q=TCP')
  const [ofAlerts] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'CSV' }).click()])
  expect(ofAlerts.suggestedFilename()).toMatch(/^hotfix-report_\d{4}-\d\d-\d\d_q\.csv$/)
  await page.getByRole('link', { name: '影響マトリクス' }).click()
  await expect(page).toHaveURL('/matrix?q=TCP')
  const [ofMatrix] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'CSV' }).click(),
  ])
  expect(ofMatrix.suggestedFilename()).toMatch(/^hotfix-report_matrix_/)
})

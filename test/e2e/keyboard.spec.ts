import type { Page } from '@playwright/test'
import { expect, expectNoAxeViolations, test } from './support/page.ts'

// No test in this file uses the mouse.

/** Presses Tab until the wanted element has the focus. */
async function tabTo(page: Page, wanted: ReturnType<Page['locator']>) {
  await expect(wanted).toHaveCount(1)
  for (let press = 0; press < 120; press++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error('Tab does not lead there')
}

test('alerts are filtered, searched, selected, opened and left by keyboard alone', async ({ page }) => {
  await page.goto('/alerts')
  await expect(page.getByRole('article')).toHaveCount(23)
  await tabTo(page, page.getByRole('checkbox', { name: /緊急適用/ }))
  await page.keyboard.press('Space')
  await expect(page).toHaveURL('/alerts?urgency=immediate')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await expect(page.getByText('1 件を選択中')).toBeVisible()
  await page.keyboard.press('j')
  await page.keyboard.press('k')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/bulletins/MS05-019?urgency=immediate')
  // The browser's own key for this does not work without its window.
  await page.goBack()
  await expect(page.getByRole('article', { name: 'MS05-019' }).getByRole('link')).toBeFocused()
  await page.keyboard.press('/')
  await page.keyboard.type('Word')
  await expect(page).toHaveURL('/alerts?urgency=immediate&q=Word')
  await expect(page.getByRole('article')).toHaveCount(1)
})

test('the sort order, the language and the exports are reached by Tab', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/alerts')
  await tabTo(page, page.getByRole('combobox', { name: '並べ替え' }))
  await page.keyboard.press('ArrowDown')
  await expect(page).toHaveURL('/alerts?sort=due')
  await tabTo(page, page.getByRole('button', { name: 'Markdown をコピー' }))
  await page.keyboard.press('Enter')
  await expect(page.getByText('コピーしました')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('| MS05-019 |')
  await tabTo(page, page.getByRole('link', { name: 'CSV' }))
})

test('the matrix is reached, crossed and opened by keyboard alone', async ({ page }) => {
  await page.goto('/alerts')
  await tabTo(page, page.getByRole('link', { name: '影響マトリクス' }))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/matrix')
  await tabTo(page, page.getByRole('region', { name: '影響マトリクス' }))
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('link', { name: 'MS05-019、Windows 2000: 緊急、入れる' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL('/bulletins/MS05-019#matrix')
})

test('the palette goes to a page, a setting and a bulletin', async ({ page }) => {
  await page.goto('/alerts')
  await expect(page.getByRole('article')).toHaveCount(23)
  const run = async (text: string) => {
    await page.keyboard.press('ControlOrMeta+k')
    await expect(page.getByRole('combobox', { name: 'コマンド パレット' })).toBeFocused()
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  await run('適用テスト')
  await expect(page).toHaveURL('/tests/all')
  await run('ダーク')
  await expect(page.locator('html')).toHaveAttribute('style', /dark/)
  await run('893066')
  await expect(page).toHaveURL('/bulletins/MS05-019')
})

test('the dialogs of keys have no axe violation and close with Escape', async ({ page }) => {
  await page.goto('/alerts')
  await expect(page.getByRole('article')).toHaveCount(23)
  const names = { '?': 'キーボード操作', 'ControlOrMeta+k': 'コマンド パレット' }
  for (const [key, name] of Object.entries(names)) {
    await page.keyboard.press(key)
    const dialog = page.getByRole('dialog', { name })
    await expect(dialog).toBeVisible()
    await expectNoAxeViolations(page, 'dialog[open]')
    await page.keyboard.press('Escape')
    await expect(dialog).toBeHidden()
  }
})

import type { Page } from '@playwright/test'
import { anyWidth, expect, expectNoAxeViolations } from './support/page.ts'
import { test } from './support/team.ts'

const panel = (page: Page) => page.getByRole('region', { name: /^(結果を記録|記録した結果|記録 \d+ の訂正)$/ })
const cellOf = (page: Page, edition: string) =>
  page.getByRole('link', { name: `${edition}、MS05-019`, exact: false }).first()
const edition = 'Windows 2000 Professional SP3'

test('a result is recorded from its cell, is seen by others, and is corrected without being lost', async ({
  page,
  sato,
  own,
}) => {
  await page.goto('/tests')
  await sato.goto('/tests')
  await expect(cellOf(sato, edition)).toContainText('記録なし')
  await cellOf(page, edition).click()
  await expect(page).toHaveURL(/record=MS05-019/)
  await expect(panel(page)).toContainText(edition)
  await panel(page).getByText('失敗').first().click()
  await panel(page).getByText('実施日・再起動・アンインストール').click()
  await panel(page).getByText('求められた', { exact: true }).click()
  await panel(page).getByLabel('新しい既知の問題として登録する').check()
  await panel(page).getByLabel('問題', { exact: true }).fill('起動しない')
  await expectNoAxeViolations(page, 'main')
  await panel(page).getByRole('button', { name: '記録する', exact: true }).click()
  await expect(panel(page)).toContainText('記録しました')
  await expect(cellOf(page, edition)).toContainText('失敗')
  await expect(cellOf(sato, edition)).toContainText('失敗')
  await expect(sato.getByRole('cell', { name: '起動しない' }).first()).toBeVisible()

  await cellOf(sato, edition).click()
  await panel(sato).getByRole('button', { name: '訂正' }).click()
  await panel(sato).getByText('問題なし').click()
  await panel(sato).getByLabel('新しい既知の問題として登録する').uncheck()
  await panel(sato).getByRole('button', { name: '訂正を記録' }).click()
  await expect(cellOf(page, edition)).toContainText('問題なし')
  await expect(page.getByRole('cell', { name: '起動しない' })).toHaveCount(0)
  expect(await own.store.lab.results('MS05-019')).toHaveLength(2)
})

test('no outcome is recorded that nobody has chosen', anyWidth, async ({ page, own }) => {
  await page.goto('/tests?record=MS05-019')
  await panel(page).getByLabel('OS エディション').fill(edition)
  await panel(page).getByRole('button', { name: '記録する', exact: true }).click()
  await expect(panel(page).locator('input:invalid')).toHaveCount(3)
  await panel(page).getByRole('radio', { name: '失敗' }).first().check()
  await panel(page).getByRole('button', { name: '記録する', exact: true }).click()
  await expect(panel(page)).toContainText('記録しました')
  expect((await own.store.lab.results('MS05-019')).map(({ outcome }) => outcome)).toEqual(['failed'])
})

test('what was seen stands beside what is stated, and a person signs for it', async ({ page }) => {
  await page.goto('/bulletins/MS05-019')
  const card = page.locator('#readiness')
  await expect(card).toContainText('まだ判断されていません')
  await card.getByText('署名する').click()
  await card.getByLabel('根拠').fill('検証機で確認')
  await card.getByRole('button', { name: '適用可と判断' }).click()
  await expect(card.locator('[data-decision]')).toContainText('適用可 Ito')
  await expect(page.locator('#record')).toContainText('適用可と判断: 検証機で確認')
  await expectNoAxeViolations(page, '#readiness')
  await expectNoAxeViolations(page, '#record')

  await card.getByRole('link', { name: '結果を記録' }).click()
  await panel(page).getByLabel('OS エディション').fill(edition)
  await panel(page).getByRole('radio', { name: '問題なし' }).check()
  await panel(page).getByText('実施日・再起動・アンインストール').click()
  await panel(page).getByText('求められなかった').click()
  await panel(page).getByRole('button', { name: '記録する', exact: true }).click()
  await expect(panel(page)).toContainText('記録しました')
  await page.goto('/bulletins/MS05-019')
  await expect(page.getByRole('region', { name: '要点' })).toContainText('必要 ラボ: 1 回中 0 回')
  await expect(card).toContainText('この判断の後に内容が変わっています')
})

test(
  'a known issue is resolved, is open no more for anybody, and can be opened again',
  anyWidth,
  async ({ page, sato }) => {
    await page.goto('/bulletins/MS05-019')
    await sato.goto('/bulletins/MS05-019')
    const [mine, theirs] = [page.locator('#known-issues'), sato.locator('#known-issues')]
    await mine.getByText('解決済みにする').first().click()
    await mine.getByLabel('解決した経緯').fill('KB898060 で修正済み')
    await expectNoAxeViolations(page, '#known-issues')
    await mine.getByRole('button', { name: '解決済みにする' }).click()
    await expect(theirs).toContainText('✓ 解決済み KB898060 で修正済み Ito')
    await expect(sato.locator('#readiness dl')).toContainText('既知の問題 適用可なし')
    await expect(sato.locator('#record')).toContainText('既知の問題を解決済みにしました')
    await expectNoAxeViolations(sato, '#known-issues')

    await theirs.getByText('未解決に戻す').first().click()
    await theirs.getByLabel('未解決に戻す理由').fill('別の機種で再発')
    await theirs.getByRole('button', { name: '未解決に戻す' }).click()
    await expect(mine).not.toContainText('✓ 解決済み')
    await expect(page.locator('#readiness dl')).toContainText('1 件、回避策あり')
  },
)

test('what is typed stays when it cannot be recorded', anyWidth, async ({ page, complaints }) => {
  await page.goto('/tests?record=MS05-019')
  await page.route('**/test-results', (route) =>
    route.request().method() === 'POST' ? route.abort('connectionrefused') : route.fallback(),
  )
  await panel(page).getByLabel('OS エディション').fill('Windows NT')
  await panel(page).getByLabel('プラットフォーム').selectOption({ index: 1 })
  await panel(page).getByLabel('メモ').fill('書きかけ')
  await panel(page).getByRole('radio', { name: '問題なし' }).check()
  await panel(page).getByRole('button', { name: '記録する', exact: true }).click()
  await expect(panel(page).getByRole('alert')).toContainText('入力はそのまま残っています')
  await expect(panel(page).getByLabel('メモ')).toHaveValue('書きかけ')
  complaints.splice(0)
})

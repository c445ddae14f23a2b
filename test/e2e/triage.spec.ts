import { alertsOf, card, dialog, statusOf } from './support/alerts.ts'
import { anyWidth, expect, expectNoAxeViolations } from './support/page.ts'
import { test } from './support/team.ts'

test(
  'a status is set by keys alone, is taken back by one, and the reader stays where they are',
  anyWidth,
  async ({ page }) => {
    await page.goto('/alerts')
    await expect(alertsOf(page)).toHaveText('アラート 23 件')
    await page.keyboard.press('j')
    await page.keyboard.press('s')
    await expect(dialog(page)).toBeVisible()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('status').filter({ hasText: 'MS05-019 を「評価中」にしました' })).toBeVisible()
    await expect(statusOf(page, 'MS05-019')).toContainText('評価中')
    await expect(card(page, 'MS05-019').getByRole('link')).toBeFocused()
    await page.keyboard.press('z')
    await expect(statusOf(page, 'MS05-019')).toContainText('未対応')
    await page.reload()
    await expect(statusOf(page, 'MS05-019')).toContainText('未対応')
  },
)

test(
  'an assignee and a note are set from the bulletin, and its record says who did what',
  anyWidth,
  async ({ page }) => {
    await page.goto('/bulletins/MS05-019')
    await page.getByRole('heading', { name: '対応状況' }).waitFor()
    await page.keyboard.press('a')
    await expect(page.getByLabel('担当')).toBeFocused()
    await dialog(page).getByRole('button', { name: '自分' }).click()
    await dialog(page).getByLabel('メモ').fill('検証機で確認中')
    await dialog(page).getByRole('button', { name: '保存' }).click()
    const panel = page.locator('#triage')
    await expect(panel).toContainText('担当 Ito')
    await expect(panel).toContainText('検証機で確認中')
    await expect(page.locator('#record')).toContainText('担当: なし → Ito')
  },
)

test('what is deferred asks for a reason and a day, and nothing typed is lost meanwhile', async ({ page }) => {
  await page.goto('/alerts')
  await statusOf(page, 'MS05-019').click()
  await dialog(page).getByText('見送り').click()
  await page.keyboard.press('Escape')
  await expectNoAxeViolations(page, 'dialog[open]')
  await dialog(page).getByRole('button', { name: '破棄して閉じる' }).click()
  await expect(dialog(page)).toHaveCount(0)

  await statusOf(page, 'MS05-019').click()
  await dialog(page).getByText('見送り').click()
  await dialog(page).getByLabel('メモ').fill('年明けに')
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await expect(dialog(page)).toContainText('理由を入力してください')
  await dialog(page).getByLabel('理由').fill('変更凍結')
  await dialog(page).getByLabel('見直す日').fill('2020-01-06')
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await expect(dialog(page)).toContainText('過ぎた日です')
  await expect(dialog(page).getByLabel('見直す日')).toBeFocused()
  await expectNoAxeViolations(page, 'dialog[open]')
  await dialog(page).getByLabel('見直す日').fill('2099-01-05')
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await expect(card(page, 'MS05-019')).toContainText('2099/01/05 見直し')
})

test(
  'all that a filter finds is set at once and taken back at once, never only what is in sight',
  anyWidth,
  async ({ page, own }) => {
    await page.goto('/alerts?severity=1')
    await expect(alertsOf(page)).toHaveText('アラート 15 件')
    await page.keyboard.press('j')
    await page.keyboard.press('x')
    await page.getByRole('button', { name: '15 件すべてを選択' }).click()
    await expect(page.getByText('該当する 15 件すべてを選択中')).toBeVisible()
    await page.getByRole('button', { name: '対応状況を変更' }).click()
    await dialog(page).getByText('適用計画済み').click()
    await dialog(page).getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('15 件の対応状況を変更しました')).toBeVisible()
    expect(await own.store.triage.since(0)).toHaveLength(15)
    await page.getByRole('button', { name: '元に戻す' }).click()
    await expect(page.getByText('元に戻しました')).toBeVisible()
    expect((await own.store.triage.since(0)).map(({ status }) => status)).toEqual(Array(15).fill('new'))
  },
)

test('what is done leaves a list of what is open, and the next card takes its place', anyWidth, async ({ page }) => {
  await page.goto('/alerts?triage=new')
  await expect(alertsOf(page)).toHaveText('アラート 23 件')
  await page.keyboard.press('j')
  const next = await page.getByRole('article').nth(1).getAttribute('aria-label')
  await page.keyboard.press('s')
  await dialog(page).getByText('完了').click()
  await page.keyboard.press('Enter')
  await expect(alertsOf(page)).toHaveText('アラート 22 件')
  await expect(card(page, next ?? '').getByRole('link')).toBeFocused()
})

test('a comment is Markdown without HTML, and only its author takes it back', anyWidth, async ({ page, sato }) => {
  await page.goto('/bulletins/MS05-019')
  await page
    .getByLabel('コメント')
    .fill('**要確認** <img src=x onerror=alert(1)> [資料](javascript:alert(1)) https://example.com/kb?a=1')
  await page.getByRole('button', { name: '送信' }).click()
  const record = page.locator('#record')
  await expect(record.locator('strong')).toHaveText('要確認')
  await expect(record.locator('img')).toHaveCount(0)
  expect(await record.getByRole('link', { name: '資料' }).getAttribute('href')).toBe('')
  await expect(record.getByRole('link', { name: 'https://example.com/kb?a=1' })).toBeVisible()
  await expect(page.getByLabel('コメント')).toHaveValue('')
  await sato.goto('/bulletins/MS05-019')
  await expect(sato.locator('#record')).toContainText('要確認')
  await expect(sato.getByRole('button', { name: '取り下げる' })).toHaveCount(0)
  await page.getByRole('button', { name: '取り下げる' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '取り下げる' }).click()
  await expect(sato.locator('#record')).toContainText('コメントを取り下げました')
})

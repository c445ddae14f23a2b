import { expect, expectNoAxeViolations, expectNotWiderThanPage } from './support/page.ts'
import { test } from './support/team.ts'

test('a subscription is previewed before it is made, and stopped again', async ({ page, own }) => {
  await page.goto('/alerts?severity=1')
  await page.getByRole('link', { name: 'この条件を通知' }).click()
  const form = page.getByRole('form', { name: '通知を作る' })
  await expect(form.getByRole('button', { name: /条件「1 緊急」を解除/ })).toBeVisible()
  const preview = page.getByRole('region', { name: 'この条件で送っていたはずの通知' })
  await expect(preview.getByText(/^過去 30 日では \d+ 通/)).toBeVisible()
  const before = await preview.getByRole('listitem').count()
  await form.getByRole('textbox', { name: '名前' }).fill('緊急だけ')
  await form.getByRole('textbox', { name: /メールアドレス/ }).fill('ito@example.com')
  await expectNoAxeViolations(page)
  await expectNotWiderThanPage(page)
  await form.getByRole('button', { name: '保存' }).click()

  const open = page.getByRole('table', { name: '通知の一覧' })
  await expect(open.getByRole('rowheader', { name: /^緊急だけ/ })).toBeVisible()
  await expect(page.getByText('送り先のアドレスが確認されていません')).toBeVisible()
  await expect(preview.getByRole('listitem')).toHaveCount(before)
  await expectNoAxeViolations(page)
  await expectNotWiderThanPage(page)
  await page.getByRole('button', { name: '休止', exact: true }).click()
  await expect(page.getByText(/Ito が休止$/)).toBeVisible()
  await page
    .getByRole('region', { name: 'この条件で送っていたはずの通知' })
    .getByRole('button', { name: '削除' })
    .click()
  await page.getByRole('dialog').getByRole('button', { name: '削除' }).click()
  await expect(page.getByRole('link', { name: /^自社のプラットフォームに緊急適用/ })).toBeVisible()
  expect(await own.store.subscriptions.all()).toEqual([])
})

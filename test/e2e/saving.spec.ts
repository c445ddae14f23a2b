import type { Page } from '@playwright/test'
import { expect } from './support/page.ts'
import { test } from './support/team.ts'

const id = 'MS05-019'
const mark = (page: Page) => page.getByText('まだ保存されていません')

/** Sets a state whose writing is not answered until `answer` is called. */
async function saveUnanswered(page: Page) {
  const held = Promise.withResolvers<void>()
  await page.route(
    `**/api/bulletins/${id}/triage`,
    async (route) => {
      await held.promise
      await route.continue()
    },
    { times: 1 },
  )
  await page.goto('/alerts')
  await page.getByRole('article', { name: id, exact: true }).getByRole('button', { name: '対応状況' }).click()
  await page.getByRole('dialog').getByText('評価中').click()
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  return { answer: held.resolve }
}

test('what is not saved yet is marked so until it is', async ({ page, own }) => {
  const { answer } = await saveUnanswered(page)
  await expect(mark(page)).toBeVisible()
  answer()
  await expect(page.getByText(`${id} を「評価中」にしました`)).toBeVisible()
  await expect(mark(page)).toBeHidden()
  expect((await own.store.triage.find(id))?.status).toBe('assessing')
})

test('a page is not left with what is not saved yet, unless the reader says so', async ({ page }) => {
  const { answer } = await saveUnanswered(page)
  await expect(mark(page)).toBeVisible()
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  answer()
  await expect(page.getByText(`${id} を「評価中」にしました`)).toBeVisible()
  const closed = page.waitForEvent('close')
  await page.close({ runBeforeUnload: true })
  await closed
})

/** What a reader finds on the alerts. */
import { expect, type Page } from '@playwright/test'

export const card = (page: Page, id: string) => page.getByRole('article', { name: id, exact: true })
export const statusOf = (page: Page, id: string) => card(page, id).getByRole('button', { name: `${id} の対応状況` })
export const dialog = (page: Page) => page.getByRole('dialog')
export const alertsOf = (page: Page) => page.getByRole('heading', { level: 1 })

/** Opens a list and waits until all of it has come: the index, and what the team has set, which are read behind its first view. */
export async function openWhole(page: Page, address: string): Promise<void> {
  const states = page.waitForResponse('**/api/triage?since=*')
  await page.goto(address)
  await states
  await expect(page.getByRole('link', { name: 'CSV' })).toBeVisible()
}

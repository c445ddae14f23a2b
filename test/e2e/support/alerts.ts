/** What a reader finds on the alerts. */
import type { Page } from '@playwright/test'

export const card = (page: Page, id: string) => page.getByRole('article', { name: id, exact: true })
export const statusOf = (page: Page, id: string) => card(page, id).getByRole('button', { name: `${id} の対応状況` })
export const dialog = (page: Page) => page.getByRole('dialog')
export const alertsOf = (page: Page) => page.getByRole('heading', { level: 1 })

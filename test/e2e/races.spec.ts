import type { Page } from '@playwright/test'
import { defaultState } from '../../src/domain/triage/triage.ts'
import type { Store } from '../../src/server/store/store.ts'
import { alertsOf, dialog, openWhole, statusOf } from './support/alerts.ts'
import { serveStore } from './support/own-server.ts'
import { expect, expectNoAxeViolations } from './support/page.ts'
import { alone, test } from './support/team.ts'

/** Sets a state behind the page's back, as somebody elsewhere would. */
async function setElsewhere(store: Store, id: string, note: string) {
  const { version } = (await store.triage.find(id)) ?? { version: 0 }
  await store.triage.set([{ id, version, ...defaultState, status: 'done', note }], 'Sato')
}

test('what one person sets, another sees without asking', async ({ page, sato }) => {
  await page.goto('/alerts')
  await sato.goto('/alerts')
  await expect(alertsOf(sato)).toHaveText('アラート 23 件')
  await page.waitForLoadState('networkidle').catch(() => {})
  await statusOf(page, 'MS05-018').click()
  await dialog(page).getByText('評価中').click()
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await expect(statusOf(sato, 'MS05-018')).toContainText('評価中')
})

test('a page listens from where it was when it was loaded, whatever it shows', async ({ page, own }) => {
  const last = await own.store.events.last()
  for (const path of ['/', '/fleet', '/sources', '/rollout']) {
    const listening = page.waitForRequest('**/api/events*')
    await page.goto(path)
    expect(new URL((await listening).url()).search).toBe(`?since=${last}`)
  }
})

/** Hides a tab behind others, or brings it to the front: for the browser under test every tab is in front. */
const setHidden = (tab: Page, isHidden: boolean) =>
  tab.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { get: () => hidden, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  }, isHidden)

test('many tabs of one browser leave it connections enough, and each catches up when it is shown', async ({
  page,
  own,
  context,
}) => {
  await page.goto('/alerts')
  const open = async (path: string, heading: string) => {
    const tab = await context.newPage()
    await tab.goto(path)
    await expect(alertsOf(tab)).toHaveText(heading)
    await setHidden(tab, true)
    return tab
  }
  // A browser has six connections to a host; every page has a stream, whatever it shows.
  for (let tab = 0; tab < 4; tab++) await open('/holds', '保留命令')
  const hidden = [await open('/alerts', 'アラート 23 件'), await open('/alerts', 'アラート 23 件')]
  await setElsewhere(own.store, 'MS05-019', '')
  await expect(statusOf(page, 'MS05-019')).toContainText('完了')
  await setHidden(page, true)
  for (const tab of hidden) {
    await setHidden(tab, false)
    await expect(statusOf(tab, 'MS05-019')).toContainText('完了')
    await setHidden(tab, true)
  }
})

test('a lost race shows both states, and either can be chosen', async ({ page, own, complaints }) => {
  await page.route('**/api/events*', (route) => route.abort())
  await openWhole(page, '/alerts')
  for (const choice of ['現在の値を残す', 'あなたの変更を重ねて保存']) {
    await setElsewhere(own.store, 'MS05-019', choice)
    await statusOf(page, 'MS05-019').click()
    await dialog(page).getByText('適用中').click()
    await dialog(page).getByRole('button', { name: '保存' }).click()
    await expect(dialog(page)).toContainText('ほかの人が先に変更しました')
    const rows = dialog(page).getByRole('row')
    await expect(rows.filter({ hasText: '状況' })).toContainText(/完了.*適用中/)
    await expectNoAxeViolations(page, 'dialog[open]')
    await dialog(page).getByRole('button', { name: choice }).click()
    await expect(statusOf(page, 'MS05-019')).toContainText(choice === '現在の値を残す' ? '完了' : '適用中')
  }
  await expect.poll(async () => (await own.store.triage.find('MS05-019'))?.status).toBe('deploying')
  // The stream that was cut off, and the two answers of a conflict.
  complaints.splice(0)
})

test('what somebody else sets while the dialog is open is not overwritten unseen', async ({
  page,
  own,
  complaints,
}) => {
  await page.goto('/alerts')
  await statusOf(page, 'MS05-019').click()
  await dialog(page).getByText('適用中').click()
  await setElsewhere(own.store, 'MS05-019', '')
  await expect(page.locator('article', { hasText: 'MS05-019' }).first()).toContainText('完了')
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await expect(dialog(page)).toContainText('ほかの人が先に変更しました')
  await expect(dialog(page).getByRole('row').filter({ hasText: '状況' })).toContainText(/完了.*適用中/)
  await dialog(page).getByRole('button', { name: '現在の値を残す' }).click()
  await expect(dialog(page)).toHaveCount(0)
  expect((await own.store.triage.find('MS05-019'))?.status).toBe('done')
  complaints.splice(0)
})

test('nobody is in a race with themself, however slow the way to the server is', async ({ page, own, complaints }) => {
  await page.goto('/alerts')
  await expect(alertsOf(page)).toHaveText('アラート 23 件')
  const held: (() => Promise<void>)[] = []
  await page.route('**/api/bulletins/MS05-019/triage', (route) => {
    if (held.length < 2) held.push(() => route.fallback())
    else void route.fallback()
  })
  for (const status of ['評価中', '適用計画済み']) {
    await statusOf(page, 'MS05-019').click()
    await dialog(page).getByText(status).click()
    await dialog(page).getByRole('button', { name: '保存' }).click()
    await expect(statusOf(page, 'MS05-019')).toContainText(status)
  }
  const stored = async () => (await own.store.triage.find('MS05-019'))?.status
  await expect.poll(() => held.length).toBe(2)
  await held[0]?.()
  await expect.poll(stored).toBe('assessing')
  await held[1]?.()
  await expect.poll(stored).toBe('planned')
  await expect(dialog(page)).toHaveCount(0)
  await expect(statusOf(page, 'MS05-019')).toContainText('適用計画済み')
  // The browser's word of the conflict.
  complaints.splice(0)
})

test('of many, what nobody else has touched can be saved without the rest', async ({ page, own, complaints }) => {
  await page.route('**/api/events*', (route) => route.abort())
  await openWhole(page, '/alerts?severity=1')
  await setElsewhere(own.store, 'MS05-019', '')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.getByRole('button', { name: '15 件すべてを選択' }).click()
  await page.keyboard.press('s')
  await dialog(page).getByText('評価中').click()
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await dialog(page).getByRole('button', { name: 'ほかの 14 件を保存' }).click()
  await expect(page.getByText('14 件の対応状況を変更しました')).toBeVisible()
  expect((await own.store.triage.find('MS05-019'))?.status).toBe('done')
  complaints.splice(0)
})

test('without the server the page says so, loses no change, and is in step again once it is back', async ({
  page,
  own,
  complaints,
}) => {
  await openWhole(page, '/alerts')
  // The dialog has come, too.
  await statusOf(page, 'MS05-019').click()
  await dialog(page).getByRole('button', { name: 'キャンセル' }).click()
  await own.close()
  await expect(page.getByText('サーバに接続できません。表示は最後に')).toBeVisible()
  await statusOf(page, 'MS05-019').click()
  await dialog(page).getByText('評価中').click()
  await dialog(page).getByLabel('メモ').fill('書きかけ')
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('alert')).toContainText('保存できませんでした')
  await expect(statusOf(page, 'MS05-019')).toContainText('未対応')

  await setElsewhere(own.store, 'MS05-018', '')
  const again = await serveStore(own.store, { ...alone('Ito'), port: own.port })
  await expect(statusOf(page, 'MS05-018')).toContainText('完了')
  await page.getByRole('button', { name: '編集に戻る' }).click()
  await expect(dialog(page).getByLabel('メモ')).toHaveValue('書きかけ')
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await expect(statusOf(page, 'MS05-019')).toContainText('評価中')
  await again.close()
  complaints.splice(0)
})

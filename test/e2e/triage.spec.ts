import type { Page } from '@playwright/test'
import { untouched } from '../../src/contract/triage.ts'
import type { Store } from '../../src/server/store/store.ts'
import { serveStore } from './support/own-server.ts'
import { expect, expectNoAxeViolations } from './support/page.ts'
import { alone, test } from './support/team.ts'

const card = (page: Page, id: string) => page.getByRole('article', { name: id, exact: true })
const statusOf = (page: Page, id: string) => card(page, id).getByRole('button', { name: `${id} の対応状況` })
const dialog = (page: Page) => page.getByRole('dialog')
const alertsOf = (page: Page) => page.getByRole('heading', { level: 1 })

/** Sets a state behind the page's back, as somebody elsewhere would. */
async function setElsewhere(store: Store, id: string, note: string) {
  const { version } = (await store.triage.find(id)) ?? { version: 0 }
  await store.triage.set([{ id, version, ...untouched, status: 'done', note }], 'Sato')
}

test('a status is set by keys alone, is taken back by one, and the reader stays where they are', async ({ page }) => {
  await page.goto('/')
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
})

test('an assignee and a note are set from the bulletin, and its record says who did what', async ({ page }) => {
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
})

test('what is deferred asks for a reason and a day, and nothing typed is lost meanwhile', async ({ page }) => {
  await page.goto('/')
  await statusOf(page, 'MS05-019').click()
  await dialog(page).getByText('保留').click()
  await dialog(page).getByLabel('メモ').fill('年明けに')
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await expect(dialog(page)).toContainText('理由を入力してください')
  await dialog(page).getByLabel('理由').fill('変更凍結')
  await dialog(page).getByLabel('見直す日').fill('2020-01-06')
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await expect(dialog(page)).toContainText('過ぎた日です')
  await expect(dialog(page).getByLabel('見直す日')).toBeFocused()
  await expectNoAxeViolations(page)
  await dialog(page).getByLabel('見直す日').fill('2099-01-05')
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await expect(card(page, 'MS05-019')).toContainText('2099/01/05 見直し')
})

test('all that a filter finds is set at once and taken back at once, never only what is in sight', async ({
  page,
  own,
}) => {
  await page.goto('/?severity=1')
  await expect(alertsOf(page)).toHaveText('アラート 15 件')
  await page.keyboard.press('j')
  await page.keyboard.press('x')
  await page.getByRole('button', { name: '15 件すべてを選択' }).click()
  await expect(page.getByText('15 件を選択中')).toBeVisible()
  await page.getByRole('button', { name: '対応状況を変更' }).click()
  await dialog(page).getByText('適用計画済み').click()
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('15 件の対応状況を変更しました')).toBeVisible()
  expect(await own.store.triage.since(0)).toHaveLength(15)
  await page.getByRole('button', { name: '元に戻す' }).click()
  await expect(page.getByText('元に戻しました')).toBeVisible()
  expect((await own.store.triage.since(0)).map(({ status }) => status)).toEqual(Array(15).fill('new'))
})

test('what is done leaves a list of what is open, and the next card takes its place', async ({ page }) => {
  await page.goto('/?triage=new')
  await expect(alertsOf(page)).toHaveText('アラート 23 件')
  await page.keyboard.press('j')
  const next = await page.getByRole('article').nth(1).getAttribute('aria-label')
  await page.keyboard.press('s')
  await dialog(page).getByText('完了').click()
  await page.keyboard.press('Enter')
  await expect(alertsOf(page)).toHaveText('アラート 22 件')
  await expect(card(page, next ?? '').getByRole('link')).toBeFocused()
})

test('what one person sets, another sees within a second', async ({ page, sato }) => {
  await page.goto('/')
  await sato.goto('/')
  await expect(alertsOf(sato)).toHaveText('アラート 23 件')
  await page.waitForLoadState('networkidle').catch(() => {})
  await statusOf(page, 'MS05-018').click()
  await dialog(page).getByText('評価中').click()
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await expect(statusOf(sato, 'MS05-018')).toContainText('評価中', { timeout: 1000 })
})

test('a page listens from where it was when it was loaded, whatever it shows', async ({ page, own }) => {
  const last = await own.store.events.last()
  for (const path of ['/', '/fleet', '/sources', '/rollout']) {
    const listening = page.waitForRequest('**/api/events*')
    await page.goto(path)
    expect(new URL((await listening).url()).search).toBe(`?since=${last}`)
  }
})

test('many tabs of one browser stay in step, and leave it connections enough', async ({ page, own, context }) => {
  await page.goto('/')
  const tabs = [page]
  for (let tab = 0; tab < 7; tab++) {
    const next = await context.newPage()
    await next.goto('/')
    await expect(alertsOf(next)).toHaveText('アラート 23 件')
    tabs.push(next)
  }
  await setElsewhere(own.store, 'MS05-019', '')
  for (const tab of tabs) await expect(statusOf(tab, 'MS05-019')).toContainText('完了')
  // The tab that listened is closed: another takes over.
  await page.close()
  await setElsewhere(own.store, 'MS05-018', '')
  for (const tab of tabs.slice(1)) await expect(statusOf(tab, 'MS05-018')).toContainText('完了')
})

test('a lost race shows both states, and either can be chosen', async ({ page, own, complaints }) => {
  await page.route('**/api/events*', (route) => route.abort())
  await page.goto('/')
  await expect(alertsOf(page)).toHaveText('アラート 23 件')
  for (const choice of ['現在の値を残す', 'あなたの変更を重ねて保存']) {
    await setElsewhere(own.store, 'MS05-019', choice)
    await statusOf(page, 'MS05-019').click()
    await dialog(page).getByText('適用中').click()
    await dialog(page).getByRole('button', { name: '保存' }).click()
    await expect(dialog(page)).toContainText('ほかの人が先に変更しました')
    const rows = dialog(page).getByRole('row')
    await expect(rows.filter({ hasText: '状況' })).toContainText(/完了.*適用中/)
    await expectNoAxeViolations(page)
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
  await page.goto('/')
  await statusOf(page, 'MS05-019').click()
  await dialog(page).getByText('適用中').click()
  await setElsewhere(own.store, 'MS05-019', '')
  await expect(page.locator('article', { hasText: 'MS05-019' }).first()).toContainText('完了')
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await expect(dialog(page)).toContainText('ほかの人が先に変更しました')
  await expect(dialog(page).getByRole('row').filter({ hasText: '状況' })).toContainText(/完了.*適用中/)
  await dialog(page).getByRole('button', { name: '現在の値を残す' }).click()
  expect((await own.store.triage.find('MS05-019'))?.status).toBe('done')
  complaints.splice(0)
})

test('nobody is in a race with themself, however slow the way to the server is', async ({ page, own, complaints }) => {
  await page.goto('/')
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
  await page.goto('/?severity=1')
  await expect(alertsOf(page)).toHaveText('アラート 15 件')
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
  await page.goto('/')
  await expect(alertsOf(page)).toHaveText('アラート 23 件')
  // All of the page has come.
  await statusOf(page, 'MS05-019').click()
  await dialog(page).getByRole('button', { name: '取り消し' }).click()
  await own.close()
  await expect(page.getByText('サーバに接続できません。表示は最後に')).toBeVisible({ timeout: 10_000 })
  await statusOf(page, 'MS05-019').click()
  await dialog(page).getByText('評価中').click()
  await dialog(page).getByLabel('メモ').fill('書きかけ')
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('alert')).toContainText('保存できませんでした')
  await expect(statusOf(page, 'MS05-019')).toContainText('未対応')

  await setElsewhere(own.store, 'MS05-018', '')
  const again = await serveStore(own.store, { ...alone('Ito'), port: own.port })
  await expect(statusOf(page, 'MS05-018')).toContainText('完了', { timeout: 15_000 })
  await page.getByRole('button', { name: '編集に戻る' }).click()
  await expect(dialog(page).getByLabel('メモ')).toHaveValue('書きかけ')
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await expect(statusOf(page, 'MS05-019')).toContainText('評価中')
  await again.close()
  complaints.splice(0)
})

test('a comment is Markdown without HTML, and only its author takes it back', async ({ page, sato }) => {
  await page.goto('/bulletins/MS05-019')
  await page.getByLabel('コメント').fill('**要確認** <img src=x onerror=alert(1)> [資料](javascript:alert(1))')
  await page.getByRole('button', { name: '送信' }).click()
  const record = page.locator('#record')
  await expect(record.locator('strong')).toHaveText('要確認')
  await expect(record.locator('img')).toHaveCount(0)
  expect(await record.getByRole('link', { name: '資料' }).getAttribute('href')).toBe('')
  await expect(page.getByLabel('コメント')).toHaveValue('')
  await sato.goto('/bulletins/MS05-019')
  await expect(sato.locator('#record')).toContainText('要確認')
  await expect(sato.getByRole('button', { name: '取り下げる' })).toHaveCount(0)
  await page.getByRole('button', { name: '取り下げる' }).click()
  await expect(sato.locator('#record')).toContainText('コメントを取り下げました')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the dialog has no axe violation (${colorScheme})`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await page.goto('/')
    await statusOf(page, 'MS05-019').click()
    await dialog(page).getByText('保留').click()
    await page.keyboard.press('Escape')
    await expectNoAxeViolations(page)
    await dialog(page).getByRole('button', { name: '破棄して閉じる' }).click()
    await expect(dialog(page)).toHaveCount(0)
  })
}

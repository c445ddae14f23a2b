import type { Page } from '@playwright/test'
import { roles } from '../../src/contract/vocabulary.ts'
import { openIdOf } from '../../src/server/access/openid.ts'
import { ownRoles } from '../../src/server/access/openid-roles.ts'
import type { Store } from '../../src/server/store/store.ts'
import { contentStore } from '../support/content-store.ts'
import { addAccounts, password, sessionOf } from '../support/authorized.ts'
import { startProvider } from '../support/openid-provider.ts'
import { dialog, statusOf } from './support/alerts.ts'
import { serveStore } from './support/own-server.ts'
import { anyWidth, expect, expectNoAxeViolations, test as base } from './support/page.ts'

/** A server where people sign in with accounts, one of each role. */
const test = base.extend<{ own: { url: string; store: Store } }>({
  // Playwright reads what a fixture needs from its first parameter.
  // oxlint-disable-next-line no-empty-pattern
  own: async ({}, provide) => {
    const store = await contentStore()
    await addAccounts(store, roles)
    const server = await serveStore(store, { admission: { signIn: 'accounts', anonymous: null } })
    await provide({ url: server.url, store })
    await server.close()
  },
  baseURL: async ({ own }, provide) => provide(own.url),
})

/** What the browser itself says of answers that are meant to be refusals. */
const forgetRefusals = (complaints: string[]) => {
  const others = complaints.filter((each) => !/status of 40[013]/.test(each))
  complaints.splice(0, complaints.length, ...others)
}

async function signIn(page: Page, name: string) {
  await page.getByLabel('名前').fill(name)
  await page.getByLabel('パスワード').fill(password)
  await page.getByRole('button', { name: 'サインイン', exact: true }).click()
}

/** Has them signed in already, where signing in is not what a test is about. */
async function comeSignedIn(page: Page, { url, store }: { url: string; store: Store }, who: string) {
  const [name = '', value = ''] = (await sessionOf(store, who)).cookie.split('=')
  await page.context().addCookies([{ name, value, url }])
}
const face = (page: Page, name: string) => page.getByRole('button', { name: `アカウント: ${name}` })

test('who comes without signing in is asked to, and is then where they wanted to be', async ({ page, complaints }) => {
  await page.goto('/bulletins/MS05-019?severity=1')
  await expect(page.getByRole('heading', { name: 'サインイン' })).toBeVisible()
  await expectNoAxeViolations(page)
  await page.getByLabel('名前').fill('analyst')
  await page.getByLabel('パスワード').fill('something wrong')
  await page.getByRole('button', { name: 'サインイン', exact: true }).click()
  await expect(page.getByRole('alert')).toContainText('名前とパスワードが一致しません。')
  await expect(page.getByLabel('名前')).toHaveValue('analyst')
  // It has the focus and is typed anew.
  await expect(page.getByLabel('パスワード')).toBeFocused()
  await page.keyboard.type(password)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/bulletins\/MS05-019\?severity=1$/)
  await expect(page.getByRole('heading', { level: 1 })).toContainText('TCP/IP')
  forgetRefusals(complaints)
})

test(
  'a viewer sees what an analyst sets, and sets nothing',
  anyWidth,
  async ({ page, browser, own, viewport, complaints }) => {
    await comeSignedIn(page, own, 'viewer')
    await page.goto('/alerts')
    await expect(page.getByRole('article').first()).toBeVisible()
    await expect(face(page, 'viewer')).toBeVisible()
    await expect(page.getByRole('button', { name: /の対応状況/ })).toHaveCount(0)

    const context = await browser.newContext({ baseURL: own.url, locale: 'ja-JP', viewport })
    const other = await context.newPage()
    await comeSignedIn(other, own, 'analyst')
    await other.goto('/alerts')
    await other.getByRole('button', { name: 'MS05-019 の対応状況' }).click()
    await other.getByRole('dialog').getByText('評価中').click()
    await other.getByRole('dialog').getByRole('button', { name: '自分' }).click()
    await other.getByRole('dialog').getByRole('button', { name: '保存' }).click()
    const card = page.getByRole('article', { name: 'MS05-019', exact: true })
    await expect(card).toContainText('評価中')
    await expect(card).toContainText('analyst')
    await context.close()
    forgetRefusals(complaints)
  },
)

test('an admin lets somebody in, makes a token and takes it back, and the log says so', async ({
  page,
  complaints,
}) => {
  await page.goto('/people')
  await signIn(page, 'admin')
  await expect(page.getByRole('heading', { name: 'メンバーとトークン' })).toBeVisible()
  await page.getByRole('button', { name: 'メンバーを追加' }).click()
  await dialog(page).getByLabel('名前').fill('Sato')
  await page.getByLabel('パスワード', { exact: true }).fill('a long enough password')
  await expectNoAxeViolations(page)
  await dialog(page).getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('rowheader', { name: 'Sato' })).toBeVisible()

  await expect(dialog(page)).toBeHidden()
  await page.getByLabel('用途').fill('監視')
  await page.getByRole('button', { name: 'トークンを作成' }).click()
  const token = (await page.getByRole('status').locator('code').textContent()) ?? ''
  expect(token).toMatch(/^hfr_[\w-]{43}$/)
  const ask = () => page.request.get('/api/bulletins/MS05-019', { headers: { authorization: `Bearer ${token}` } })
  expect((await ask()).status()).toBe(200)
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: '失効: 監視' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '失効' }).click()
  await expect(page.getByText('トークンはありません。')).toBeVisible()
  await expect(page.getByRole('status').locator('code'), 'what opens nothing is not to be copied').toHaveCount(0)
  expect((await ask()).status()).toBe(401)
  const log = page.locator('#audit')
  for (const line of ['トークンの失効', 'トークンの作成', 'Sato: 対応', 'サインイン'])
    await expect(log).toContainText(line)
  forgetRefusals(complaints)
})

test(
  'an admin changes their own password and stays in, and is told why there must be an admin',
  anyWidth,
  async ({ page, own, complaints }) => {
    await comeSignedIn(page, own, 'admin')
    await page.goto('/people')
    const admin = page.getByRole('row', { name: /^admin/ })
    await admin.getByRole('button', { name: 'パスワードを変更' }).click()
    await page.getByLabel('新しいパスワード').fill('another long enough password')
    await dialog(page).getByRole('button', { name: '保存' }).click()
    await expect(page.getByLabel('新しいパスワード')).toHaveCount(0)
    await admin.getByRole('button', { name: '権限を変更' }).click()
    await page.getByRole('radio', { name: /^閲覧/ }).check()
    await dialog(page).getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('alert')).toContainText('「管理」のメンバーがいなくなります')
    await page.getByRole('button', { name: 'キャンセル' }).click()
    await page.getByRole('button', { name: '破棄して閉じる' }).click()
    await expect(admin).toContainText('管理')
    forgetRefusals(complaints)
  },
)

test(
  'people change their own password, stay in, and are out in every other browser',
  anyWidth,
  async ({ page, browser, own, viewport, complaints }) => {
    const context = await browser.newContext({ baseURL: own.url, locale: 'ja-JP', viewport })
    const elsewhere = await context.newPage()
    for (const each of [elsewhere, page]) {
      await comeSignedIn(each, own, 'viewer')
      await each.goto('/alerts')
      await expect(each.getByRole('article').first()).toBeVisible()
    }
    await face(page, 'viewer').click()
    await page.getByRole('link', { name: 'パスワードを変更' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('パスワードを変更')
    await expect(page.getByRole('button', { name: 'サインアウト' })).toBeHidden()
    const [current, next] = [page.getByLabel('いまのパスワード'), page.getByLabel('新しいパスワード')]
    const save = page.getByRole('button', { name: '変更', exact: true })
    await current.fill('something wrong')
    await next.fill('seventeen green bottles')
    await save.click()
    await expect(page.getByRole('alert')).toHaveText('パスワードが違います。')
    await expect(current).toHaveAttribute('aria-invalid', 'true')
    await expect(current).toBeFocused()
    await expectNoAxeViolations(page)
    await current.fill(password)
    await save.click()
    await expect(page.getByText('パスワードを変更しました。')).toBeVisible()
    await expect(elsewhere.getByRole('link', { name: 'サインインしてください。' })).toBeVisible()
    await page.goto('/alerts')
    await expect(face(page, 'viewer')).toBeVisible()
    await context.close()
    forgetRefusals(complaints)
  },
)

test('who is shut out while a page is open is told so there', anyWidth, async ({ page, own, complaints }) => {
  await comeSignedIn(page, own, 'analyst')
  await page.goto('/alerts')
  await expect(page.getByRole('article', { name: 'MS05-019', exact: true })).toBeVisible()
  await expect(page.locator('#filters').getByRole('checkbox').first()).toBeVisible()
  await expect(face(page, 'analyst')).toBeVisible()
  await own.store.access.set('analyst', { role: 'viewer' }, 'admin')
  await expect(page.getByRole('link', { name: 'サインインしてください。' })).toBeVisible()
  forgetRefusals(complaints)
})

test(
  'whose session ends while they type signs in again and goes on typing; who signs out leaves nothing behind',
  anyWidth,
  async ({ page, own, complaints }) => {
    await page.goto('/bulletins/MS05-019')
    await signIn(page, 'analyst')
    const comment = page.getByLabel('コメント')
    await expect(face(page, 'analyst')).toBeVisible()
    await comment.fill('ポート 443 は開いています。')
    await own.store.access.set('analyst', { role: 'analyst' }, 'admin')
    await page.getByRole('link', { name: 'サインインしてください。' }).click()
    await signIn(page, 'analyst')
    await expect(comment).toHaveValue('ポート 443 は開いています。')
    await face(page, 'analyst').click()
    // What is typed goes with them, and not unasked.
    page.once('dialog', (question) => void question.dismiss())
    await page.getByRole('button', { name: 'サインアウト' }).click()
    await expect(comment).toHaveValue('ポート 443 は開いています。')
    page.once('dialog', (question) => void question.accept())
    await page.getByRole('button', { name: 'サインアウト' }).click()
    await expect(page.getByRole('heading', { name: 'サインイン' })).toBeVisible()
    await page.goto('/sources')
    await expect(page.getByRole('heading', { name: 'サインイン' })).toBeVisible()
    await page.goto('/bulletins/MS05-019')
    await signIn(page, 'editor')
    await expect(comment).toHaveValue('')
    await face(page, 'editor').click()
    await expect(page.getByText('権限: 編集')).toBeVisible()
    forgetRefusals(complaints)
  },
)

test(
  'what could not be saved for want of a session is saved once its author has signed in again',
  anyWidth,
  async ({ page, own, complaints }) => {
    await comeSignedIn(page, own, 'analyst')
    await page.goto('/alerts')
    await expect(statusOf(page, 'MS05-019')).toContainText('未対応')
    await page.route('**/api/bulletins/MS05-019/triage', async (route) => {
      await own.store.access.set('analyst', { role: 'analyst' }, 'admin')
      await route.continue()
    })
    await statusOf(page, 'MS05-019').click()
    await dialog(page).getByText('評価中').click()
    await dialog(page).getByLabel('メモ').fill('ポート 443 は開いています。')
    await dialog(page).getByRole('button', { name: '保存' }).click()
    await expect(page.getByText('MS05-019 の対応状況を保存できませんでした。')).toBeVisible()
    await page.unroute('**/api/bulletins/MS05-019/triage')
    await page.getByRole('link', { name: 'サインインしてください。' }).click()
    await signIn(page, 'analyst')
    await expect(statusOf(page, 'MS05-019')).toBeVisible()
    await expect(page.getByText('MS05-019 の対応状況を保存できませんでした。')).toBeVisible()
    await page.getByRole('button', { name: 'もう一度' }).click()
    // The message that says so is there for a moment only; a busy machine may look too late.
    await expect(page.getByText('MS05-019 の対応状況を保存できませんでした。')).toBeHidden()
    await expect(statusOf(page, 'MS05-019')).toContainText('評価中')
    await expect
      .poll(() => own.store.triage.find('MS05-019'))
      .toMatchObject({
        note: 'ポート 443 は開いています。',
        by: 'analyst',
      })
    forgetRefusals(complaints)
  },
)

base('who works alone is told so', anyWidth, async ({ page }) => {
  await page.goto('/alerts')
  await page.getByRole('button', { name: /^アカウント: / }).click()
  await expect(page.getByText('この端末だけで使用しています')).toBeVisible()
  await expectNoAxeViolations(page, 'header')
})

base('people sign in at the provider of their organisation', anyWidth, async ({ browser, viewport }) => {
  const store = await contentStore()
  const settings = { clientId: 'hotfix', clientSecret: 'a secret' }
  // The address of each must be known to the other before it starts: the first server only finds a free port.
  const place = await serveStore(store)
  await place.close()
  const provider = await startProvider({
    ...settings,
    users: [{ login: 'ito', name: 'Ito', roles: ['analyst'] }],
    redirectUris: [`${place.url}/api/sign-in/openid/callback`],
  })
  const openId = openIdOf({
    ...settings,
    issuer: new URL(provider.issuer),
    scope: 'openid profile',
    rolesClaim: 'roles',
    roleOf: ownRoles,
    asksProof: true,
  })
  const server = await serveStore(store, {
    admission: { signIn: 'openid', anonymous: 'viewer', openId },
    port: place.port,
  })
  const context = await browser.newContext({ baseURL: server.url, locale: 'ja-JP', viewport })
  const page = await context.newPage()
  await page.goto('/alerts?severity=1')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('アラート 15 件')
  await expect(page.getByRole('banner').getByRole('link', { name: 'サインイン' })).toBeVisible()
  // What the key does comes behind the first view.
  await page.waitForLoadState('networkidle')
  await page.keyboard.press('s')
  const told = page.getByRole('status').filter({ hasText: '「対応」の権限が必要です' })
  await expect(told).toBeVisible()
  await expectNoAxeViolations(page)
  await told.getByRole('link', { name: 'サインイン' }).click()
  await page.getByRole('link', { name: '組織のアカウントでサインイン' }).click()
  await page.getByLabel('Login').fill('ito')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${server.url}/alerts?severity=1`)
  await expect(face(page, 'Ito')).toBeVisible()
  await context.close()
  await server.close()
  await provider.close()
})

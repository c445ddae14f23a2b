import type { Store } from '../../src/server/store/store.ts'
import { decided } from '../support/decision.ts'
import { expect, takenOver } from './support/page.ts'
import { test } from './support/team.ts'

const id = 'MS05-019'

async function bulletinOf(store: Store) {
  const bulletin = await store.find(id)
  if (bulletin === null) throw new Error(`${id} is needed`)
  return bulletin
}

test('what others say, decide, check and bring in shows on a bulletin that is open', async ({ page, own }) => {
  const { store } = own
  await page.goto(`/bulletins/${id}`)
  await expect(page.locator('#record')).toContainText('アラートが登録されました')
  await store.events.addComment(id, '検証中', 'Sato')
  await expect(page.locator('#record')).toContainText('検証中')
  await store.lab.decide(id, decided('go', '問題なし'), 'Sato')
  await expect(page.locator('#readiness [data-decision]')).toContainText('適用可 Sato')
  await store.fleet.report(id, [{ name: 'PC-1', isApplied: true }], 'Sato')
  await expect(page.locator('#readiness')).toContainText('1 台中 1 台')
  const bulletin = await bulletinOf(store)
  await store.save({ bulletins: [{ ...bulletin, title: { ja: '別の題' } }], platforms: [] }, 'Sato')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('別の題')
})

test('what others bring in and measure shows in the list and in a plan', async ({ page, own }) => {
  const { store } = own
  await page.goto('/alerts')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('アラート 23 件')
  await store.save({ bulletins: [{ ...(await bulletinOf(store)), id: 'MS05-099' }], platforms: [] }, 'Sato')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('アラート 24 件')
  await page.goto(`/rollout?plan=1;b:${id};s:2026-11-24;z:Asia/Tokyo`)
  await expect(page.locator('#measured')).toBeVisible()
  await store.fleet.record(id, { on: '2026-11-20', machines: 77, minutes: 33, consoles: 1 }, 'Sato')
  await expect(page.locator('#measured')).toContainText('77')
})

test('what is exploited now is the first of what has changed, in the list, among the changes and in the feed', async ({
  page,
  own,
}) => {
  const { store, url } = own
  await page.goto('/alerts?sort=changed')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('アラート 23 件')
  await expect(page.getByText('前回の確認後')).toHaveCount(0)
  const before = await store.events.last()
  await store.saveKnownExploited([{ cve: 'CVE-2004-0848', addedOn: '2026-11-28', ransomware: false }], 'Sato')
  const first = page.getByRole('article').first()
  await expect(first).toContainText('悪用を確認')
  await expect(first).toContainText('今日')
  const changed = (await first.getAttribute('aria-label')) ?? ''
  await page.getByRole('link', { name: '前回の確認後に 1 件の変更' }).click()
  await expect(page).toHaveURL(`${url}/alerts?changedSince=${before}&sort=changed`)
  await expect(page.getByRole('article')).toHaveCount(1)
  await expect(page.getByRole('article')).toHaveAccessibleName(changed)
  await page.keyboard.press('n')
  await page.keyboard.press('Enter')
  await expect(page.locator('#record')).toContainText('悪用の状況が悪化')
  const [entry] = (await (await page.request.get(`${url}/api/feed.atom`)).text()).split('<entry>').slice(1)
  expect(entry).toContain(`urn:hotfix-report:${changed}`)
  expect(await (await page.request.get(`${url}/api/changes?limit=1`)).json()).toMatchObject([{ bulletin: changed }])
})

test('what others bring in while the page loads shows once it stands', async ({ page, own }) => {
  const { store } = own
  await page.route(
    '**/api/index?part=filter',
    async (route) => {
      const answer = await route.fetch()
      await store.save({ bulletins: [{ ...(await bulletinOf(store)), id: 'MS05-099' }], platforms: [] }, 'Sato')
      await route.fulfill({ response: answer })
    },
    { times: 1 },
  )
  await page.goto('/alerts')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('アラート 24 件')
})

test('what others bring in while a bulletin is first read shows on it', async ({ page, own }) => {
  const { store } = own
  await page.goto('/alerts')
  await takenOver(page)
  await page.route(
    `**/api/bulletins/${id}`,
    async (route) => {
      const answer = await route.fetch()
      // The index on the page is read again: it has been told.
      const told = page.waitForResponse('**/api/index?since=*')
      await store.save(
        { bulletins: [{ ...(await bulletinOf(store)), title: { ja: '別の題' } }], platforms: [] },
        'Sato',
      )
      await told
      await route.fulfill({ response: answer })
    },
    { times: 1 },
  )
  await page.getByRole('article', { name: id }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('別の題')
})

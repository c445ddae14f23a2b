import { openWhole } from './support/alerts.ts'
import { anyWidth, expect, takenOver, test, toSources } from './support/page.ts'

test(
  'the frame is there and says that a page is on its way, before any code of it is there',
  anyWidth,
  async ({ page }) => {
    const [code, data] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
    await page.route('**/assets/*.js', async (route) => {
      await code.promise
      await route.continue()
    })
    await page.route('**/assets/PolicyPage-*.js', async (route) => {
      await data.promise
      await route.continue()
    })
    await page.goto('/policy', { waitUntil: 'commit' })
    await expect(page.getByRole('banner')).toHaveText('HotFix Report')
    await expect(page.getByRole('status')).toHaveText('読み込み中 / Loading')
    code.resolve()
    await expect(page.getByRole('banner').getByRole('navigation')).toBeVisible()
    await expect(page.locator('main')).toHaveText('読み込み中')
    data.resolve()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  },
)

test(
  'a page that takes long is said to be on its way; one that cannot be fetched comes when it is tried again',
  anyWidth,
  async ({ page, complaints }) => {
    const held = Promise.withResolvers<void>()
    await page.route('**/assets/MatrixPage-*.js', async (route) => {
      await held.promise
      await route.continue()
    })
    await page.route('**/assets/SourcesPage-*.js', async (route) => route.abort())
    await page.goto('/alerts')
    await expect(page.getByRole('banner')).toHaveAttribute('aria-busy', 'false')
    await page.getByRole('link', { name: '影響マトリクス' }).click()
    await expect(page.getByRole('banner')).toHaveAttribute('aria-busy', 'true')
    held.resolve()
    await expect(page.getByRole('heading', { level: 1, name: '影響マトリクス' })).toBeVisible()
    await expect(page.getByRole('banner')).toHaveAttribute('aria-busy', 'false')

    await toSources(page)
    await expect(page.getByText('サーバに接続できません。')).toBeVisible()
    await page.unroute('**/assets/SourcesPage-*.js')
    await page.getByRole('button', { name: 'もう一度試す' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '取り込み' })).toBeVisible()
    // The browser says of its own accord that it got nothing.
    expect(complaints.splice(0).length).toBeGreaterThan(0)
  },
)

/** Pages that the server renders, and what each is called. */
const rendered = [
  ['/', '概要'],
  ['/alerts', /^アラート \d+ 件$/],
  ['/bulletins/MS05-019', /TCP\/IP/],
] as const

test.describe('without JavaScript', anyWidth, () => {
  test.use({ javaScriptEnabled: false })

  for (const [path, heading] of rendered)
    test(`${path} shows its first view, and says what is missing`, async ({ page, complaints }) => {
      await page.goto(path)
      await expect(page.getByRole('banner').getByRole('navigation')).toBeVisible()
      if (path !== '/') await expect(page.getByRole('heading', { level: 1, name: heading })).toBeVisible()
      await expect(page.locator('noscript p')).toBeVisible()
      // The browser refuses scripts that are asked for ahead, and says so.
      expect(complaints.splice(0).filter((line) => !line.includes('/assets/'))).toEqual([])
    })
})

for (const [path] of rendered)
  test(`${path} is taken over as it was rendered, and stays where it was scrolled`, anyWidth, async ({ page }) => {
    const code = Promise.withResolvers<void>()
    await page.route('**/assets/*.js', async (route) => {
      await code.promise
      await route.continue()
    })
    await page.goto(path, { waitUntil: 'commit' })
    const heading = page.getByRole('heading', { level: 1 })
    await expect(heading).toBeVisible()
    await heading.evaluate((element) => Object.assign(element, { isOfTheServer: true }))
    const scrolled = await page.evaluate(() => {
      scrollTo(0, 200)
      return scrollY
    })
    code.resolve()
    await takenOver(page)
    expect(await heading.evaluate((element) => 'isOfTheServer' in element)).toBe(true)
    expect(await page.evaluate(() => scrollY)).toBe(scrolled)
  })

test('a key that the page does not bind is the browser’s while the page is taken over', async ({ page }) => {
  await page.route('**/assets/list-*.js', () => {})
  await page.goto('/alerts', { waitUntil: 'commit' })
  await expect(page.locator('#first-view'), 'the first code has come').toHaveCount(0)
  await page.keyboard.press('PageDown')
  await expect.poll(async () => page.evaluate(() => scrollY)).toBeGreaterThan(0)
})

test(
  'what is typed while the list is taken over is searched for once it is, and does nothing else',
  anyWidth,
  async ({ page }) => {
    // So slow that the letters come while React takes over one part after the other.
    const cdp = await page.context().newCDPSession(page)
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 6 })
    await page.goto('/alerts', { waitUntil: 'commit' })
    const field = page.getByRole('searchbox', { name: '検索' })
    await field.pressSequentially('snezxj')
    await expect(page).toHaveURL(/\?q=snezxj$/)
    await expect(page.getByRole('heading', { level: 1, name: /0/ })).toBeVisible()
    await expect(field).toHaveValue('snezxj')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  },
)

test('a list loads neither schemas nor code for the texts of publishers', anyWidth, async ({ page }) => {
  const scripts: Promise<string>[] = []
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response.text().catch(() => ''))
  })
  const has = async (mark: string) => (await Promise.all(scripts)).some((text) => text.includes(mark))
  await openWhole(page, '/alerts')
  expect([await has('_zod'), await has('mdast')]).toEqual([false, false])
  await page.getByRole('article').first().getByRole('link').first().click()
  await expect.poll(() => has('_zod')).toBe(true)
  await expect.poll(() => has('mdast')).toBe(true)
})

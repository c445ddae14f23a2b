import { expect, expectNoAxeViolations, test } from './support/page.ts'
import { manyBulletins } from './support/shared-servers.ts'

test.use({ reads: 'many' })
// One worker, so that there is one server.
test.describe.configure({ mode: 'default' })

const elements = () => document.querySelectorAll('*').length

test('a long list is drawn only as far as it is in sight, and is back where it was on going back', async ({ page }) => {
  await page.goto('/alerts')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(`アラート ${manyBulletins} 件`)
  await expect(page.getByRole('banner')).toHaveAttribute('aria-busy', 'false')
  expect(await page.evaluate(elements)).toBeLessThan(5000)
  // Until the list is cut to what is in sight, the page is short.
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 60_000)
      return page.evaluate(() => Math.round(scrollY))
    })
    .toBeGreaterThan(50_000)
  const card = page.getByRole('article').nth(4)
  await expect(card).toBeInViewport()
  const id = await card.getAttribute('aria-label')
  await card.getByRole('link').click()
  await expect(page).toHaveURL(`/bulletins/${id}`)
  await page.goBack()
  await expect(page.getByRole('article', { name: id ?? '' })).toBeInViewport()
})

test('a long list is where it was on going forward to it', async ({ page }) => {
  await page.goto('/fleet')
  await page.getByRole('link', { name: 'アラート', exact: true }).click()
  await expect(page.locator('[aria-posinset]').first()).toBeVisible()
  await page.evaluate(() => scrollTo(0, 60_000))
  const card = page.getByRole('article').nth(4)
  await expect(card).toBeInViewport()
  const id = (await card.getAttribute('aria-label')) ?? ''
  await page.goBack()
  await expect(page).toHaveURL('/fleet')
  await page.goForward()
  await expect(page.getByRole('article', { name: id })).toBeInViewport()
})

test('a long list is where it was when it is loaded anew', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto('/alerts')
  await expect(page.locator('[aria-posinset]').first()).toBeVisible()
  for (let step = 0; step < 20; step++) {
    await page.mouse.wheel(0, 600)
    await page.evaluate(async () => new Promise(requestAnimationFrame))
  }
  const middle = () => document.elementFromPoint(195, 422)?.closest('article')?.getAttribute('aria-label')
  const before = await page.evaluate(middle)
  expect(before).toBeDefined()
  await page.reload()
  await expect(page.getByRole('article', { name: before ?? '' })).toBeInViewport()
})

test('the keys go on beyond what is in sight, also while what cuts the list is still on its way', async ({ page }) => {
  const onItsWay = Promise.withResolvers<void>()
  await page.route(/LongList/, async (route) => {
    await onItsWay.promise
    await route.continue()
  })
  await page.goto('/alerts?sort=id')
  await expect(page.getByRole('article').first()).toBeVisible()
  for (let press = 0; press < 15; press++) await page.keyboard.press('j')
  onItsWay.resolve()
  await expect(page.locator('[data-position="14"][aria-posinset] a')).toBeFocused()
  for (let press = 0; press < 15; press++) await page.keyboard.press('j')
  await expect(page.locator(`[data-position="29"] a`)).toBeFocused()
  await expect(page.locator(`[data-position="29"]`)).toBeInViewport()
})

test('a list that is printed before what cuts it has come has as many rows as it says', async ({ page }) => {
  const onItsWay = Promise.withResolvers<void>()
  await page.route(/LongList/, async (route) => {
    await onItsWay.promise
    await route.continue()
  })
  await page.goto('/alerts')
  await expect(page.getByRole('banner')).toHaveAttribute('aria-busy', 'false')
  await page.emulateMedia({ media: 'print' })
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
  await expect(page.getByText('件のうち最初の 500 件を印刷しています。')).toBeVisible()
  await expect(page.getByRole('article')).toHaveCount(500)
  onItsWay.resolve()
})

const printed = [
  { path: '/alerts', row: 'main article' },
  { path: '/alerts?view=table', row: 'main [data-position]' },
]
for (const { path, row } of printed)
  test(`on paper ${path} is cut, and says how many there are and how to get at the others`, async ({ page }) => {
    await page.goto(path)
    await expect(page.locator('[aria-posinset], [data-position][aria-rowindex]').first()).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await page.evaluate(() => dispatchEvent(new Event('beforeprint')))
    const said = page.getByText(`${manyBulletins.toLocaleString('ja')} 件のうち最初の 500 件を印刷しています。`)
    await expect(said).toBeVisible()
    await expect(page.locator(row)).toHaveCount(500)
    await page.emulateMedia({ media: 'screen' })
    await page.evaluate(() => dispatchEvent(new Event('afterprint')))
    await expect(said).not.toBeVisible()
    expect(await page.locator(row).count()).toBeLessThan(100)
  })

test('the browser finds the text of a card that is out of sight in a list of a few hundred', async ({ page }) => {
  await page.goto('/alerts?platform=product-3&severity=1,2')
  const shown = Number(/\d+/.exec(await page.getByRole('heading', { level: 1 }).innerText())?.[0])
  expect(shown).toBeGreaterThan(30)
  expect(shown).toBeLessThan(400)
  await expect(page.locator('main li:is([data-position], [aria-hidden])')).toHaveCount(shown)
})

for (const path of ['/matrix', '/tests', '/matrix?by=vulnerability']) {
  test(`${path} is drawn only as far as it is in sight, and the keys lead to its ends`, async ({ page }) => {
    await page.goto(path)
    const grid = page.locator('main [role=region]').first()
    await expect(grid.locator('td[data-column]').first()).toBeVisible()
    expect(await page.evaluate(elements)).toBeLessThan(5000)
    await grid.focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('End')
    await expect(grid.locator('td:focus, td:has(:focus)')).toBeInViewport()
    for (let press = 0; press < 4; press++) await page.keyboard.press('PageDown')
    await expect(grid.locator('td:focus, td:has(:focus)')).toBeInViewport()
    expect(await page.evaluate(elements)).toBeLessThan(5000)
    await expectNoAxeViolations(page, 'main')
  })

  test(`${path} is where it was on going back`, async ({ page }) => {
    await page.goto(path)
    const grid = page.locator('main [role=region]').first()
    await expect(grid.locator('td[data-column]').first()).toBeVisible()
    const placeOf = () => grid.evaluate((box) => [box.scrollTop, scrollY].map(Math.round))
    await grid.evaluate((box) => {
      box.scrollTo({ top: 600 })
      scrollTo(0, 60)
      // The browser tells of it in its next frame.
      return new Promise(requestAnimationFrame)
    })
    const place = await placeOf()
    expect(place[0]).toBe(600)
    // A click of its own would scroll to the link.
    await page.getByRole('link', { name: '台数', exact: true }).dispatchEvent('click')
    await expect(page).toHaveURL('/fleet')
    await page.goBack()
    await expect.poll(placeOf).toEqual(place)
  })
}

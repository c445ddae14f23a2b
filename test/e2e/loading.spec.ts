import { anyWidth, expect, test } from './support/page.ts'

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
    await page.goto('/')
    await expect(page.getByRole('banner')).toHaveAttribute('aria-busy', 'false')
    await page.getByRole('link', { name: '影響マトリクス' }).click()
    await expect(page.getByRole('banner')).toHaveAttribute('aria-busy', 'true')
    held.resolve()
    await expect(page.getByRole('heading', { level: 1, name: '影響マトリクス' })).toBeVisible()
    await expect(page.getByRole('banner')).toHaveAttribute('aria-busy', 'false')

    await page.getByRole('link', { name: '取り込み' }).click()
    await expect(page.getByText('サーバに接続できません。')).toBeVisible()
    await page.unroute('**/assets/SourcesPage-*.js')
    await page.getByRole('button', { name: 'もう一度試す' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '取り込み' })).toBeVisible()
    // The browser says of its own accord that it got nothing.
    expect(complaints.splice(0).length).toBeGreaterThan(0)
  },
)

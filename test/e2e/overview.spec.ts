import { anyWidth, expect, test } from './support/page.ts'

test.use({ reads: 'patchDay' })

test(
  'a figure of the start page leads to exactly the alerts, or the vulnerabilities, that it counts',
  anyWidth,
  async ({ page }) => {
    const asked: string[] = []
    page.on('request', (request) => asked.push(request.url()))
    await page.goto('/')
    const figures = page.getByRole('list').filter({ hasText: '件の修正' }).getByRole('link')
    await expect(figures.first()).toBeVisible()
    expect(asked.filter((url) => /\/api\/(index|bulletins)/.test(url))).toEqual([])
    const exact = figures.filter({ hasText: /修正|再起動|既知の問題/ })
    for (let at = 0; at < (await exact.count()); at++) {
      const count = /[\d,]+/.exec(await exact.nth(at).innerText())?.[0]
      await exact.nth(at).click()
      await expect(page.getByRole('heading', { level: 1 })).toContainText(`アラート ${count} 件`)
      await page.goBack()
    }
    const flaws = figures.filter({ hasText: /脆弱性|悪用を確認|公開済み|悪用される可能性/ })
    for (let at = 0; at < (await flaws.count()); at++) {
      const count = /[\d,]+/.exec(await flaws.nth(at).innerText())?.[0]
      await flaws.nth(at).click()
      await expect(page.getByRole('main')).toContainText(`${count} 件 ×`)
      await page.goBack()
    }
  },
)

test('what has changed since the last visit is told, though no cookie came along', anyWidth, async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('hotfix-report.seen', '1'))
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 2, name: '前回から変わったこと' })).toBeVisible()
})

test('the overview is printed on one sheet, in either language', anyWidth, async ({ page }) => {
  await page.goto('/')
  await page.waitForLoadState('networkidle')
  for (const [name, language] of [
    ['English', 'en'],
    ['日本語', 'ja'],
  ] as const) {
    await page.getByRole('banner').getByRole('radio', { name }).check()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
    const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type\s*\/Page\b/g)
    expect(sheets, name).toHaveLength(1)
  }
})

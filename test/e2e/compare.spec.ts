import { anyWidth, expect, expectNoAxeViolations, expectNotWiderThanPage, inItsLook, test } from './support/page.ts'

test.use({ reads: 'versions' })

const section = (name: string) => `section:has(> h2:text("${name}"))`

test('a bulletin that an import has changed lists its versions, and leads to what differs', async ({ page }) => {
  await page.goto('/bulletins/MS05-019')
  const versions = page.locator('#versions')
  await expect(versions.getByRole('row', { name: /第 2 版/ })).toContainText('脆弱性の削除 CAN-2005-0048')
  await expect(versions.getByRole('row', { name: /第 1 版/ })).toContainText('最初の版')
  await versions.getByRole('link', { name: '第 2 版を前の版と比較' }).click()
  await expect(page).toHaveURL('/bulletins/MS05-019/compare?from=1&to=2')

  const facts = page.locator(section('概要'))
  await expect(facts.getByRole('row', { name: /再起動/ }).getByRole('cell')).toHaveText(['必要', '場合による'])
  await expect(facts.getByRole('row', { name: /^深刻度/ })).toHaveCount(0)
  await expect(page.locator(section('脆弱性')).getByRole('row', { name: /削除.*CAN-2005-0048/ })).toBeVisible()
  await expect(page.locator(section('修正プログラム')).locator('ins')).toHaveText('5.0.2195.7100')
  await page.getByRole('link', { name: 'MS05-019 へ戻る' }).click()
  await expect(page).toHaveURL('/bulletins/MS05-019')
})

test('two versions are chosen; the same one twice differs in nothing', anyWidth, async ({ page }) => {
  await page.goto('/bulletins/MS05-019/compare?from=9&to=nonsense')
  await expect(page.getByLabel('比較元')).toHaveValue('1')
  await expect(page.getByLabel('比較先')).toHaveValue('2')
  await page.getByLabel('比較元').selectOption('2')
  await expect(page.getByText('この 2 つの版に違いはありません')).toBeVisible()
})

test(
  'of a bulletin with one version there is nothing to compare, nor of one that is not there',
  anyWidth,
  async ({ page, complaints }) => {
    await page.goto('/bulletins/MS05-018/compare')
    await expect(page.getByRole('heading', { name: 'このアラートの版は 1 つだけです' })).toBeVisible()
    await page.goto('/bulletins/MS05-018')
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.locator('#versions')).toHaveCount(0)
    expect(complaints).toEqual([])
    await page.goto('/bulletins/MS99-999/compare')
    await expect(page.getByText('見つかりません。')).toBeVisible()
    complaints.length = 0
  },
)

test('versions of the same day are told apart by until when they counted', async ({ page }) => {
  await page.route('**/api/bulletins/MS05-019/history', async (route) => {
    const answer = await route.fetch()
    const history = (await answer.json()) as { versions: object[] }
    history.versions = history.versions.map((version) => ({ ...version, updatedOn: '2005-04-14' }))
    await route.fulfill({ response: answer, json: history })
  })
  await page.goto('/bulletins/MS05-019/compare')
  await expect(page.getByLabel('比較元').locator('option')).toHaveText([/^第 2 版 \(現在\)$/, /^第 1 版 \(.+ まで\)$/])
})

test('what is the same is shown too if that is wanted, and the link says so', async ({ page }) => {
  await page.goto('/bulletins/MS05-019/compare')
  await expect(page.locator(section('修正プログラム')).locator('ins')).toBeVisible()
  await inItsLook(page, () => expectNoAxeViolations(page))
  await page.getByLabel('違いだけを表示').click()
  await expect(page).toHaveURL(/all=yes/)
  await expect(page.locator(section('概要')).getByRole('row', { name: /^深刻度/ })).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('違いだけを表示')).not.toBeChecked()
  await expect(page.getByRole('table').first()).toBeVisible()
  await inItsLook(page, () => expectNotWiderThanPage(page))
})

test('of many rows only those in sight are drawn, down to the last', async ({ page }) => {
  await page.route('**/api/bulletins/MS05-019/history/2', async (route) => {
    const answer = await route.fetch()
    const version = (await answer.json()) as { vulnerabilities: object[] }
    const [first] = version.vulnerabilities
    version.vulnerabilities = Array.from({ length: 400 }, (_, at) => ({ ...first, id: `CVE-2031-${10_000 + at}` }))
    await route.fulfill({ response: answer, json: version })
  })
  await page.goto('/bulletins/MS05-019/compare')
  await expect(page.getByRole('row', { name: /CVE-2031-10000/ })).toBeVisible()
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(3000)
  await expect
    .poll(async () => {
      await page.mouse.wheel(0, 60_000)
      return page.getByRole('row', { name: /CVE-2031-10399/ }).count()
    })
    .toBe(1)
  expect(await page.evaluate(() => document.querySelectorAll('*').length)).toBeLessThan(3000)
})

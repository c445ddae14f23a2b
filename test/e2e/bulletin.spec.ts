import { readFile } from 'node:fs/promises'
import { anyWidth, expect, expectNoAxeViolations, test } from './support/page.ts'

for (const colorScheme of ['light', 'dark'] as const) {
  for (const id of ['MS05-019', 'MS05-012', 'MS05-001']) {
    test(`${id} has no axe violation (${colorScheme})`, async ({ page }) => {
      await page.emulateMedia({ colorScheme })
      await page.goto(`/bulletins/${id}`)
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
      await expectNoAxeViolations(page)
    })
  }
}

test('MS05-019 says what to do, why, and how to verify it', async ({ page }) => {
  await page.goto('/bulletins/MS05-019')
  const main = page.getByRole('main')
  for (const fact of [
    '緊急適用',
    'CAN-2005-0048',
    'TcpWindowSize',
    '0x3FFFC000',
    'sp2gdr',
    '5.1.2600.2631',
    '1時間34分',
    'UpdateEXPERT 6.1',
  ]) {
    await expect(main.getByText(fact).first()).toBeVisible()
  }
})

test('a section link leads to its section', async ({ page }) => {
  await page.goto('/bulletins/MS05-019')
  await page
    .getByRole('navigation', { name: 'このページの内容' })
    .getByRole('link', { name: '適用されるファイル' })
    .click()
  await expect(page).toHaveURL(/#files$/)
  await expect(page.getByRole('heading', { name: '適用されるファイル' })).toBeInViewport()
})

test('the next alert is the next of the filter', anyWidth, async ({ page }) => {
  await page.goto('/?urgency=immediate&sort=id')
  await expect(page.getByRole('article').first()).toBeVisible()
  const ids = await page
    .getByRole('article')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('aria-label')))
  await page.goto(`/bulletins/${ids[0]}?urgency=immediate&sort=id`)
  await page
    .getByRole('link', { name: new RegExp(`${ids[1]}`) })
    .first()
    .click()
  await expect(page).toHaveURL(`/bulletins/${ids[1]}?urgency=immediate&sort=id`)
})

test('no bulletin is wider than the page', async ({ page }) => {
  for (const id of ['MS05-019', 'MS05-012']) {
    await page.goto(`/bulletins/${id}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0)
  }
})

test('an unknown bulletin is said to be unknown, with a way on', anyWidth, async ({ page, complaints }) => {
  await page.goto('/bulletins/MS05-999')
  await expect(page.getByRole('alert')).toContainText('該当するアラートはありません')
  await page.getByRole('link', { name: 'アラートの一覧へ' }).click()
  await expect(page.getByRole('article')).toHaveCount(23)
  // The browser itself notes the 404 on its console.
  expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([])
  complaints.length = 0
})

test('the script that verifies the fix is read, and saved for Windows PowerShell', async ({ page }) => {
  await page.goto('/bulletins/MS05-019')
  await page.getByText('PowerShell スクリプトで確認').click()
  await expect(page.getByRole('region', { name: 'PowerShell スクリプトで確認' })).toContainText(
    "Test-RegistryKey 'Windows Server 2003 (SPなし)'",
  )
  await expectNoAxeViolations(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '保存 (.ps1)' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('verify-MS05-019.ps1')
  const text = await readFile(await download.path(), 'utf8')
  expect(text.startsWith('\uFEFF# MS05-019\r\n')).toBe(true)
})

test('a bulletin is taken away as a CSAF advisory, in the language of the page', anyWidth, async ({ page }) => {
  await page.goto('/bulletins/MS05-019')
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'CSAF 2.0' }).click(),
  ])
  expect(download.suggestedFilename()).toBe('ms05-019.json')
  const advisory: unknown = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(advisory).toMatchObject({ document: { lang: 'ja', tracking: { id: 'MS05-019' } } })
})

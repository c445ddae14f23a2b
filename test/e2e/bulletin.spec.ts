import { readFile } from 'node:fs/promises'
import { anyWidth, expect, expectNoAxeViolations, test } from './support/page.ts'

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

  await test.step('a section link leads to its section', async () => {
    await page
      .getByRole('navigation', { name: 'このページの内容' })
      .getByRole('link', { name: '適用されるファイル' })
      .click()
    await expect(page).toHaveURL(/#files$/)
    await expect(page.getByRole('heading', { name: '適用されるファイル' })).toBeInViewport()
  })

  await test.step('the script that verifies the fix is read, and saved for Windows PowerShell', async () => {
    await page.getByText('PowerShell スクリプトで確認').click()
    const script = page.getByRole('region', { name: 'PowerShell スクリプトで確認' })
    await expect(script).toContainText("Test-RegistryKey 'Windows Server 2003 (SPなし)'")
    await expectNoAxeViolations(page, '[role=region][aria-label^=PowerShell]')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '保存 (.ps1)' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('verify-MS05-019.ps1')
    const text = await readFile(await download.path(), 'utf8')
    expect(text.startsWith('\uFEFF# MS05-019\r\n')).toBe(true)
  })

  await test.step('it is taken away as a CSAF advisory, in the language of the page', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'CSAF 2.0' }).click(),
    ])
    expect(download.suggestedFilename()).toBe('ms05-019.json')
    const advisory: unknown = JSON.parse(await readFile(await download.path(), 'utf8'))
    expect(advisory).toMatchObject({ document: { lang: 'ja', tracking: { id: 'MS05-019' } } })
  })
})

test('the contents show where one is, though not all of them have room', anyWidth, async ({ page }) => {
  await page.goto('/bulletins/MS05-019')
  const here = page.getByRole('navigation', { name: 'このページの内容' }).locator('[aria-current]')
  for (const [id, title] of [
    ['tests', '適用テスト'],
    ['files', '適用されるファイル'],
    ['verification', '適用の確認方法'],
  ]) {
    await page.locator(`#${id}`).evaluate((section) => window.scrollBy(0, section.getBoundingClientRect().top - 100))
    await expect(here).toHaveText(title ?? '')
    await expect(here).toBeInViewport({ ratio: 1 })
  }
})

test('the next alert is the next of the filter', anyWidth, async ({ page }) => {
  await page.goto('/alerts?urgency=immediate&sort=id')
  await expect(page.getByRole('article').first()).toBeVisible()
  const ids = await page
    .getByRole('article')
    .evaluateAll((cards) => cards.map((card) => card.getAttribute('aria-label')))
  await page.getByRole('article').first().getByRole('link').click()
  await expect(page).toHaveURL(`/bulletins/${ids[0]}?urgency=immediate&sort=id`)
  await page
    .getByRole('link', { name: new RegExp(`${ids[1]}`) })
    .first()
    .click()
  await expect(page).toHaveURL(`/bulletins/${ids[1]}?urgency=immediate&sort=id`)
})

test('an unknown bulletin is said to be unknown, with a way on', anyWidth, async ({ page, complaints }) => {
  await page.goto('/bulletins/MS05-999')
  await expect(page.getByRole('alert')).toContainText('MS05-999 は登録されていません')
  await page.getByRole('link', { name: 'アラートの一覧へ' }).click()
  await expect(page.getByRole('article')).toHaveCount(23)
  // The browser itself notes the 404 on its console.
  expect(complaints.filter((complaint) => !complaint.includes('404'))).toEqual([])
  complaints.length = 0
})

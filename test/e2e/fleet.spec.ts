import { readFile } from 'node:fs/promises'
import { anyWidth, expect, expectNoAxeViolations } from './support/page.ts'
import { test } from './support/team.ts'

const csv = `platform,edition,machines
windows-2000.sp3,Windows 2000 Server SP3,140
windows-2000.sp4,,220
windows-95,,4
Windows XP SP2,,260
windows-2000.sp4,,1`

test('a fleet is read from a spreadsheet, previewed line by line, saved, and written again', async ({ page, own }) => {
  await page.goto('/fleet')
  await page.getByLabel('または、ここに貼り付け').fill(csv)
  await expect(page.getByText('3 行を読み込めます。2 行は読み込めません')).toBeVisible()
  await expect(page.locator('#import')).toContainText('4 行目 プラットフォーム「windows-95」は登録されていません')
  await expect(page.locator('#import')).toContainText('6 行目 「windows-2000.sp4」は 3 行目と同じです')
  await expectNoAxeViolations(page)
  await page.getByRole('button', { name: '一覧をこの内容に置き換える' }).click()
  await expect(page.getByText('未保存の変更があります')).toBeVisible()
  await page.getByLabel('台数: Windows XP SP2').fill('300')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('status').filter({ hasText: '保存しました' })).toBeVisible()
  expect((await own.store.fleet.current()).lines.map(({ machines }) => machines)).toEqual([140, 220, 300])
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV', exact: true }).click()
  const written = await readFile(await (await download).path(), 'utf8')
  expect(written.split('\r\n')[1]).toBe('windows-2000.sp3,Windows 2000 Server SP3,140,,')
})

test(
  'the fleet tells what each alert affects, gives my platforms, and fills in a plan',
  anyWidth,
  async ({ page, own }) => {
    await own.store.fleet.set(
      0,
      [
        { platform: 'windows-2000.sp3', edition: null, machines: 360 },
        { platform: 'office.2003', edition: null, machines: 260 },
      ],
      'Ito',
    )
    await page.goto('/alerts')
    const card = page.getByRole('article', { name: 'MS05-019', exact: true })
    await expect(card).toContainText('620 台中 360 台が対象')
    await page.goto('/rollout?plan=1;b:MS05-019;s:2026-11-24;z:Asia/Tokyo')
    await page.getByRole('button', { name: '360 台を計画に加える' }).click()
    await expect(page).toHaveURL(/m:windows-2000.sp3:360/)
  },
)

test(
  'what somebody else has set meanwhile is told, and what was entered here stays',
  anyWidth,
  async ({ page, own, complaints }) => {
    // Nothing is told to this page while it is open.
    await page.route('**/api/events*', (route) => route.abort())
    await page.goto('/fleet')
    await page.getByLabel('または、ここに貼り付け').fill('windows-xp.sp2,,5')
    await page.getByRole('button', { name: '一覧に追加・上書きする' }).click()
    await own.store.fleet.set(0, [{ platform: 'windows-2000.sp3', edition: null, machines: 7 }], 'Sato')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('alert')).toContainText('ほかの人が先に変更しました')
    await expect(page.getByLabel('台数: Windows XP SP2')).toHaveValue('5')
    await expect(page.getByLabel('台数: Windows 2000 SP3')).toHaveValue('7')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('status').filter({ hasText: '保存しました' })).toBeVisible()
    expect((await own.store.fleet.current()).lines.map(({ machines }) => machines)).toEqual([7, 5])
    complaints.splice(0)
  },
)

test(
  'what somebody else sets while a fleet is edited is taken in at once, and told',
  anyWidth,
  async ({ page, own }) => {
    await own.store.fleet.set(
      0,
      [
        { platform: 'windows-2000.sp3', edition: null, machines: 1 },
        { platform: 'windows-xp.sp2', edition: null, machines: 2 },
      ],
      'Ito',
    )
    const { version, lines } = await own.store.fleet.current()
    await page.goto('/fleet')
    await page.getByLabel('台数: Windows XP SP2').fill('20')
    await own.store.fleet.set(
      version,
      lines.slice(0, 1).map((line) => ({ ...line, machines: 10 })),
      'Sato',
    )
    await expect(page.getByRole('alert')).toContainText('ほかの人が先に変更しました')
    await expect(page.getByLabel('台数: Windows 2000 SP3')).toHaveValue('10')
    await page.getByRole('button', { name: '保存' }).click()
    await expect(page.getByRole('status').filter({ hasText: '保存しました' })).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
    expect((await own.store.fleet.current()).lines.map(({ machines }) => machines)).toEqual([10, 20])
  },
)

test('a fleet that is not saved is not left without a question', anyWidth, async ({ page, own }) => {
  await own.store.fleet.set(0, [{ platform: 'windows-xp.sp2', edition: null, machines: 2 }], 'Ito')
  await page.goto('/fleet')
  const count = page.getByLabel('台数: Windows XP SP2')
  await count.fill('20')
  const asked: string[] = []
  page.once('dialog', (dialog) => {
    asked.push(dialog.message())
    void dialog.dismiss()
  })
  await page.getByRole('link', { name: 'アラート', exact: true }).click()
  await expect(count).toHaveValue('20')
  expect(asked).toEqual(['未保存の変更があります。保存せずに移動しますか？'])
  page.once('dialog', (dialog) => void dialog.accept())
  await page.getByRole('link', { name: 'アラート', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText('アラート')
})

test('a measured rollout is shared', anyWidth, async ({ page, own }) => {
  await page.goto('/rollout?plan=1;b:MS05-019;s:2026-11-24;z:Asia/Tokyo')
  await page.getByLabel('適用の時間 (分)').fill('20')
  await page.getByRole('button', { name: '記録する' }).click()
  await expect(page.getByRole('cell', { name: '20分' })).toBeVisible()
  await expect.poll(() => own.store.fleet.rollouts()).toMatchObject([{ bulletin: 'MS05-019', minutes: 20, by: 'Ito' }])
})

test('what the verification script prints comes back as coverage', anyWidth, async ({ page, own, complaints }) => {
  await own.store.fleet.set(0, [{ platform: 'windows-2000.sp3', edition: null, machines: 3 }], 'Ito')
  await page.goto('/bulletins/MS05-019')
  const card = page.locator('#readiness')
  await expect(card).toContainText('未集計')
  await card.getByText('確認結果を取り込む').click()
  const pasted = card.getByRole('textbox', { name: '確認結果を取り込む' })
  await pasted.fill('PS C:\\> hello')
  await card.getByRole('button', { name: '取り込む' }).click()
  await expect(card.getByRole('alert')).toContainText('行が見つかりません')
  await expect(pasted).toHaveValue('PS C:\\> hello')
  // The browser notes the refusal.
  complaints.splice(0)
  await pasted.fill(
    '"PC1","Windows 2000 SP3","KB893066","present","present","ok"\n"PC2","Windows 2000 SP3","KB893066","present","","missing"',
  )
  await card.getByRole('button', { name: '取り込む' }).click()
  await expect(card.getByRole('status')).toContainText('2 台の結果があります')
  await expect(card).toContainText('3 台中 1 台')
  await expect(page.locator('#record')).toContainText('2 台中 1 台に適用済み')
})

import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { seedSources } from '../../src/server/sources/scheduler.ts'
import { advisory } from '../feeds/advisory.ts'
import { cvrf, cvrfText, type Month } from '../feeds/cvrf.ts'
import { contentStore } from '../support/content-store.ts'
import { loopback } from '../support/loopback.ts'
import { serveStore } from './support/own-server.ts'
import {
  anyWidth,
  expect,
  expectNoAxeViolations,
  expectNotWiderThanPage,
  inItsLook,
  toSources,
  test as base,
} from './support/page.ts'

const month: Month = {
  id: '2026-May',
  published: '2026-05-12',
  products: { a: 'Windows Server 2025' },
  flaws: [
    { cve: 'CVE-2026-1000', severities: { a: 'Critical' }, remediations: [{ label: '5079473', products: ['a'] }] },
  ],
}

type Fixtures = {
  /** A server of the test's own, with a publisher on this machine as its only source. */
  own: { url: string; publisher: Awaited<ReturnType<typeof loopback>> }
}

const test = base.extend<Fixtures>({
  // Playwright reads what a fixture needs from its first parameter.
  // oxlint-disable-next-line no-empty-pattern
  own: async ({}, provide) => {
    const publisher = await loopback()
    const store = await contentStore()
    await seedSources(store, [
      { id: 'months', title: 'Months', url: `${publisher.origin}/updates`, everyHours: 24, since: null },
    ])
    const server = await serveStore(store, { publishers: [publisher.origin] })
    await provide({ url: server.url, publisher })
    await server.close()
    await publisher.close()
  },
  baseURL: async ({ own }, provide) => provide(own.url),
})

const choose = async (page: Page, files: { name: string; text: string }[]) => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: /ファイルを選ぶ|Choose files/ }).click(),
  ])
  const mimeType = 'application/octet-stream'
  await chooser.setFiles(files.map(({ name, text }) => ({ name, mimeType, buffer: Buffer.from(text) })))
}

const broken = JSON.stringify({ ...advisory(), vulnerabilities: [{ product_status: { fixed: ['nobody'] } }] })
/** What became of a document that was chosen here; the list of the last imports names it, too. */
const result = (page: Page, name: string) => page.locator('.import-results').getByRole('row').filter({ hasText: name })

/** A refused document is an answer of the server that the browser notes. */
const forgetRefusals = (complaints: string[]) => {
  const others = complaints.filter((complaint) => !complaint.includes('status of 4'))
  complaints.splice(0, complaints.length, ...others)
}

test('/sources has no axe violation and is not wider than the page', async ({ page, complaints }) => {
  await page.goto('/sources')
  await choose(page, [
    { name: 'may.xml', text: cvrfText(month) },
    { name: 'broken.json', text: broken },
  ])
  await expect(result(page, 'broken.json').getByText(/6\.1\.1:/)).toBeVisible()
  await inItsLook(page, async () => {
    await expectNoAxeViolations(page)
    await expectNotWiderThanPage(page)
    await page.getByRole('button', { name: /追加|Add a source/ }).click()
    await expectNoAxeViolations(page, 'dialog[open]')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  })
  forgetRefusals(complaints)
})

test(
  'a document that is chosen is on file at once, and one that is broken says where',
  anyWidth,
  async ({ page, complaints }) => {
    await page.goto('/alerts')
    await expect(page.getByRole('heading', { name: 'アラート 23 件' })).toBeVisible()
    await toSources(page)
    await choose(page, [
      { name: 'may.xml', text: cvrfText(month) },
      { name: 'broken.json', text: broken },
      { name: 'notes.txt', text: 'not a document' },
      {
        name: 'kev.json',
        text: JSON.stringify({
          catalogVersion: '1',
          vulnerabilities: [{ cveID: 'CVE-2026-9999', dateAdded: '2026-11-10' }],
        }),
      },
    ])
    await expect(result(page, 'may.xml')).toContainText('追加 1')
    await expect(result(page, 'broken.json')).toContainText('/vulnerabilities/0/product_status/fixed/0')
    await expect(result(page, 'notes.txt')).toContainText('XML でも JSON でもないファイルのようです')
    await expect(result(page, 'kev.json')).toContainText('1 件を登録・取り込み済みのアラートに変わるものはなし')
    await expect(page.getByRole('status')).toHaveText('4 文書のうち 4 を処理')
    forgetRefusals(complaints)

    await result(page, 'may.xml').getByText('アラート 1 件').click()
    await page.getByRole('link', { name: 'KB5079473' }).click()
    await expect(page.getByRole('heading', { level: 1 })).toContainText('Windows Server 2025')
    await page.getByRole('link', { name: 'アラート', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'アラート 24 件' })).toBeVisible()
  },
)

test('documents can be dropped on the page', anyWidth, async ({ page }) => {
  await page.goto('/sources')
  const dropped = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([text], 'may.xml'))
    transfer.items.add(new File(['x'], 'picture.png'))
    return transfer
  }, cvrfText(month))
  await page.locator('[data-drop-zone]').dispatchEvent('drop', { dataTransfer: dropped })
  await expect(result(page, 'may.xml')).toContainText('追加 1')
  await expect(result(page, 'picture.png')).toHaveCount(0)
})

test(
  'what was exported elsewhere is imported, without what is wrong in it if that is wanted',
  anyWidth,
  async ({ page, complaints }) => {
    const bulletin = (await readFile('src/content/bulletins/MS05-019.json', 'utf8')).replaceAll(/\s*\n\s*/g, '')
    const lines = `${bulletin.replaceAll('MS05-019', 'MS99-999')}\n{"id":"half"}\n`
    await page.goto('/sources')
    await choose(page, [{ name: 'archive.jsonl', text: lines }])
    await expect(result(page, 'archive.jsonl')).toContainText('line 2')
    await page.getByRole('button', { name: '結果を消す' }).click()
    await page.getByLabel('問題のあるアラートを除いて取り込む').check()
    await choose(page, [{ name: 'archive.jsonl', text: lines }])
    await expect(result(page, 'archive.jsonl')).toContainText('追加 1')
    forgetRefusals(complaints)
  },
)

test(
  'a source is asked for nothing until somebody says so, and then tells what it brought',
  anyWidth,
  async ({ page, own }) => {
    const { publisher } = own
    publisher.serve('/updates', JSON.stringify({ value: [{ CvrfUrl: `${publisher.origin}/may` }] }))
    publisher.serve('/may', cvrf(month))
    await page.goto('/sources')
    const source = page.getByRole('listitem').filter({ hasText: 'Months' })
    await expect(source).toContainText('まだ取得していません')
    expect(publisher.paths()).toEqual([])
    await source.getByRole('button', { name: '今すぐ取得' }).click()
    await expect(source).toContainText('1 文書を取得')
    await expect(source).toContainText('追加 1')
    expect(publisher.paths()).toEqual(['/updates', '/may'])
    await page.getByRole('link', { name: 'アラート', exact: true }).click()
    await expect(page.getByRole('heading', { name: 'アラート 24 件' })).toBeVisible()
  },
)

test('a source is switched on, and stays on after a reload', anyWidth, async ({ page, own }) => {
  own.publisher.serve('/updates', JSON.stringify({ value: [] }))
  await page.goto('/sources')
  await page.getByRole('switch', { name: 'Months を監視する' }).click()
  await expect(page.getByText('次回:')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('switch', { name: 'Months を監視する' })).toBeChecked()
})

test('a source is added and removed; what is wrong with it is said beside its field', async ({
  page,
  own,
  complaints,
}) => {
  own.publisher.on('/a.json', (_, response) => response.writeHead(404).end())
  await page.goto('/sources')
  await page.getByRole('button', { name: '取り込み元を追加' }).click()
  await page.getByLabel('名前').fill('社内')
  await page.getByLabel('アドレス').fill('ftp://a.example/')
  await page.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('https:// で始まるアドレスを入力してください。')).toBeVisible()
  await expect(page.getByLabel('名前')).toHaveValue('社内')
  forgetRefusals(complaints)
  await page.getByLabel('アドレス').fill(`${own.publisher.origin}/a.json`)
  await page.getByRole('button', { name: '保存' }).click()
  const source = page.getByRole('listitem').filter({ hasText: '社内' })
  await expect(source).toContainText('エラーが返されました')
  await source.getByRole('button', { name: '社内 を編集' }).click()
  await page.getByRole('button', { name: '削除…' }).click()
  await expect(page.getByText('この取り込み元から取り込んだものはありません。')).toBeVisible()
  await page.getByRole('button', { name: '削除', exact: true }).click()
  await expect(source).toHaveCount(0)
})

test('a source is removed with the bulletins that it brought, or without them', anyWidth, async ({ page, own }) => {
  own.publisher.serve('/may', cvrf(month))
  await page.goto('/sources')
  const source = page.getByRole('listitem').filter({ hasText: '社内' })
  const addAndAskToRemove = async () => {
    await page.getByRole('button', { name: '取り込み元を追加' }).click()
    await page.getByLabel('名前').fill('社内')
    await page.getByLabel('アドレス').fill(`${own.publisher.origin}/may`)
    await page.getByRole('button', { name: '保存' }).click()
    await expect(source).toContainText('1 文書を取得')
    await source.getByRole('button', { name: '社内 を編集' }).click()
    await page.getByRole('button', { name: '削除…' }).click()
    await expect(page.getByText('この取り込み元から取り込んだもの: アラート 1 件')).toBeVisible()
  }
  const heading = page.getByRole('heading', { name: /アラート \d+ 件/ })

  await addAndAskToRemove()
  await page.getByRole('button', { name: '削除', exact: true }).click()
  await expect(source).toHaveCount(0)
  await page.getByRole('link', { name: 'アラート', exact: true }).click()
  await expect(heading).toHaveText(/24/)

  await toSources(page)
  await addAndAskToRemove()
  await page.getByLabel('取り込んだものも取り除く').check()
  await page.getByRole('button', { name: '削除', exact: true }).click()
  await expect(source).toHaveCount(0)
  await page.getByRole('link', { name: 'アラート', exact: true }).click()
  await expect(heading).toHaveText(/23/)
})

import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { expect, test as base, type Page } from '@playwright/test'
import type Axe from 'axe-core'
import { sharedServers, type SharedStore } from './shared-servers.ts'

export { expect }

/** Marks a test of what is the same at any width, as a file that is saved or what two people tell each other: one is enough. */
export const anyWidth = { tag: '@any-width' }

const axeScript = readFile(fileURLToPath(import.meta.resolve('axe-core/axe.min.js')), 'utf8')
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * Fails with the rule and the element of every accessibility violation on the page, or in a part of it where another test
 * looks through the rest.
 *
 * @param part a CSS selector
 */
export async function expectNoAxeViolations(page: Page, part = ':root'): Promise<void> {
  // Colours are measured once they have arrived.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)))
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(await axeScript)
  const violations = await page.evaluate(
    async ({ part, wcag }) => {
      const { axe } = globalThis as unknown as { axe: typeof Axe }
      // Only violations are wanted in detail: describing every element that passes takes ten times as long as checking it.
      const found = await axe.run(part, { runOnly: { type: 'tag', values: wcag }, resultTypes: ['violations'] })
      return found.violations
    },
    { part, wcag },
  )
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary ?? ''}`),
  )
  expect(found, 'no accessibility violation').toEqual([])
}

export const expectNotWiderThanPage = async (page: Page): Promise<void> =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)

/** Waits until the page has been taken over: a link that is followed before is a visit of its own. */
export const takenOver = async (page: Page): Promise<void> =>
  expect(page.getByRole('button', { name: /^アカウント: / })).toBeVisible()

/** Opens the page of documents and sources by the menu of who is using the page. */
export async function toSources(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^アカウント: / }).click()
  await page.getByRole('link', { name: '取り込み', exact: true }).click()
}

export const isDesk = (page: Page): boolean => (page.viewportSize()?.width ?? 0) > 860

/**
 * Does something in the language of the look at this width. A page is looked through in two looks: on a desk, light and
 * in Japanese, and on a phone, dark and in English. At the end the page is Japanese again.
 */
export async function inItsLook(page: Page, look: () => Promise<void>): Promise<void> {
  const show = async (name: string, language: string) => {
    await page.getByRole('button', { name: /\((主なページ|Main pages)\)$/ }).click()
    await page.getByRole('radio', { name }).check()
    await page.keyboard.press('Escape')
    await expect(page.locator('html')).toHaveAttribute('lang', language)
  }
  if (isDesk(page)) return look()
  await show('English', 'en')
  await look()
  await show('日本語', 'ja')
}

/** Notes all that a page must not do: write to the console, throw, lose a request, speak to another host. */
function watch(page: Page, origin: string): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(`console ${message.type()}: ${message.text()}`)
  })
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`))
  page.on('request', (request) => {
    const url = new URL(request.url())
    if (/^(https?|wss?):$/.test(url.protocol) && url.origin !== origin) complaints.push(`left the machine: ${url.href}`)
  })
  page.on('requestfailed', (request) => {
    const reason = request.failure()?.errorText ?? 'no reason given'
    // The page itself gives up requests when the reader moves on.
    if (reason !== 'net::ERR_ABORTED') complaints.push(`request failed: ${request.url()} (${reason})`)
  })
  return complaints
}

type Fixtures = {
  /** The store that the tests of a file read: `test.use({ reads: 'patchDay' })`. */
  reads: SharedStore
  /** What the page did wrong so far. A test about a failure empties it once it has seen what it expected. */
  complaints: string[]
}

/**
 * The test function of every end-to-end spec: a page that complains fails its test. All fixtures of a worker are here,
 * since Playwright starts new workers for tests that have others.
 */
export const test = base.extend<Fixtures, { servers: ReturnType<typeof sharedServers> }>({
  servers: [
    // Playwright reads what a fixture needs from its first parameter.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, provide) => {
      const servers = sharedServers()
      await provide(servers)
      await servers.close()
    },
    { scope: 'worker' },
  ],
  reads: ['content', { option: true }],
  baseURL: async ({ servers, reads }, provide) => provide(await servers.urlOf(reads)),
  complaints: [
    async ({ page, baseURL }, use) => {
      const complaints = watch(page, new URL(baseURL ?? page.url()).origin)
      await use(complaints)
      expect(complaints, 'the page has nothing to complain of').toEqual([])
    },
    { auto: true },
  ],
})

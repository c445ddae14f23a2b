import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'
import { sharedServers, type SharedStore } from './shared-servers.ts'

export { expect }

/** Marks a test of what is the same at any width, as a file that is saved or what two people tell each other: one is enough. */
export const anyWidth = { tag: '@any-width' }

type RunOptions = Parameters<AxeBuilder['options']>[0]

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
/** Only violations are wanted in detail: describing every element that passes takes ten times as long as checking it. */
const onlyViolations: RunOptions = { runOnly: { type: 'tag', values: wcag }, resultTypes: ['violations'] }

/** What of a page is looked through: all, or what depends on its colours. */
export type Rules = 'all' | 'colours'
const runOptions: Record<Rules, RunOptions> = {
  all: onlyViolations,
  colours: { ...onlyViolations, runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } },
}

/**
 * Fails with the rule and the element of every accessibility violation on the page, or in a part of it where another test
 * looks through the rest.
 *
 * @param part a CSS selector
 */
export async function expectNoAxeViolations(page: Page, part = ':root', rules: Rules = 'all'): Promise<void> {
  // Colours are measured once they have arrived.
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map((animation) => animation.finished)))
  // Legacy mode runs in the page itself; the other one carries every result to a second page for the sake of frames.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode()
    .include(part)
    .options(runOptions[rules])
    .analyze()
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help}\n  ${target.join(' ')}\n  ${failureSummary ?? ''}`),
  )
  expect(found, 'no accessibility violation').toEqual([])
}

export const expectNotWiderThanPage = async (page: Page): Promise<void> =>
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)

/** Opens the page of documents and sources by the menu of who is using the page. */
export async function toSources(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^アカウント: / }).click()
  await page.getByRole('link', { name: '取り込み', exact: true }).click()
}

/** Does the same in both themes, the light one last: there only colours are to be looked through again. */
export async function inBothThemes(page: Page, look: (rules: Rules) => Promise<void>): Promise<void> {
  for (const [colorScheme, rules] of [
    ['dark', 'all'],
    ['light', 'colours'],
  ] as const) {
    await page.emulateMedia({ colorScheme })
    await base.step(colorScheme, () => look(rules))
  }
}

/**
 * Does the same in two of the four looks that themes and languages make, without loading the page again: a desk has two and
 * a phone has the other two, since looking through a page takes seconds. At the end the page is Japanese again.
 */
export async function inBothLooks(page: Page, look: (rules: Rules) => Promise<void>): Promise<void> {
  const isDesk = (page.viewportSize()?.width ?? 0) > 860
  const names = { ja: '日本語', en: 'English' }
  const show = async (language: keyof typeof names) => {
    await page.getByRole('radio', { name: names[language] }).check()
    await expect(page.locator('html')).toHaveAttribute('lang', language)
  }
  const languages = isDesk ? (['en', 'ja'] as const) : (['ja', 'en'] as const)
  let at = 0
  await inBothThemes(page, async (rules) => {
    await show(languages[at++] ?? 'ja')
    await look(rules)
  })
  await show('ja')
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

import { createMemoryHistory } from '@tanstack/react-router'
import { renderToString } from 'react-dom/server'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { App } from '../../src/web/App.tsx'
import type { Language } from '../../src/web/i18n/language.tsx'
import { ClockProvider } from '../../src/web/lib/clock.tsx'
import { makeQueryClient } from '../../src/web/lib/query-client.ts'
import { loadMessages } from '../../src/web/load-messages.ts'
import { makeRouter } from '../../src/web/router.tsx'
import { mockApi } from '../mock/network.ts'
import { contentStore } from '../support/content-store.ts'

const network = mockApi(await contentStore())
beforeAll(() => {
  network.listen({ onUnhandledRequest: 'error' })
  // Where the API is asked; nothing else of a browser is there.
  vi.stubGlobal('location', { origin: 'http://localhost' })
})
afterAll(() => {
  vi.unstubAllGlobals()
  network.close()
})

/** A page as a server renders it: its data is there, and the reader's language, day and zone are given. */
async function rendered(url: string, language: Language): Promise<string> {
  await loadMessages(language)
  const queryClient = makeQueryClient({ retry: false, staleTime: Infinity })
  const router = makeRouter({ queryClient, history: createMemoryHistory({ initialEntries: [url] }) })
  await router.load()
  return renderToString(
    <ClockProvider clock={{ at: '2026-11-28T03:00:00Z', zone: 'Asia/Tokyo' }}>
      <App queryClient={queryClient} router={router} language={language} />
    </ClockProvider>,
  )
}

describe.each([
  { url: '/', ja: '概要', en: 'Overview' },
  { url: '/alerts', ja: 'アラート 23 件', en: '23 alerts' },
  { url: '/matrix', ja: '影響マトリクス', en: 'Platform matrix' },
  { url: '/tests/all', ja: '適用テスト', en: 'Lab tests' },
  { url: '/bulletins/MS05-019', ja: 'TCP/IP', en: 'TCP/IP' },
  { url: '/bulletins/MS05-019/compare', ja: '版は 1 つだけです', en: 'only one version' },
  { url: '/rollout?plan=bulletins:MS05-019', ja: '適用計画', en: 'Rollout' },
  { url: '/fleet', ja: '台数', en: 'Fleet' },
  { url: '/sources', ja: '取り込み', en: 'Sources' },
  { url: '/people', ja: 'メンバーとトークン', en: 'People' },
])('$url without a browser', ({ url, ja, en }) => {
  it.each([
    { language: 'ja' as const, heading: ja },
    { language: 'en' as const, heading: en },
  ])('is rendered in $language', async ({ language, heading }) => {
    const [, title = ''] = /<h1[^>]*>(.*?)<\/h1>/s.exec(await rendered(url, language)) ?? []
    expect(title).toContain(heading)
    expect(['window', 'document'].filter((name) => name in globalThis)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { endpoints } from '../../src/contract/endpoints.ts'
import { buildApp } from '../../src/server/app.ts'
import { readContent } from '../../src/server/content.ts'
import { importDocument } from '../../src/server/imports/import-document.ts'
import type { Store } from '../../src/server/store/store.ts'
import { engines, putAwayAfterEach } from '../support/stores.ts'

const content = await readContent()
const kept = putAwayAfterEach()
const platform = 'windows-server-2003.sp1'

const list = (asOf: string, eol: string | boolean) =>
  JSON.stringify({ product: 'windows-server', title: 'Windows Server', asOf, cycles: [{ cycle: '2003-sp1', eol }] })

const bring = (store: Store, text: string) =>
  importDocument(store, { name: 'list.json', bytes: new TextEncoder().encode(text) }, { keepGoing: false, who: 'Ito' })

async function answered(store: Store, now = '2008-01-01T12:00:00Z') {
  const app = buildApp({ store, now: () => new Date(now) })
  const answer = await app.request('/api/lifecycle', { headers: { host: 'localhost' } })
  return endpoints.listLifecycles.reply.parse(await answer.json())
}
const of = async (store: Store, now?: string) =>
  (await answered(store, now)).platforms.find((each) => each.platform === platform)

describe.each(engines(kept))('the ends of support in $name', ({ make }) => {
  it('are those that ship, with source and day, for the platforms of which they are known', async () => {
    const store = await make()
    await store.seed(content)
    expect(await of(store)).toMatchObject({
      state: 'supported',
      terms: [{ until: '2009-04-14' }],
      source: { title: 'Microsoft Windows Server', asOf: '2026-08-22' },
    })
    expect(await of(store, '2009-04-15T12:00:00Z')).toMatchObject({ state: 'ended' })
    const { today, platforms } = await answered(store)
    expect(today).toBe('2008-01-01')
    expect(platforms.some((each) => each.platform === 'windows-9x.98')).toBe(false)
  })

  it('are the newest that were imported, until that is undone', async () => {
    const store = await make()
    await store.seed(content)
    expect(await bring(store, list('2026-01-01', '2010-01-01'))).toMatchObject({ catalogue: 'stored' })
    expect(await of(store)).toMatchObject({ terms: [{ until: '2009-04-14' }] })
    expect(await bring(store, list('2031-01-01', '2011-01-01'))).toMatchObject({ stored: { entries: 1 } })
    expect(await of(store)).toMatchObject({ terms: [{ until: '2011-01-01' }], source: { asOf: '2031-01-01' } })
    expect(await bring(store, list('2030-01-01', false))).toMatchObject({ catalogue: 'older' })
    expect(await of(store)).toMatchObject({ terms: [{ until: '2011-01-01' }] })
    const [last] = await store.imports.list(1)
    expect(last).toMatchObject({ kind: 'lifecycle', canBeUndone: true })
    await store.imports.undo(last?.id ?? 0, 'Sato')
    expect(await of(store)).toMatchObject({ terms: [{ until: '2009-04-14' }] })
  })
})

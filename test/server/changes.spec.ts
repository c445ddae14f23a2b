import { expect, it, describe } from 'vitest'
import * as z from 'zod'
import { ChangeEntry, LastChanges } from '../../src/contract/changes.ts'
import { Me } from '../../src/contract/access.ts'
import { Summary } from '../../src/contract/summary.ts'
import { wordsJa } from '../../src/words/words-ja.ts'
import { changeWords } from '../../src/words/changes.ts'
import { buildApp } from '../../src/server/app.ts'
import { addAccounts, sessionOf, tokenOf } from '../support/authorized.ts'
import { contentStore } from '../support/content-store.ts'

/** An application a day after its store was filled, and a bulletin whose vulnerability a catalogue can list. */
async function desk() {
  let at = '2026-11-27T09:00:00.000Z'
  const store = await contentStore(() => new Date(at))
  const before = await store.events.last()
  const app = buildApp({ store })
  const json = async (path: string): Promise<unknown> => (await app.request(path)).json()
  return {
    app,
    store,
    before,
    json,
    /** Lists a vulnerability as exploited, later. */
    exploit: async (cve: string) => {
      at = '2026-11-28T09:00:00.000Z'
      const { saved } = await store.saveKnownExploited([{ cve, addedOn: '2026-11-28', ransomware: false }], 'Ito')
      return saved.map(({ id }) => id)
    },
  }
}
const cve = 'CVE-2005-0048'
const feed = async ({ app }: Pick<Awaited<ReturnType<typeof desk>>, 'app'>, lang: string) => {
  const text = await (await app.request(`/api/feed.atom?lang=${lang}`)).text()
  return { text, first: text.slice(text.indexOf('<entry>'), text.indexOf('</entry>')) }
}

describe('a catalogue that lists a vulnerability on file', () => {
  it('puts its bulletin first among the changes, in the list by change and in what has changed since', async () => {
    const { json, exploit, before } = await desk()
    const [id] = await exploit(cve)
    const [first] = z.array(ChangeEntry).parse(await json(`/api/changes?since=${before}`))
    expect(first).toMatchObject({ bulletin: id, who: 'Ito', at: '2026-11-28T09:00:00.000Z' })
    expect(first?.changes[0]).toMatchObject({ kind: 'exploit-up', of: ['CAN-2005-0048'], to: 'exploited' })
    const list = z.array(Summary)
    expect(list.parse(await json('/api/bulletins?sort=changed'))[0]?.id).toBe(id)
    const since = `/api/bulletins?changedSince=${before}`
    expect(list.parse(await json(since)).map((each) => each.id)).toEqual([id])
    expect(list.parse(await json(`${since}&changed=exploit-up,text`)).map((each) => each.id)).toEqual([id])
    expect(list.parse(await json(`${since}&changed=new`))).toEqual([])
    const { changes } = LastChanges.parse(await json(`/api/changes/last?since=${before}`))
    expect(changes[0]).toMatchObject({ kind: 'exploit-up', ids: [id] })
  })

  it('puts it first in the feed, updated at that moment, and the feed with it', async () => {
    const known = await desk()
    const [id = ''] = await known.exploit(cve)
    const { text, first } = await feed(known, 'en')
    expect(first).toContain(`urn:hotfix-report:${id}`)
    expect(first).toContain('<updated>2026-11-28T09:00:00.000Z</updated>')
    expect(text.slice(0, text.indexOf('<entry>'))).toContain('<updated>2026-11-28T09:00:00.000Z</updated>')
    expect(first).toContain('exploitation worse CAN-2005-0048')
  })

  it('is told in the words of the language, and in no codes', async () => {
    const known = await desk()
    await known.exploit(cve)
    const { first } = await feed(known, 'ja')
    expect(first).toContain(`${changeWords.ja.kind['exploit-up']} CAN-2005-0048`)
    expect(first).toContain(`→ ${wordsJa.exploit.exploited}`)
    const summary = /<summary[^>]*>(.*?)<\/summary>/s.exec(first)?.[1] ?? ''
    expect(summary).not.toMatch(/\b(severity|urgency|immediate|exploited|restart|unknown)\b/)
  })
})

describe('what a person has seen', () => {
  it('is theirs on any device, and told with who they are', async () => {
    const store = await contentStore()
    await addAccounts(store, ['viewer', 'editor'])
    const app = buildApp({ store, admission: { signIn: 'accounts', anonymous: 'viewer' } })
    const [viewer, editor] = [await sessionOf(store, 'viewer'), await sessionOf(store, 'editor')]
    const see = (headers: Record<string, string>, event: number) =>
      app.request('/api/seen', {
        method: 'PUT',
        body: JSON.stringify({ event }),
        headers: { ...headers, 'content-type': 'application/json' },
      })
    const seenBy = async (headers: Record<string, string>) =>
      Me.parse(await (await app.request('/api/me', { headers })).json()).seen
    expect(await seenBy(viewer)).toBeNull()
    expect(await (await see(viewer, 3)).json()).toEqual({ event: 3 })
    expect([await seenBy(viewer), await seenBy(editor), await seenBy({})]).toEqual([3, null, null])
    expect((await see({}, 3)).status).toBe(401)
    expect((await see((await tokenOf(store, 'editor')).headers, 3)).status).toBe(403)
  })

  it('is kept by the browser where nobody signs in', async () => {
    const { app } = await desk()
    const asked = await app.request('/api/seen', {
      method: 'PUT',
      body: JSON.stringify({ event: 1 }),
      headers: { 'content-type': 'application/json' },
    })
    expect(asked.status).toBe(404)
  })
})

import { afterAll, describe, expect, it } from 'vitest'
import type { Bulletin } from '../../src/contract/bulletin.ts'
import { buildApp } from '../../src/server/app.ts'
import { storeInMemory } from '../../src/server/store/engines/sqlite.ts'
import { kbOf, lastMonth, withdrawnKb } from '../support/demo/months.ts'
import { populate } from '../support/demo/populate.ts'
import { ito, sato } from '../support/demo/team.ts'
import { failing, goWrong, overtaken } from './sentinels.ts'

const store = await storeInMemory()
await populate(store)
afterAll(() => store.close())

const bulletin = async (id: string): Promise<Bulletin> => {
  const found = await store.find(id)
  if (found === null) throw new Error(`${id} is not on file`)
  return found
}

describe('the demo data', () => {
  it('has the bulletins of 2005 and fourteen months of updates', async () => {
    const ids = (await store.summaries()).map(({ id }) => id)
    expect(ids.filter((id) => id.startsWith('MS05-'))).toHaveLength(23)
    expect(ids.filter((id) => id.endsWith('-click-to-run'))).toHaveLength(14)
  })

  it('has an update that is exploited, rated by platform, replaces another and has a hotpatch', async () => {
    const { urgency, platforms, supersedes, alternatives } = await bulletin(`KB${kbOf(lastMonth, 0)}`)
    expect(urgency.level).toBe('immediate')
    expect(new Set(platforms.map(({ rating }) => rating)).size).toBeGreaterThan(1)
    expect(supersedes).toEqual([`KB${kbOf(lastMonth - 1, 0)}`])
    expect(alternatives?.map(({ kind }) => kind)).toEqual(['hotpatch'])
  })

  it('has vulnerabilities without a rating, and with a table in their notes', async () => {
    const { vulnerabilities } = await bulletin(`KB${kbOf(lastMonth, 2)}`)
    expect(vulnerabilities.some(({ ratings }) => ratings.every(({ rating }) => rating === 'unrated'))).toBe(true)
    expect(vulnerabilities.some(({ faq }) => faq?.en?.includes('| Version |'))).toBe(true)
  })

  it('has an update that was released again, one with a known issue, and one that was withdrawn', async () => {
    expect((await bulletin(`KB${kbOf(lastMonth, 1)}`)).revisions.at(-1)?.summary.en).toContain('Released again')
    expect((await bulletin(`KB${kbOf(lastMonth, 4)}`)).knownIssues).toHaveLength(1)
    expect(await bulletin(`KB${withdrawnKb}`)).toMatchObject({ source: { status: 'withdrawn' } })
  })

  it('has a fleet, and what two people have done', async () => {
    expect((await store.fleet.current()).lines.length).toBeGreaterThan(5)
    expect(new Set((await store.triage.since(0)).map(({ by }) => by))).toEqual(new Set([ito, sato]))
  })
})

describe('what goes wrong on purpose', () => {
  const app = buildApp({ store, admission: { signIn: 'single-user', user: ito } })
  const ask = async (path: string, init?: RequestInit) => {
    const request = new Request(`http://127.0.0.1${path}`, init)
    return (await goWrong(request, store, ito)) ?? app.fetch(request)
  }

  it('is that one bulletin is never answered, though it is in every list', async () => {
    expect((await ask(`/api/bulletins/${failing}`)).status).toBe(500)
    expect(await store.has(failing)).toBe(true)
    expect((await ask(`/api/bulletins/${overtaken}`)).status).toBe(200)
  })

  it('is that a change of another is overtaken, and saved when it is made on top of that', async () => {
    const path = `/api/bulletins/${overtaken}/triage`
    const save = (version: number) =>
      ask(path, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
        body: JSON.stringify({ status: 'assessing', assignee: null, note: '', reason: null, reviewOn: null }),
      })
    expect((await save(0)).status).toBe(412)
    const now = await store.triage.find(overtaken)
    expect(now?.by).toBe(sato)
    expect((await save(now?.version ?? 0)).status).toBe(200)
  })
})

import { describe, expect, it } from 'vitest'
import { FilterChoice } from '../../src/contract/saved-filters.ts'
import { Assignees } from '../../src/contract/teams.ts'
import { buildApp } from '../../src/server/app.ts'
import { storeInMemory } from '../../src/server/store/engines/sqlite.ts'
import { engines, putAwayAfterEach } from '../support/stores.ts'

const kept = putAwayAfterEach()
const mine = { name: 'Mine', search: '?assignee=me' }
const urgent = { name: 'Urgent', search: '?urgency=immediate' }

describe.each(engines(kept))('saved filters in $name', ({ make }) => {
  it('are a person’s own, and go with the person', async () => {
    const { filters, access } = await make()
    await access.set('Ito', { role: 'analyst', password: 'x' }, 'admin')
    await access.set('Sato', { role: 'viewer', password: 'x' }, 'admin')
    const [ito, sato] = await Promise.all(
      ['Ito', 'Sato'].map(async (name) => ({ person: (await access.find(name))?.id ?? 0 })),
    )
    if (ito === undefined || sato === undefined) throw new Error('two people are needed')
    expect(await filters.own(ito)).toEqual({ version: 0, list: [], start: null })
    expect(await filters.setOwn(ito, 0, { list: [mine, urgent], start: 'Mine' }, 'Ito')).toMatchObject({ version: 1 })
    expect(await filters.setOwn(ito, 0, { list: [], start: null }, 'Ito')).toBeNull()
    expect(await filters.own(ito)).toEqual({ version: 1, list: [mine, urgent], start: 'Mine' })
    expect(await filters.own(sato)).toEqual({ version: 0, list: [], start: null })
    await access.remove('Ito', 'admin')
    expect(await filters.own(ito)).toEqual({ version: 0, list: [], start: null })
  })

  it('are the team’s, in place of what was seen', async () => {
    const { filters } = await make()
    expect(await filters.setTeam(0, { list: [urgent] }, 'Ito')).toEqual({ version: 1, list: [urgent] })
    expect(await filters.setTeam(0, { list: [] }, 'Sato')).toBeNull()
    expect(await filters.team()).toEqual({ version: 1, list: [urgent] })
  })

  it('are beside the teams that alerts are assigned to', async () => {
    const { teams } = await make()
    expect(await teams.current()).toEqual({ version: 0, names: [] })
    const set = await teams.set(0, ['Servers', 'Clients'], 'Ito')
    expect(set?.names).toEqual(['Servers', 'Clients'])
    expect(await teams.set(0, [], 'Sato')).toBeNull()
    expect(await teams.current()).toEqual(set)
  })
})

describe('the API of saved filters', () => {
  const put = (body: object, version: number) => ({
    method: 'PUT',
    headers: { 'content-type': 'application/json', 'if-match': `"${version}"` },
    body: JSON.stringify(body),
  })

  it('keeps what is set, and refuses a name that is there twice', async () => {
    const app = buildApp({ store: await storeInMemory() })
    const choiceIn = async (response: Response) => FilterChoice.parse(await response.json())
    const set = await app.request('/api/filters/own', put({ list: [mine], start: 'Mine' }, 0))
    expect([set.status, set.headers.get('etag')]).toEqual([200, '"1"'])
    expect((await choiceIn(await app.request('/api/filters'))).own).toEqual({ version: 1, list: [mine], start: 'Mine' })
    expect((await app.request('/api/filters/own', put({ list: [], start: null }, 0))).status).toBe(412)
    expect((await app.request('/api/filters/team', put({ list: [mine, mine] }, 0))).status).toBe(400)
    expect((await app.request('/api/filters/team', put({ list: [{ ...mine, search: 'x' }] }, 0))).status).toBe(400)
  })

  it('tells whom an alert can be assigned to', async () => {
    const store = await storeInMemory()
    const app = buildApp({ store, admission: { signIn: 'single-user', user: 'Ito' } })
    await app.request('/api/teams', put({ names: ['Servers'] }, 0))
    const assignees = Assignees.parse(await (await app.request('/api/assignees')).json())
    expect(assignees).toEqual({ people: ['Ito'], teams: ['Servers'] })
  })
})

import type { Context } from 'hono'
import { saved } from '../../contract/endpoints/saved.ts'
import type { FilterChoice } from '../../contract/saved-filters.ts'
import { nameOf, type AppEnv } from '../access/principal.ts'
import type { FilterOwner } from '../store/filters.ts'
import type { Store } from '../store/store.ts'
import { routeGroup, routeOf, type Routes } from './describe.ts'
import { ownerOf } from './own.ts'
import { etagOf, versionIn } from './versions.ts'
import { sendProblem } from '../http/problem.ts'

/** Filters under names, and who alerts are assigned to. */
export function savedRoutes({ store }: { store: Store }): Routes {
  async function choiceOf(owner: FilterOwner | null): Promise<FilterChoice> {
    const [own, team] = await Promise.all([owner === null ? null : store.filters.own(owner), store.filters.team()])
    return { own, team }
  }
  const conflict = (c: Context<AppEnv>, what: string) =>
    sendProblem(c, 412, { code: 'conflict', message: `${what} were changed meanwhile` })

  return routeGroup()
    .openapi(routeOf(saved.listFilters), async (c) =>
      c.json(await choiceOf(await ownerOf(c.get('principal'), store)), 200),
    )
    .openapi(routeOf(saved.setOwnFilters), async (c) => {
      const version = versionIn(c)
      const owner = await ownerOf(c.get('principal'), store)
      if (owner === null)
        return sendProblem(c, 403, { code: 'forbidden', message: 'only people have filters of their own' })
      const set = await store.filters.setOwn(owner, version, c.req.valid('json'), nameOf(c.get('principal')))
      if (set === null) return conflict(c, 'your filters')
      return c.json(await choiceOf(owner), 200, { etag: etagOf(set) })
    })
    .openapi(routeOf(saved.setTeamFilters), async (c) => {
      const version = versionIn(c)
      const principal = c.get('principal')
      const set = await store.filters.setTeam(version, c.req.valid('json'), nameOf(principal))
      if (set === null) return conflict(c, 'the filters of the team')
      return c.json(await choiceOf(await ownerOf(principal, store)), 200, { etag: etagOf(set) })
    })
    .openapi(routeOf(saved.listAssignees), async (c) => {
      const [people, teams] = await Promise.all([store.access.people(), store.teams.current()])
      // Without people who sign in there is one, who works alone.
      const { name } = c.get('principal') ?? { name: null }
      const names = people.length === 0 && name !== null ? [name] : people.map((person) => person.name)
      return c.json({ people: names, teams: teams.names }, 200)
    })
    .openapi(routeOf(saved.viewTeams), async (c) => {
      const teams = await store.teams.current()
      return c.json(teams, 200, { etag: etagOf(teams) })
    })
    .openapi(routeOf(saved.setTeams), async (c) => {
      const version = versionIn(c)
      const set = await store.teams.set(version, c.req.valid('json').names, nameOf(c.get('principal')))
      if (set === null) return conflict(c, 'the teams')
      return c.json(set, 200, { etag: etagOf(set) })
    })
}

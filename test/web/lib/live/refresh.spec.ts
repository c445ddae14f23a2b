import { QueryClient, type QueryKey } from '@tanstack/react-query'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { coverageQuery } from '../../../../src/web/decision/queries.ts'
import { fleetQuery } from '../../../../src/web/catalogue/fleet.ts'
import { historyQueries } from '../../../../src/web/versions/queries.ts'
import { labQueries } from '../../../../src/web/lab/queries.ts'
import { refresh } from '../../../../src/web/lib/live/refresh.ts'
import { meQuery } from '../../../../src/web/lib/me.ts'
import { bulletinQueries } from '../../../../src/web/bulletin/queries.ts'
import { planQuery } from '../../../../src/web/plans/queries.ts'
import { rolloutsQuery } from '../../../../src/web/rollout/queries.ts'
import { triageQuery } from '../../../../src/web/triage/queries.ts'
import type { Changes, Topic } from '../../../../src/contract/events.ts'
import { topics } from '../../../../src/contract/topics.ts'
import { catalogueQuery } from '../../../../src/web/catalogue/catalogue.ts'
import { vulnerabilitiesQuery } from '../../../../src/web/matrix/queries.ts'

/** What is read of all bulletins at once, and of one. */
const shared = {
  catalogue: catalogueQuery().queryKey,
  vulnerabilities: vulnerabilitiesQuery().queryKey,
  lab: labQueries.reports().queryKey,
  triage: triageQuery().queryKey,
  rollouts: rolloutsQuery().queryKey,
  fleet: fleetQuery().queryKey,
  plan: planQuery('1').queryKey,
  me: meQuery().queryKey,
}
const own = (id: string) => ({
  view: bulletinQueries.view(id).queryKey,
  history: historyQueries.of(id).queryKey,
  version: historyQueries.version(id, 1).queryKey,
  recorded: labQueries.recorded(id).queryKey,
  coverage: coverageQuery(id).queryKey,
})
const a = own('MS05-018')
const b = own('MS05-019')

const named = (keys: Record<string, QueryKey>, of = '') =>
  Object.entries(keys).map(([name, key]): [string, QueryKey] => [name + of, key])

/** A page that has read everything, and the names of what counts as old once it has been told. */
async function oldAfter(told: Changes['topics']) {
  const client = new QueryClient()
  const keys = [...named(shared), ...named(a, ' of 018'), ...named(b, ' of 019')]
  for (const [, key] of keys) client.setQueryData(key, 'read')
  await refresh(client, told)
  return keys.filter(([, key]) => client.getQueryState(key)?.isInvalidated).map(([name]) => name)
}

describe('what is read again', () => {
  it.each<{ topic: Topic; old: string[] }>([
    { topic: 'bulletins', old: ['catalogue', 'vulnerabilities', 'lab', 'plan', 'view of 019', 'history of 019'] },
    { topic: 'triage', old: ['triage', 'history of 019'] },
    { topic: 'discussion', old: ['history of 019'] },
    { topic: 'lab', old: ['catalogue', 'lab', 'plan', 'view of 019', 'history of 019', 'recorded of 019'] },
    { topic: 'decision', old: ['history of 019'] },
    { topic: 'rollouts', old: ['rollouts', 'history of 019'] },
    { topic: 'fleet', old: ['fleet'] },
    { topic: 'plans', old: ['plan'] },
    { topic: 'machines', old: ['fleet', 'plan', 'coverage of 019'] },
    { topic: 'holds', old: ['plan', 'history of 019'] },
    { topic: 'due', old: ['plan', 'history of 019'] },
    { topic: 'coverage', old: ['history of 019', 'coverage of 019'] },
  ])('is what shows it, when $topic of one bulletin has changed', async ({ topic, old }) => {
    expect(await oldAfter({ [topic]: ['MS05-019'] })).toEqual(old)
  })

  it('is never of one bulletin when others have changed', () =>
    fc.assert(
      fc.asyncProperty(fc.subarray([...topics]), fc.subarray(['MS05-019', 'MS05-020']), async (changed, ids) => {
        const old = await oldAfter(Object.fromEntries(changed.map((topic) => [topic, ids])))
        expect(old.filter((name) => name.endsWith('018'))).toEqual([])
      }),
    ))

  it('is all that was read of the team and the bulletins when anything may have changed', async () => {
    const old = await oldAfter(Object.fromEntries(topics.map((topic) => [topic, null])))
    const names = Object.keys(a)
    expect(old).toEqual([
      ...Object.keys(shared).filter((name) => name !== 'me'),
      ...names.map((name) => `${name} of 018`),
      ...names.map((name) => `${name} of 019`),
    ])
  })

  it('is read once more when the first answer was under way', async () => {
    const client = new QueryClient()
    const answers = [Promise.withResolvers<string>(), Promise.withResolvers<string>()]
    let asked = 0
    const options = { queryKey: historyQueries.of('MS05-019').queryKey, staleTime: 'static' } as const
    const reading = client.query<unknown>({ ...options, queryFn: () => answers[asked++]?.promise })
    const refreshed = refresh(client, { discussion: ['MS05-019'] })
    answers[0]?.resolve('before')
    expect(await reading).toBe('before')
    await refreshed
    expect(client.getQueryState(options.queryKey)?.isInvalidated).toBe(true)
  })

  it('is left as it is when the first answer fails', async () => {
    const client = new QueryClient()
    const answer = Promise.withResolvers<string>()
    const { queryKey } = historyQueries.of('MS05-019')
    const reading = client.query<unknown>({ queryKey, queryFn: () => answer.promise }).catch(() => 'failed')
    const refreshed = refresh(client, { discussion: ['MS05-019'] })
    answer.reject(new Error('no answer'))
    expect(await reading).toBe('failed')
    await refreshed
    expect(client.getQueryData(queryKey)).toBeUndefined()
  })
})

import { QueryClient } from '@tanstack/react-query'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { historyQueries } from '../../../src/web/versions/queries.ts'
import { saveTriage } from '../../../src/web/triage/save-triage.ts'
import { stateIn, triageQuery } from '../../../src/web/triage/queries.ts'
import { defaultState } from '../../../src/domain/triage/triage.ts'
import { buildApp } from '../../../src/server/app.ts'
import type { Store } from '../../../src/server/store/store.ts'
import { contentStore } from '../../support/content-store.ts'

const id = 'MS05-019'
const planned = { id, version: 0, ...defaultState, status: 'planned' } as const

const server = setupServer()
beforeAll(() => server.listen({ onUnhandledRequest: 'error' }))
afterEach(() => server.resetHandlers())
afterAll(() => server.close())

/** A page that knows all states, and whose next answers are held back until they are let go. */
async function page() {
  const store: Store = await contentStore()
  const app = buildApp({ store })
  const held = Promise.withResolvers<void>()
  let isHeld = false
  server.use(
    http.get('*/api/triage', async ({ request }) => {
      const response = await app.fetch(request)
      if (isHeld) await held.promise
      return response
    }),
    http.all('*/api/*', ({ request }) => app.fetch(request)),
  )
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: 'static' } } })
  await client.query(triageQuery())
  return {
    store,
    client,
    letGo: held.resolve,
    /** Has what has changed read again, as when something is told; the answer is made now, and comes when it is let go. */
    readAgain: () => {
      isHeld = true
      return client.query({ ...triageQuery(), staleTime: 0 }).catch(() => null)
    },
    shown: () => stateIn(client.getQueryData(triageQuery().queryKey)?.states ?? new Map(), id),
  }
}

it('a state is shown before it is saved, and as it was where it cannot be saved', async () => {
  const { client, shown } = await page()
  server.use(http.put('*/api/bulletins/*/triage', () => HttpResponse.error()))
  const saving = saveTriage(client, [planned])
  expect(shown().status).toBe('planned')
  await expect(saving).rejects.toThrow('no answer')
  expect(shown().status).toBe('new')
})

it('of two changes that cannot be saved neither stays, in whatever order they fail', async () => {
  for (const first of [0, 1]) {
    const { client, shown } = await page()
    const refused = [Promise.withResolvers<void>(), Promise.withResolvers<void>()] as const
    let sent = 0
    server.use(
      http.put('*/api/bulletins/*/triage', async () => {
        await refused[sent++ === 0 ? 0 : 1].promise
        return HttpResponse.error()
      }),
    )
    const saving = [saveTriage(client, [planned])]
    await expect.poll(() => sent).toBe(1)
    saving.push(saveTriage(client, [{ ...planned, status: 'done' }]))
    await expect.poll(() => sent).toBe(2)
    expect(shown().status).toBe('done')
    for (const at of [first, 1 - first]) {
      refused[at === 0 ? 0 : 1].resolve()
      await expect(saving[at]).rejects.toThrow('no answer')
    }
    expect(shown()).toMatchObject({ status: 'new', version: 0 })
    server.resetHandlers()
  }
})

it('what could not be saved does not come back with an answer that was under way', async () => {
  const { client, letGo, readAgain, shown } = await page()
  const refused = Promise.withResolvers<void>()
  server.use(
    http.put('*/api/bulletins/*/triage', async () => {
      await refused.promise
      return HttpResponse.error()
    }),
  )
  const saving = saveTriage(client, [planned])
  expect(shown().status).toBe('planned')
  const reading = readAgain()
  refused.resolve()
  await expect(saving).rejects.toThrow('no answer')
  letGo()
  await reading
  expect(shown().status).toBe('new')
})

it('what was saved stays when an answer comes that was made before', async () => {
  const { client, letGo, readAgain, shown } = await page()
  const reading = readAgain()
  await saveTriage(client, [planned])
  letGo()
  await reading
  expect(shown()).toMatchObject({ status: 'planned', by: 'local' })
})

it('what somebody else has set meanwhile is shown where the own change was too late', async () => {
  const { client, store, letGo, readAgain, shown } = await page()
  const reading = readAgain()
  await store.triage.set([{ ...planned, status: 'done' }], 'Sato')
  await expect(saveTriage(client, [planned])).rejects.toMatchObject({ code: 'conflict' })
  letGo()
  await reading
  expect(shown()).toMatchObject({ status: 'done', by: 'Sato' })
})

it('the record of a bulletin is read again once its state is saved, told of or not', async () => {
  const { client } = await page()
  for (const each of [id, 'MS05-018']) await client.query(historyQueries.of(each))
  const isOld = (each: string) => client.getQueryState(historyQueries.of(each).queryKey)?.isInvalidated
  await saveTriage(client, [planned])
  expect([isOld(id), isOld('MS05-018')]).toEqual([true, false])
  await saveTriage(client, [
    { ...planned, id: 'MS05-018' },
    { ...planned, id: 'MS05-017' },
  ])
  expect(isOld('MS05-018')).toBe(true)
})

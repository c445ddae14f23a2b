import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterEach, describe, expect, it } from 'vitest'
import type { Problem } from '../../../src/contract/problem.ts'
// The page comes in a chunk of its own; loaded beforehand, no test waits for it to be compiled.
import '../../../src/web/rollout/RolloutPage.tsx'
import { buildApp } from '../../../src/server/app.ts'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'

const store = await contentStore()
const network = mockApiForFile(store)
const app = buildApp({ store })
afterEach(async () => {
  network.resetHandlers()
  for (const { id } of await store.fleet.rollouts()) await store.fleet.withdraw(id, 'test')
})

const page = '/rollout?plan=1;b:MS05-019;z:Asia/Tokyo;s:2005-04-19'
const run = { bulletin: 'MS05-019', machines: 50, consoles: 1, minutes: 20, on: '2026-11-20' }
const outOfOrder = { code: 'unavailable', message: 'out of order' } satisfies Problem
const onFile = async () => (await store.fleet.rollouts()).map(({ bulletin, minutes }) => `${bulletin} ${minutes}`)

/** The next run arrives, and its answer does not. */
const loseAnAnswer = () =>
  network.use(
    http.post(
      '*/rollouts',
      async ({ request }) => {
        await app.fetch(request)
        return HttpResponse.error()
      },
      { once: true },
    ),
  )

describe('measured runs on file', () => {
  it('correct the plan for as long as there are enough of them', async () => {
    const { bulletin, ...measurement } = run
    await store.fleet.record(bulletin, measurement, 'Sato')
    await store.fleet.record(bulletin, { ...measurement, on: '2026-11-21' }, 'Sato')
    const { address } = renderAt(page)
    await screen.findByText('2 runs: median 1.11×, 10–90% 1.11–1.11×')
    await userEvent.click(screen.getByRole('checkbox', { name: /^Correct by measured runs/ }))
    await waitFor(() => expect(address()).toContain('u:2:1.'))
    await userEvent.click(screen.getByLabelText('Delete the run of 20 Nov 2026'))
    await userEvent.click(screen.getByText('Cancel', { selector: 'dialog button' }))
    expect(await onFile()).toHaveLength(2)
    await userEvent.click(screen.getByLabelText('Delete the run of 20 Nov 2026'))
    await userEvent.click(screen.getByText('Delete', { selector: 'dialog button' }))
    await waitFor(() => expect(address()).not.toContain('u:'))
  })
})

describe('a measured run', () => {
  const minutes = () => screen.findByLabelText<HTMLInputElement>('Install time (min)')
  const record = async () => userEvent.click(screen.getByText('Record'))

  it('stays in its fields when it could not be recorded, and is recorded by the next try', async () => {
    network.use(http.post('*/rollouts', () => HttpResponse.json(outOfOrder, { status: 503 }), { once: true }))
    renderAt(page)
    await userEvent.type(await minutes(), '94')
    await record()
    await screen.findByText(/^It could not be saved\. The server is not ready/)
    expect((await minutes()).value).toBe('94')
    await record()
    await waitFor(async () => expect((await minutes()).value).toBe(''))
    expect(await onFile()).toEqual(['MS05-019 94'])
    expect(screen.queryByText(/^It could not be saved/)).toBeNull()
  })

  it('is on file once, even if the answer was lost and it is sent again', async () => {
    loseAnAnswer()
    renderAt(page)
    await userEvent.type(await minutes(), '94')
    await record()
    await screen.findByText(/^It could not be saved/)
    await record()
    await waitFor(async () => expect((await minutes()).value).toBe(''))
    expect(await onFile()).toEqual(['MS05-019 94'])
  })
})

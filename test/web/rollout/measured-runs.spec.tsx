import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Me } from '../../../src/contract/access.ts'
import type { Problem } from '../../../src/contract/problem.ts'
// The page comes in a chunk of its own; loaded beforehand, no test waits for it to be compiled.
import '../../../src/web/rollout/RolloutPage.tsx'
import { buildApp } from '../../../src/server/app.ts'
import { mockApi } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'

const store = await contentStore()
const network = mockApi(store)
const app = buildApp({ store })
beforeAll(() => network.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => localStorage.setItem('hotfix-report.language', 'en'))
afterEach(async () => {
  network.resetHandlers()
  for (const { id } of await store.fleet.rollouts()) await store.fleet.withdraw(id, 'test')
})
afterAll(() => network.close())

const page = '/rollout?plan=1;b:MS05-019;z:Asia/Tokyo;s:2005-04-19'
const run = { bulletin: 'MS05-019', machines: 50, consoles: 1, minutes: 20, on: '2026-11-20' }
const keep = (...runs: (typeof run)[]) => localStorage.setItem('hotfix-report.measured-runs', JSON.stringify(runs))
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

describe('measured runs that are kept on this device', () => {
  const move = async () => userEvent.click(await screen.findByText('Move to the shared record'))

  it('are said not to count, until they are moved', async () => {
    keep(run, { ...run, on: '2026-11-21' })
    const { address } = renderAt(page)
    await screen.findByText(
      '2 runs are kept on this device only. They correct nothing until they are in the shared record.',
    )
    await move()
    await screen.findByText('2 runs: median 1.11×, 10–90% 1.11–1.11×')
    expect(screen.queryByText(/kept on this device/)).toBeNull()
    expect(await onFile()).toEqual(['MS05-019 20', 'MS05-019 20'])
    await waitFor(() => expect(address()).toContain('u:2:1.'))
    await userEvent.click(screen.getByLabelText('Delete the run of 20 Nov 2026'))
    await userEvent.click(screen.getByText('Cancel', { selector: 'dialog button' }))
    expect(await onFile()).toHaveLength(2)
    await userEvent.click(screen.getByLabelText('Delete the run of 20 Nov 2026'))
    await userEvent.click(screen.getByText('Delete', { selector: 'dialog button' }))
    await waitFor(() => expect(address()).not.toContain('u:'))
  })

  it('are moved but for those that cannot be, which are named with the reason and can be discarded', async () => {
    keep({ ...run, bulletin: 'MS99-001' }, run)
    renderAt(page)
    await move()
    const refused = within(await screen.findByRole('list', { name: 'Could not be moved' }))
    refused.getByText('20 Nov 2026, MS99-001, 50 machines: There is no such bulletin.')
    expect(await onFile()).toEqual(['MS05-019 20'])
    await userEvent.click(refused.getByRole('button', { name: 'Discard: 20 Nov 2026 MS99-001' }))
    await waitFor(() => expect(screen.queryByText(/kept on this device/)).toBeNull())
    expect(await onFile()).toEqual(['MS05-019 20'])
  })

  it('are on file once, even if the answer was lost and they are moved again', async () => {
    keep(run, { ...run, minutes: 21 })
    loseAnAnswer()
    renderAt(page)
    await move()
    await screen.findByText(/^20 Nov 2026, MS05-019, 50 machines: The server cannot be reached/)
    await move()
    await waitFor(() => expect(screen.queryByText(/kept on this device/)).toBeNull())
    expect(await onFile()).toEqual(['MS05-019 20', 'MS05-019 21'])
  })

  it('are told of to who may only look, and who can move them', async () => {
    keep(run)
    const viewer: Me = { name: 'Sato', role: 'viewer', signIn: 'accounts', last: 0 }
    network.use(http.get('*/api/me', () => HttpResponse.json(viewer)))
    renderAt(page)
    await screen.findByText(/^One run is kept on this device only\./)
    expect(await screen.findByText('Whoever may record rollouts can move it, signed in on this device.')).toBeDefined()
    expect(screen.queryByRole('button', { name: 'Move to the shared record' })).toBeNull()
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

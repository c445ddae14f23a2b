import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Notice, Subscription, SubscriptionSettings } from '../../../src/contract/notices.ts'
// The pages come in chunks of their own; loaded beforehand, no test waits for them to be compiled.
import '../../../src/web/alerts/AlertsPage.tsx'
import '../../../src/web/filters/SaveFilter.tsx'
import '../../../src/web/notices/NoticeLog.tsx'
import '../../../src/web/notices/LinkPages.tsx'
import '../../../src/web/notices/NoticesPage.tsx'
import '../../../src/web/notices/form/SubscriptionEditor.tsx'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
import { mockApi } from '../../mock/network.ts'
import { listing } from '../../support/listing.ts'
import { renderAt } from '../../support/render-at.tsx'

const close: (() => void)[] = []
beforeEach(() => localStorage.setItem('hotfix-report.language', 'en'))
afterEach(() => {
  for (const each of close.splice(0)) each()
  sessionStorage.clear()
})

/** A server on which a fix has come in. */
async function given() {
  const store = await storeInMemory()
  await store.save({ platforms: [], bulletins: [listing('KB5000001', ['CVE-2031-0001'], 'windows-11.24h2')] }, 'msrc')
  const network = mockApi(store)
  network.listen({ onUnhandledRequest: 'error' })
  close.push(() => network.close())
  return { store, network }
}

const settings: SubscriptionSettings = {
  name: 'All fixes',
  owner: { kind: 'person', name: 'Sato' },
  about: 'changes',
  search: '',
  kinds: ['new'],
  isAssigned: false,
  isWatched: false,
  channel: 1,
  when: { every: 'change' },
  language: 'en',
}
const quiet: Subscription['arrival'] = { state: 'quiet', lastAt: null, sent: 0, failed: 0, waiting: 0, why: null }
const subscription = (change: Partial<Subscription>): Subscription => ({
  ...settings,
  id: 1,
  version: 1,
  state: 'active',
  by: 'Sato',
  at: '2031-01-14T08:00:00.000Z',
  madeBy: 'Sato',
  arrival: quiet,
  ...change,
})
const channel = {
  id: 1,
  kind: 'email',
  owner: settings.owner,
  name: '',
  address: 'sato@example.com',
  state: 'working',
  why: null,
  language: 'en',
  by: 'Sato',
  at: '2031-01-14T08:00:00.000Z',
} as const

/** The API with these subscriptions, which all go to one channel. */
async function listed(...subscriptions: Subscription[]) {
  const { network } = await given()
  network.use(
    http.get('*/api/subscriptions', () => HttpResponse.json({ subscriptions })),
    http.get('*/api/channels', () => HttpResponse.json({ channels: [channel] })),
    http.get('*/api/notices/health', () => HttpResponse.json({ email: { ...quiet, state: 'arriving', sent: 7 } })),
  )
  return network
}

const names = () =>
  within(screen.getByRole('table', { name: 'Subscriptions' }))
    .getAllByRole('rowheader')
    .map(({ textContent }) => /^\w+/.exec(textContent)?.[0])

describe('the page of notices', () => {
  it('shows first what does not arrive, and last what is paused', async () => {
    await listed(
      subscription({ id: 1, name: 'Paused', state: 'paused' }),
      subscription({ id: 2, name: 'Arriving', arrival: { ...quiet, state: 'arriving' } }),
      subscription({ id: 3, name: 'Failing', arrival: { ...quiet, state: 'failing', why: '410 Gone' } }),
    )
    renderAt('/notices')
    await screen.findByText(/410 Gone/)
    expect(names()).toEqual(['Failing', 'Arriving', 'Paused'])
    expect(screen.getByText('3 of your own, 1 not arriving, 1 paused')).toBeDefined()
  })

  it('lists those of teams alone when asked to', async () => {
    await listed(
      subscription({ id: 1, name: 'Own' }),
      subscription({ id: 2, name: 'Shared', owner: { kind: 'team', name: 'Clients' } }),
    )
    const { address } = renderAt('/notices')
    await userEvent.click(await screen.findByRole('radio', { name: 'Teams 1' }))
    await waitFor(() => expect(names()).toEqual(['Shared']))
    expect(address()).toContain('whose=team')
  })

  it('says in which time zone the next issue of the Weekly is out', async () => {
    const { store } = await given()
    await store.weekly.setSettings(0, { on: 1, at: '09:00', zone: 'Asia/Tokyo', skipsEmpty: false }, 'Sato')
    renderAt('/notices')
    expect(await screen.findByText(/^next .*\(Asia\/Tokyo\)$/)).toBeDefined()
  })

  it('says why the subscriptions cannot be read, and reads them again', async () => {
    const network = await listed(subscription({}))
    network.use(http.get('*/api/subscriptions', () => HttpResponse.json({}, { status: 500 }), { once: true }))
    renderAt('/notices')
    await screen.findByText('Something went wrong on the server.')
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('table', { name: 'Subscriptions' })).toBeDefined()
  })
})

describe('a subscription', () => {
  it('is made from a ready-made one: what it would have sent is seen before, and the address is confirmed after', async () => {
    const { store } = await given()
    renderAt('/notices')
    await userEvent.click(await screen.findByRole('link', { name: /^Urgent on my machines/ }))
    const form = within(await screen.findByRole('form', { name: 'New subscription' }))
    await userEvent.click(form.getByRole('button', { name: 'Clear all filters' }))
    expect(await screen.findByRole('link', { name: /^KB5000001/ })).toBeDefined()
    expect(screen.getByText('1 in the last 30 days, at most 1 a day')).toBeDefined()
    expect(await store.subscriptions.all()).toEqual([])
    await userEvent.click(form.getByRole('button', { name: 'Save' }))
    expect(form.getByText('Please choose where it goes.')).toBeDefined()
    await userEvent.type(form.getByRole('textbox', { name: /Mail address/ }), 'sato@example.com')
    await userEvent.click(form.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('the address is not confirmed yet')).toBeDefined()
    expect(await store.subscriptions.all()).toMatchObject([{ name: 'Urgent on my machines', search: '' }])
    expect(await store.channels.all()).toMatchObject([{ address: 'sato@example.com', state: 'unconfirmed' }])
  })

  it('takes over the filter of the list of alerts', async () => {
    await given()
    renderAt('/alerts?urgency=immediate')
    await userEvent.click(await screen.findByRole('link', { name: 'Notify me of it' }))
    const form = within(await screen.findByRole('form', { name: 'New subscription' }))
    expect(form.getByRole('button', { name: /^Remove .*immediate/i })).toBeDefined()
    await userEvent.selectOptions(form.getByRole('combobox', { name: 'Add a condition' }), 'severity 1')
    expect(form.getByRole('button', { name: /^Remove .*1 critical/i })).toBeDefined()
  })

  it('is paused, resumed and deleted, which is asked first', async () => {
    const { store } = await given()
    renderAt('/notices?show=form')
    const form = within(await screen.findByRole('form', { name: 'New subscription' }))
    await userEvent.type(form.getByRole('textbox', { name: /Mail address/ }), 'sato@example.com')
    await userEvent.click(form.getByRole('button', { name: 'Save' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Pause' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Resume' }))
    await screen.findByRole('button', { name: 'Pause' })
    const [delete_] = screen.getAllByRole('button', { name: 'Delete' })
    await userEvent.click(delete_ ?? document.body)
    await userEvent.click(
      within(await screen.findByRole('dialog', { name: /^Delete/, hidden: true })).getByRole('button', {
        name: 'Delete',
        hidden: true,
      }),
    )
    expect(await screen.findByText('Start here')).toBeDefined()
    expect(await store.subscriptions.all()).toEqual([])
  })
})

describe('the log', () => {
  const notice: Notice = {
    id: 'msg_1',
    subscription: 1,
    name: 'All fixes',
    channel: 1,
    kind: 'slack',
    address: 'hooks.slack.com',
    state: 'waiting',
    madeAt: '2031-01-14T08:00:00.000Z',
    sentAt: null,
    nextAt: '2031-01-14T10:00:00.000Z',
    attempts: [1, 2].map((minute) => ({
      at: `2031-01-14T08:0${minute}:00.000Z`,
      outcome: 'failed',
      answer: '503 Service Unavailable',
    })),
    content: { about: 'test' },
  }

  it('tells what was sent where, and what came back; on request only what has not arrived', async () => {
    const network = await listed()
    network.use(
      http.get('*/api/notices', ({ request }) =>
        HttpResponse.json(new URL(request.url).searchParams.has('failing') ? [] : [notice]),
      ),
    )
    renderAt('/notices?show=log')
    expect(await screen.findByText('2 attempts: 503 Service Unavailable')).toBeDefined()
    expect(screen.getByText('hooks.slack.com')).toBeDefined()
    await userEvent.click(screen.getByRole('checkbox', { name: 'Only what has not arrived' }))
    expect(await screen.findByText('Everything has arrived.')).toBeDefined()
  })
})

describe('a channel of a team', () => {
  it('is added by an admin, and what it is signed with is shown once', async () => {
    const { store } = await given()
    await store.teams.set(0, ['Clients'], 'test')
    renderAt('/notices')
    await userEvent.click(await screen.findByRole('button', { name: 'Add a channel for a team' }))
    await userEvent.type(
      await screen.findByRole('textbox', { name: 'Address' }),
      'https://itsm.example.com/hooks/secret-part',
    )
    await userEvent.click(screen.getByRole('button', { name: 'Add' }))
    expect(await screen.findByText(/^whsec_/)).toBeDefined()
    await userEvent.click(screen.getByRole('button', { name: 'I have it' }))
    expect(await screen.findByText('Channels of Clients')).toBeDefined()
    expect(screen.getByText('itsm.example.com')).toBeDefined()
    expect(document.body.textContent).not.toMatch(/whsec_|secret-part/)
  })
})

describe('a link of a mail', () => {
  it('confirms the address when its button is pressed, and not before', async () => {
    const { network } = await given()
    const sent: unknown[] = []
    network.use(
      http.post('*/api/confirmations', async ({ request }) => {
        sent.push(await request.json())
        return HttpResponse.json({ address: 'sato@example.com' })
      }),
    )
    renderAt('/confirm#s3cret')
    const button = await screen.findByRole('button', { name: 'Confirm this address' })
    expect(sent).toEqual([])
    await userEvent.click(button)
    expect(await screen.findByText(/^sato@example.com is confirmed/)).toBeDefined()
    expect(sent).toEqual([{ secret: 's3cret' }])
  })

  it('unsubscribes by one button, and says where it counts no more', async () => {
    await given()
    renderAt('/unsubscribe#nothing')
    await userEvent.click(await screen.findByRole('button', { name: 'Unsubscribe' }))
    expect(await screen.findByText(/^This link does not work/)).toBeDefined()
  })
})

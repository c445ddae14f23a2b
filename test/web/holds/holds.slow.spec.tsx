import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import type { NewHold } from '../../../src/contract/holds.ts'
// The pages come in chunks of their own; loaded beforehand, no test waits for them to be compiled.
import '../../../src/web/alerts/AlertsPage.tsx'
import '../../../src/web/bulletin/BulletinPage.tsx'
import '../../../src/web/holds/HoldsPage.tsx'
import '../../../src/web/rollout/RolloutPage.tsx'
import { addDays, dayIn } from '../../../src/domain/due/days.ts'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
import { dayNow } from '../../../src/web/lib/clock.tsx'
import { mockApi } from '../../mock/network.ts'
import { listing } from '../../support/listing.ts'
import { renderAt } from '../../support/render-at.tsx'

const platform = 'windows-11.24h2'
const fix = (id: string): Bulletin => ({
  ...listing(id, ['CVE-2031-0001'], platform),
  kb: [id.slice(2)],
  packages: [{ name: id, platforms: [platform], files: [] }],
})
const until = addDays(dayNow(), 4)
const hold: NewHold = {
  bulletins: ['KB5000001'],
  platforms: [],
  roles: [],
  reason: 'It restarts again and again',
  until,
}

const close: (() => void)[] = []
beforeEach(() => localStorage.setItem('hotfix-report.language', 'en'))
afterEach(() => {
  for (const each of close.splice(0)) each()
  sessionStorage.clear()
})

/** A server with two fixes, machines for them, and these holds. */
async function given(...holds: NewHold[]) {
  const store = await storeInMemory()
  await store.save(
    {
      platforms: [
        {
          id: platform,
          family: 'Windows 11',
          version: '24H2',
          variant: null,
          label: { en: 'Windows 11 24H2' },
          kind: 'client',
          supportEndsOn: null,
        },
      ],
      bulletins: [fix('KB5000001'), fix('KB5000002')],
    },
    'test',
  )
  await store.fleet.set(0, [{ platform, edition: null, machines: 20, roles: ['kiosk'] }], 'test')
  for (const each of holds) await store.holds.set(each, 'Sato')
  const network = mockApi(store)
  network.listen({ onUnhandledRequest: 'error' })
  close.push(() => network.close())
  return { store, network }
}

const panel = async (name: RegExp) =>
  within((await screen.findByRole('heading', { level: 2, name })).closest('section') as HTMLElement)

describe('a hold', () => {
  it('is on the card of its fix, and on no other', async () => {
    await given(hold)
    renderAt('/alerts')
    expect(
      await within(await screen.findByRole('article', { name: 'KB5000001' })).findByText(/^Hold until/),
    ).toBeDefined()
    expect(within(screen.getByRole('article', { name: 'KB5000002' })).queryByText(/hold/i)).toBeNull()
  })

  it('on some machines alone says so on the card', async () => {
    await given({ ...hold, bulletins: null, platforms: [platform], roles: ['kiosk'] })
    renderAt('/alerts')
    const card = within(await screen.findByRole('article', { name: 'KB5000002' }))
    expect(await card.findByText(/^Held in part until/)).toBeDefined()
  })

  it('is what the filter of the list finds', async () => {
    await given(hold)
    renderAt('/alerts?held=yes')
    expect(await screen.findByRole('heading', { level: 1, name: /^1/ })).toBeDefined()
    expect(await screen.findByRole('article', { name: 'KB5000001' })).toBeDefined()
    expect(await screen.findByText('Hold: Held')).toBeDefined()
  })

  it('is over the page of its fix with the machines and the reason', async () => {
    await given({ ...hold, platforms: [platform], roles: ['kiosk'] })
    renderAt('/bulletins/KB5000001')
    const banner = within(await screen.findByRole('complementary', { name: 'Holds' }))
    expect(banner.getByText(/Windows 11 24H2 · role kiosk · It restarts again and again$/)).toBeDefined()
  })

  it('is told on a plan for its machines', async () => {
    await given({ ...hold, platforms: [platform] })
    renderAt(`/rollout?plan=1;b:KB5000001;m:${platform}:20;z:Asia/Tokyo`)
    expect(await screen.findByText('Holds on machines of this plan')).toBeDefined()
  })
})

describe('on the page of a fix', () => {
  it('a hold is set with its reason and last day', async () => {
    const { store } = await given()
    renderAt('/bulletins/KB5000001')
    const holds = await panel(/^Holds/)
    await userEvent.click(await holds.findByRole('button', { name: 'Set a hold' }))
    await userEvent.click(holds.getByRole('button', { name: 'Set the hold' }))
    expect(holds.getByText('Please say why.')).toBeDefined()
    expect(document.activeElement).toBe(holds.getByRole('textbox', { name: 'Reason' }))
    await userEvent.click(holds.getByRole('checkbox', { name: /^Windows 11 24H2/ }))
    await userEvent.click(holds.getByRole('checkbox', { name: 'kiosk' }))
    await userEvent.type(holds.getByRole('textbox', { name: 'Reason' }), 'It hangs')
    await userEvent.type(holds.getByLabelText('Last day'), until)
    await userEvent.click(holds.getByRole('button', { name: 'Set the hold' }))
    expect(await holds.findByText('It hangs')).toBeDefined()
    expect(await store.holds.all()).toMatchObject([
      { bulletins: ['KB5000001'], platforms: [platform], roles: ['kiosk'], reason: 'It hangs', until },
    ])
  })

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago'])('a hold begins today where the team is: %s', async (zone) => {
    const { store } = await given()
    const { version, at: _at, by: _by, ...policy } = await store.due.policy()
    await store.due.setPolicy(version, { ...policy, zone }, 'Ito')
    renderAt('/bulletins/KB5000001')
    const holds = await panel(/^Holds/)
    await userEvent.click(await holds.findByRole('button', { name: 'Set a hold' }))
    expect(holds.getByLabelText('Last day').getAttribute('min')).toBe(dayIn(zone)(new Date()))
  })

  it('a hold is renewed to a later day, which is counted', async () => {
    await given(hold)
    renderAt('/bulletins/KB5000001')
    const holds = await panel(/^Holds/)
    await userEvent.click(await holds.findByRole('button', { name: 'Renew' }))
    await userEvent.type(holds.getByLabelText('New last day'), until)
    await userEvent.type(holds.getByRole('textbox', { name: 'Reason' }), 'Not mended yet')
    await userEvent.click(holds.getByRole('button', { name: 'Renew' }))
    expect(holds.getByText(/^Please choose a day after/)).toBeDefined()
    await userEvent.clear(holds.getByLabelText('New last day'))
    await userEvent.type(holds.getByLabelText('New last day'), addDays(until, 3))
    await userEvent.click(holds.getByRole('button', { name: 'Renew' }))
    expect(await holds.findByText(/renewed once/)).toBeDefined()
    expect(holds.getByText('Not mended yet')).toBeDefined()
  })

  it('a hold is ended with a reason, and nothing is held any more', async () => {
    await given(hold)
    renderAt('/bulletins/KB5000001')
    const holds = await panel(/^Holds/)
    await userEvent.click(await holds.findByRole('button', { name: 'End it' }))
    await userEvent.type(holds.getByRole('textbox', { name: 'Why it ends' }), 'Mended')
    await userEvent.click(holds.getByRole('button', { name: 'End it' }))
    expect(await holds.findByText('No hold is on this fix.')).toBeDefined()
    expect(screen.queryByRole('complementary', { name: 'Holds' })).toBeNull()
    expect(await (await panel(/^Record/)).findByText('Mended')).toBeDefined()
  })

  it('a person who is late is told so, and sees what is there now', async () => {
    const { store } = await given(hold)
    renderAt('/bulletins/KB5000001')
    const holds = await panel(/^Holds/)
    await userEvent.click(await holds.findByRole('button', { name: 'Renew' }))
    const [{ id, version } = { id: 0, version: 0 }] = await store.holds.all()
    await store.holds.renew(id, { version, until: addDays(until, 1), reason: 'Sato was quicker' }, 'Sato')
    await userEvent.type(holds.getByLabelText('New last day'), addDays(until, 9))
    await userEvent.type(holds.getByRole('textbox', { name: 'Reason' }), 'late')
    await userEvent.click(holds.getByRole('button', { name: 'Renew' }))
    expect(await holds.findByText(/could not be changed/)).toBeDefined()
    expect(await holds.findByText('Sato was quicker')).toBeDefined()
  })

  it('says that the holds could not be read', async () => {
    const { network } = await given(hold)
    network.use(http.get('*/api/holds', () => HttpResponse.json({ code: 'unexpected', message: '' }, { status: 500 })))
    renderAt('/bulletins/KB5000001')
    expect(await (await panel(/^Holds/)).findByText(/^The holds could not be read/)).toBeDefined()
  })
})

describe('the page of holds', () => {
  it('lists those in force, and those that are over when they are wanted', async () => {
    const { store } = await given(hold, { ...hold, bulletins: null, reason: 'A freeze' })
    const [, freeze] = await store.holds.all()
    if (freeze === undefined) throw new Error('two holds are needed')
    await store.holds.end(freeze.id, { version: freeze.version, why: 'The year is over' }, 'Ito')
    renderAt('/holds')
    const open = await panel(/^Holds in force/)
    expect(await open.findByRole('link', { name: 'KB5000001' })).toBeDefined()
    expect(open.queryByText('A freeze')).toBeNull()
    await userEvent.click(screen.getByRole('button', { name: 'Show those that are over' }))
    expect(await screen.findByText(/^Ended by Ito.*The year is over$/)).toBeDefined()
  })

  it('sets a hold on fixes by their ids, and says where one is not on file', async () => {
    const { store } = await given()
    renderAt('/holds')
    await userEvent.click(await screen.findByRole('button', { name: 'Set a hold' }))
    const ids = await screen.findByRole('textbox', { name: /^Ids of fixes/ })
    await userEvent.type(ids, '5000002, KB9999999')
    await userEvent.type(screen.getByRole('textbox', { name: 'Reason' }), 'It hangs')
    await userEvent.type(screen.getByLabelText('Last day'), until)
    await userEvent.click(screen.getByRole('button', { name: 'Set the hold' }))
    expect(await screen.findByText(/No such fix is on file/)).toBeDefined()
    await userEvent.clear(ids)
    await userEvent.type(ids, '5000002')
    await userEvent.click(screen.getByRole('button', { name: 'Set the hold' }))
    await waitFor(async () => expect(await store.holds.all()).toMatchObject([{ bulletins: ['KB5000002'] }]))
  })

  it('tells of each fix whether tools may deploy it, and why not', async () => {
    await given({ ...hold, bulletins: null })
    renderAt('/holds')
    const table = within(await screen.findByRole('table', { name: '' }))
    const rows = await table.findAllByRole('row')
    expect(rows.map(({ textContent }) => textContent).join('\n')).toMatch(/Hold until .*: It restarts again and again/)
    expect(screen.getByRole('link', { name: 'CSV' }).getAttribute('href')).toBe('/api/deploy-list.csv')
  })
})

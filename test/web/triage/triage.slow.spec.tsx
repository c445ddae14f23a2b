import { configure, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { dayIn } from '../../../src/domain/due/days.ts'
import { defaultState } from '../../../src/domain/triage/triage.ts'
import type { TriageState } from '../../../src/contract/triage.ts'
// What comes in chunks of their own; loaded beforehand, no test waits for them to be compiled.
import '../../../src/web/bulletin/BulletinPage.tsx'
import '../../../src/web/triage/TriageDesk.tsx'
import { buildApp } from '../../../src/server/app.ts'
import { readContent } from '../../../src/server/content.ts'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
import { formatDay } from '../../../src/web/i18n/format.ts'
import { renderAt } from '../../support/render-at.tsx'

// What jsdom takes for hidden depends on styles that it does not have; to ask it takes most of the time of a test.
configure({ defaultHidden: true })

const network = setupServer()
beforeAll(() => network.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => localStorage.setItem('hotfix-report.language', 'en'))
afterEach(() => network.resetHandlers())
afterAll(() => network.close())

/** What a test speaks of, and nothing else: a page of three alerts is drawn sooner. */
const content = await readContent()
const few = { ...content, bulletins: content.bulletins.filter(({ id }) => /^MS05-01[789]$/.test(id)) }

const deferred = { ...defaultState, status: 'deferred', reason: 'freeze', reviewOn: '2099-01-05' } as const

/** The pages over a store of their own, whose writes of a bulletin can be held back, lost or answered by nobody. */
async function desk(url = '/alerts') {
  const store = await storeInMemory()
  await store.seed(few)
  const app = buildApp({ store })
  network.use(http.all('*/api/*', ({ request }) => app.fetch(request)))
  const set = async (id: string, state: Partial<TriageState>, who = 'Sato') => {
    const { version } = (await store.triage.find(id)) ?? { version: 0 }
    await store.triage.set([{ id, version, ...defaultState, ...state }], who)
  }
  return {
    store,
    set,
    stateOf: async (id: string) => store.triage.find(id),
    open: async () => {
      const { unmount, isLoading } = renderAt(url)
      await screen.findAllByLabelText(/^Triage of /)
      await screen.findByLabelText(/^Account: /)
      // What comes behind the list is asked of the network of this test, too.
      await waitFor(() => expect(isLoading()).toBe(false))
      return unmount
    },
    /** The next writing of a bulletin waits until it is let go, and then fares as is said. */
    hold: (id: string, fare: 'passes' | 'fails' | 'is stored, its answer lost' = 'passes') => {
      const held = Promise.withResolvers<void>()
      network.use(
        http.put(
          `*/api/bulletins/${id}/triage`,
          async ({ request }) => {
            await held.promise
            if (fare === 'fails') return HttpResponse.error()
            const response = await app.fetch(request)
            return fare === 'passes' ? response : HttpResponse.error()
          },
          { once: true },
        ),
      )
      return held.resolve
    },
  }
}

const user = userEvent.setup({ pointerEventsCheck: 0 })
const press = (name: string) => user.click(screen.getByText(name, { selector: 'button' }))
const closeToast = () => user.click(screen.getByText('×', { selector: '[data-toasts] button' }))
const card = (id: string) => screen.getByLabelText(new RegExp(`^Triage of ${id}: `))
const statusOf = (id: string) => card(id).textContent.replace('▾', '').trim()
const dialog = async () => within(await screen.findByRole('dialog'))
const ask = async (id: string) => {
  await user.click(card(id))
  return dialog()
}
const choose = async (status: string) => user.click((await dialog()).getByRole('radio', { name: status }))
const write = async (field: string, text: string) => {
  await user.click((await dialog()).getByLabelText(field))
  await user.paste(text)
}
const setTo = async (id: string, status: string) => {
  await ask(id)
  await choose(status)
  await press('Save')
}
const said = (text: string | RegExp) => screen.findByText(text)

/** Whether the browser would let the reader go without a question. */
const isLeftUnasked = () => window.dispatchEvent(new Event('beforeunload', { cancelable: true }))

/** What a screen reader says of a field besides its name. */
const descriptionOf = (field: HTMLElement) =>
  document.getElementById(field.getAttribute('aria-describedby') ?? '')?.textContent

describe('what could not be saved', () => {
  it('is still there when something else was saved meanwhile, with what was typed', async () => {
    const { open, hold } = await desk()
    await open()
    const letGo = hold('MS05-019', 'fails')
    await ask('MS05-019')
    await choose('Assessing')
    await write('Note', 'half written')
    await press('Save')
    await ask('MS05-018')
    letGo()
    await waitFor(() => expect(statusOf('MS05-019')).toBe('Unhandled'))
    expect(screen.queryByRole('alert'), 'said once it can be read').toBeNull()
    await choose('Planned')
    await press('Save')
    expect(await said('MS05-018 is now “Planned”')).toBeDefined()
    expect(await said(/^Triage of MS05-019 could not be saved/)).toBeDefined()
    await press('Back to editing')
    expect((await dialog()).getByLabelText('Note')).toHaveProperty('value', 'half written')
    // To look at it is not to give it up.
    await press('Cancel')
    expect(await said(/^Triage of MS05-019 could not be saved/)).toBeDefined()
  })

  it('waits in a row, each until somebody has dealt with it', async () => {
    const { open, hold } = await desk()
    await open()
    for (const id of ['MS05-019', 'MS05-018']) {
      hold(id, 'fails')()
      await setTo(id, 'Assessing')
      await waitFor(() => expect(statusOf(id)).toBe('Unhandled'))
    }
    expect(await said(/^Triage of MS05-018 could not be saved/), 'the newest first').toBeDefined()
    expect(await said('and 1 more')).toBeDefined()
    await closeToast()
    expect(await said(/^Triage of MS05-019 could not be saved/)).toBeDefined()
    await press('Try again')
    expect(await said('MS05-019 is now “Assessing”')).toBeDefined()
    expect(screen.queryByRole('alert')).toBeNull()
  })

  it('is there again when the page is loaded anew, and asks before the tab is closed', async () => {
    const { open, hold, stateOf } = await desk()
    const close = await open()
    hold('MS05-019', 'fails')()
    await ask('MS05-019')
    await choose('Assessing')
    await write('Note', 'half written')
    await press('Save')
    await said(/^Triage of MS05-019 could not be saved/)
    expect(isLeftUnasked()).toBe(false)
    close()
    const closeAgain = await open()
    expect(await said(/^Triage of MS05-019 could not be saved/)).toBeDefined()
    await press('Back to editing')
    expect((await dialog()).getByLabelText('Note')).toHaveProperty('value', 'half written')
    await press('Save')
    await said('MS05-019 is now “Assessing”')
    expect(await stateOf('MS05-019')).toMatchObject({ status: 'assessing', note: 'half written' })
    expect(isLeftUnasked()).toBe(true)
    closeAgain()
    await open()
    expect(screen.queryByText(/could not be saved/)).toBeNull()
  })

  it('is nothing that another version of the product has written in a shape of its own', async () => {
    const { open } = await desk()
    sessionStorage.setItem('hotfix-report.typed triage', '[{"kind":"failed","why":"rain"}]')
    await open()
    expect(screen.queryByText(/could not be saved/)).toBeNull()
  })

  it('counts as saved where only the answer was lost', async () => {
    const { open, hold, stateOf } = await desk()
    await open()
    hold('MS05-019', 'is stored, its answer lost')()
    await setTo('MS05-019', 'Assessing')
    await said(/could not be saved/)
    await press('Try again')
    expect(await said('MS05-019 is now “Assessing”')).toBeDefined()
    expect(screen.queryByRole('dialog')).toBeNull()
    await press('Undo')
    await said('Put back as it was')
    expect((await stateOf('MS05-019'))?.status).toBe('new')
  })
})

describe('a change that came too late', () => {
  it('is laid over what is there now, and changes nothing else of it', async () => {
    const { open, set, stateOf } = await desk()
    await open()
    await ask('MS05-019')
    await choose('Planned')
    await set('MS05-019', { assignee: 'Sato', note: 'ask Ito first' })
    await press('Save')
    const rows = (await dialog()).getAllByRole('row').map(({ textContent }) => textContent)
    expect(rows).toEqual([
      expect.stringMatching(/^MS05-019Now \(Sato .*\)With your change$/),
      'Status UnhandledPlanned',
      'Assignee SatoSato',
      'Note ask Ito firstask Ito first',
    ])
    await press('Save yours on top')
    await said('MS05-019 is now “Planned”')
    expect(await stateOf('MS05-019')).toMatchObject({ status: 'planned', assignee: 'Sato', note: 'ask Ito first' })
    // The way back leads to what was there.
    await press('Undo')
    await said('Put back as it was')
    expect(await stateOf('MS05-019')).toMatchObject({ status: 'new', assignee: 'Sato', note: 'ask Ito first' })
  })

  it('says what both have changed', async () => {
    const { open, set } = await desk()
    await open()
    await ask('MS05-019')
    await choose('Planned')
    await set('MS05-019', { status: 'done' })
    await press('Save')
    expect((await dialog()).getByRole('rowheader', { name: 'Status changed by both' })).toBeDefined()
  })

  it('can be edited on top of what is there now, after that was kept', async () => {
    const { open, set, stateOf } = await desk()
    await open()
    await ask('MS05-019')
    await choose('Planned')
    await write('Note', 'typed with care')
    await set('MS05-019', { status: 'done' })
    await press('Save')
    await press('Keep the current one')
    expect(statusOf('MS05-019')).toBe('Done')
    expect(await said('Triage of MS05-019: your change is not saved.')).toBeDefined()
    await press('Back to editing')
    expect((await dialog()).getByLabelText('Note')).toHaveProperty('value', 'typed with care')
    await choose('Done')
    await press('Save')
    await said(/^Triage of MS05-019 changed/)
    expect(await stateOf('MS05-019')).toMatchObject({ status: 'done', note: 'typed with care' })
    expect(screen.queryByText(/your change is not saved/)).toBeNull()
  })

  it('waits for its turn where there are two, and for the dialog that is open', async () => {
    const { open, set, hold } = await desk()
    await open()
    const letGo = ['MS05-019', 'MS05-018'].map((id) => hold(id))
    await setTo('MS05-019', 'Planned')
    await setTo('MS05-018', 'Planned')
    for (const id of ['MS05-019', 'MS05-018']) await set(id, { status: 'done' })
    await ask('MS05-017')
    for (const each of letGo) each()
    for (const id of ['MS05-019', 'MS05-018']) await waitFor(() => expect(statusOf(id)).toBe('Done'))
    expect(screen.getAllByRole('dialog').map((each) => each.getAttribute('aria-label'))).toEqual(['Triage of MS05-017'])
    await press('Cancel')
    expect((await dialog()).getByRole('columnheader', { name: 'MS05-019' })).toBeDefined()
    await press('Save yours on top')
    expect(await screen.findByRole('columnheader', { name: 'MS05-018' })).toBeDefined()
    await press('Save yours on top')
    await waitFor(() => expect([statusOf('MS05-019'), statusOf('MS05-018')]).toEqual(['Planned', 'Planned']))
  })
})

describe('a dialog that somebody is in', () => {
  it('is not covered by a race that was lost meanwhile', async () => {
    const { open, set, hold } = await desk()
    await open()
    const letGo = hold('MS05-019')
    await setTo('MS05-019', 'Planned')
    await set('MS05-019', { status: 'done' })
    await user.keyboard('?')
    await screen.findByLabelText('Keyboard', { selector: 'dialog' })
    letGo()
    await waitFor(() => expect(statusOf('MS05-019')).toBe('Done'))
    expect(screen.getAllByRole('dialog')).toHaveLength(1)
    fireEvent(screen.getByRole('dialog'), new Event('close'))
    expect(await screen.findByLabelText('Another person was quicker', { selector: 'dialog' })).toBeDefined()
  })

  it('is not left unasked with the tab once something is entered in it', async () => {
    const { open } = await desk()
    await open()
    await ask('MS05-019')
    expect(isLeftUnasked()).toBe(true)
    await choose('Planned')
    expect(isLeftUnasked()).toBe(false)
    await press('Save')
    await said('MS05-019 is now “Planned”')
    expect(isLeftUnasked()).toBe(true)
  })
})

describe('many at once', () => {
  it('keep their own reasons and days where only something else is set', async () => {
    const { open, set, stateOf } = await desk()
    await set('MS05-019', deferred)
    await set('MS05-018', { ...deferred, reason: 'no such machines', reviewOn: '2099-02-01' })
    await open()
    for (const id of ['MS05-019', 'MS05-018']) await user.click(screen.getByRole('checkbox', { name: `Select ${id}` }))
    // What is selected is said, and acted on, by a part that comes behind the list.
    await screen.findByText('Set triage', { selector: 'button' })
    await press('Set triage')
    await write('Assignee', 'Ito')
    await press('Save')
    await said('Triage of 2 alerts changed')
    expect(await stateOf('MS05-019')).toMatchObject({ ...deferred, assignee: 'Ito' })
    expect(await stateOf('MS05-018')).toMatchObject({
      reason: 'no such machines',
      reviewOn: '2099-02-01',
      assignee: 'Ito',
    })
  })
})

describe('the way back', () => {
  it('is still there after its notice was closed and something else has failed', async () => {
    const { open, hold, stateOf } = await desk()
    await open()
    await setTo('MS05-019', 'Planned')
    await said('MS05-019 is now “Planned”')
    await closeToast()
    hold('MS05-018', 'fails')()
    await setTo('MS05-018', 'Planned')
    await said(/could not be saved/)
    await user.keyboard('z')
    await said('Put back as it was')
    expect((await stateOf('MS05-019'))?.status).toBe('new')
    expect(screen.getByText(/^Triage of MS05-018 could not be saved/)).toBeDefined()
  })

  it.each([
    { button: 'Close', use: closeToast },
    { button: 'Undo', use: () => press('Undo') },
  ])('leaves the reader where they were after “$button”', async ({ use }) => {
    const { open } = await desk()
    await open()
    card('MS05-019').focus()
    await setTo('MS05-019', 'Planned')
    await said('MS05-019 is now “Planned”')
    expect(document.activeElement).toBe(card('MS05-019'))
    await use()
    await waitFor(() => expect(screen.queryByText('MS05-019 is now “Planned”')).toBeNull())
    expect(document.activeElement).toBe(card('MS05-019'))
  })
})

describe('the dialog', () => {
  it('leads to what is missing, and says what', async () => {
    const { open } = await desk()
    await open()
    await ask('MS05-019')
    await choose('Deferred')
    await press('Save')
    const [reason, day] = [screen.getByLabelText(/^Reason/), screen.getByLabelText(/^Review on/)]
    expect(document.activeElement).toBe(reason)
    expect(descriptionOf(reason)).toBe('Please say why.')
    await user.type(reason, 'freeze')
    await press('Save')
    expect(document.activeElement).toBe(day)
    expect(descriptionOf(day)).toBe('Please say when to look at it again.')
  })

  it('takes no day of review that is over, but keeps one that was set', async () => {
    const { open, set, stateOf } = await desk()
    await set('MS05-018', { ...deferred, reviewOn: '2020-01-06' })
    await open()
    await ask('MS05-019')
    await choose('Deferred')
    await write('Reason', 'freeze')
    fireEvent.change(screen.getByLabelText('Review on'), { target: { value: '2020-01-06' } })
    await press('Save')
    expect(descriptionOf(screen.getByLabelText(/^Review on/))).toBe('This day is over. Please choose today or later.')
    await press('Cancel')
    await press('Discard and close')
    await ask('MS05-018')
    await write('Assignee', 'Ito')
    await press('Save')
    await said('Triage of MS05-018 changed')
    expect(await stateOf('MS05-018')).toMatchObject({ reviewOn: '2020-01-06', assignee: 'Ito' })
  })

  it('marks a name that is of no person and no team, and refuses it where people sign in', async () => {
    const { open, store, stateOf } = await desk()
    await store.teams.set(0, ['Servers'], 'Ito')
    const me = { name: 'Sato', role: 'analyst', signIn: 'accounts', last: 0, seen: 0 }
    network.use(http.get('*/api/me', () => HttpResponse.json(me)))
    await open()
    await ask('MS05-019')
    const hint = 'No person or team on file has this name.'
    await write('Assignee', 'Servres')
    expect(await screen.findByText(hint)).toBeDefined()
    await press('Save')
    const field = (await dialog()).getByLabelText(/^Assignee/)
    expect([descriptionOf(field), document.activeElement]).toEqual([hint, field])
    await user.clear(field)
    await write('Assignee', 'Servers')
    expect(screen.queryByText(hint)).toBeNull()
    await press('Save')
    await said('Triage of MS05-019 changed')
    expect((await stateOf('MS05-019'))?.assignee).toBe('Servers')
  })

  it('takes blanks for nobody', async () => {
    const { open, stateOf } = await desk()
    await open()
    await ask('MS05-019')
    await choose('Planned')
    await write('Assignee', '   ')
    await user.keyboard('{Enter}')
    await said('MS05-019 is now “Planned”')
    expect((await stateOf('MS05-019'))?.assignee).toBeNull()
  })
})

describe('an alert to be looked at again', () => {
  it('says so in words, and is found by the filter', async () => {
    const { open, set } = await desk('/?triage=review-due')
    await set('MS05-018', { ...deferred, reviewOn: '2020-01-06' })
    await set('MS05-019', deferred)
    await open()
    expect(screen.getAllByRole('article').map((each) => each.getAttribute('aria-label'))).toEqual(['MS05-018'])
    expect(screen.getByText('review due 6 Jan 2020')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Remove filter “Triage: Review due”' })).toBeDefined()
    await user.click(await screen.findByRole('checkbox', { name: /^Review due/ }))
    expect(await said('3 alerts')).toBeDefined()
    expect(screen.getByText('review 5 Jan 2099')).toBeDefined()
  })
})

describe('the day of a review', () => {
  // Of these two, one is always a day ahead of the other, and of one of them the day is never that of the device.
  const ahead = 'Pacific/Kiritimati'
  const behind = 'Pacific/Pago_Pago'

  it.each([
    { zone: ahead, found: ['MS05-018'] },
    { zone: behind, found: [] },
  ])('has come when it has where the team is: $zone', async ({ zone, found }) => {
    const { store, open, set } = await desk('/alerts?triage=review-due,new')
    const { version, at: _at, by: _by, ...policy } = await store.due.policy()
    await store.due.setPolicy(version, { ...policy, zone }, 'Ito')
    const today = dayIn(ahead)(new Date())
    await set('MS05-018', { ...deferred, reviewOn: today })
    await open()
    const told = screen.queryAllByText(`review due ${formatDay(today, 'en')}`)
    expect(told.map((each) => each.closest('article')?.getAttribute('aria-label'))).toEqual(found)
    expect(screen.getAllByRole('article')).toHaveLength(2 + found.length)
    await ask('MS05-019')
    await choose('Deferred')
    expect(screen.getByLabelText('Review on').getAttribute('min')).toBe(dayIn(zone)(new Date()))
  })
})

describe('the record of a bulletin', () => {
  it('tells of a change as soon as it is saved', async () => {
    const { open } = await desk('/bulletins/MS05-019')
    await open()
    await screen.findByText('The alert was added')
    await setTo('MS05-019', 'Planned')
    expect(await said('Status: Unhandled → Planned')).toBeDefined()
  })
})

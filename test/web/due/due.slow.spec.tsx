import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
// The pages come in chunks of their own; loaded beforehand, no test waits for them to be compiled.
import '../../../src/web/bulletin/BulletinPage.tsx'
import '../../../src/web/due/DueFact.tsx'
import '../../../src/web/policy/PolicyPage.tsx'
import { addDays } from '../../../src/domain/due/days.ts'
import { defaultState } from '../../../src/domain/triage/triage.ts'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
import { dayNow } from '../../../src/web/lib/clock.tsx'
import { mockApi } from '../../mock/network.ts'
import { listing } from '../../support/listing.ts'
import { renderAt } from '../../support/render-at.tsx'

/** Published two weeks before its last day. */
const published = addDays(dayNow(), -20)
const fix: Bulletin = {
  ...listing('KB1', ['CVE-2031-0001']),
  publishedOn: published,
  updatedOn: published,
  environments: ['server'],
  urgency: { level: 'early', basis: 'stated', why: { en: 'Critical' } },
}
const waiting: Bulletin = {
  ...fix,
  id: 'KB2',
  urgency: { level: 'unrated', basis: 'stated', why: { en: 'Not rated' } },
}

async function given(...bulletins: Bulletin[]) {
  const store = await storeInMemory()
  await store.save({ platforms: [], bulletins }, 'test')
  const network = mockApi(store)
  network.listen({ onUnhandledRequest: 'error' })
  close.push(() => network.close())
  return { store, network }
}
const close: (() => void)[] = []
beforeEach(() => localStorage.setItem('hotfix-report.language', 'en'))
afterEach(() => {
  for (const each of close.splice(0)) each()
})

const panel = async () =>
  within((await screen.findByRole('heading', { level: 2, name: 'Due' })).parentElement as HTMLElement)

describe('the due day of a bulletin', () => {
  it('is on its card, with what is left and the rule', async () => {
    await given(fix, waiting)
    renderAt('/alerts')
    const card = within(await screen.findByRole('article', { name: 'KB1' }))
    expect(await card.findByText('10 days left')).toBeDefined()
    expect(card.getByText('Early: 30 days')).toBeDefined()
    const other = within(screen.getByRole('article', { name: 'KB2' }))
    expect(other.getByText('no due day until it is rated')).toBeDefined()
  })

  it('is on no card of what is done', async () => {
    const { store } = await given(fix)
    await store.triage.set([{ id: 'KB1', version: 0, ...defaultState, status: 'done' }], 'Ito')
    renderAt('/alerts')
    const card = within(await screen.findByRole('article', { name: 'KB1' }))
    expect(card.queryByText('10 days left')).toBeNull()
  })

  it('is extended with a reason and a later day, renewed, and ended', async () => {
    const { store } = await given(fix)
    renderAt('/bulletins/KB1')
    const due = await panel()
    expect(await due.findByText('10 days left')).toBeDefined()
    await userEvent.click(due.getByRole('button', { name: 'Extend the due day' }))
    await userEvent.click(due.getByRole('button', { name: 'Extend' }))
    expect(due.getAllByRole('alert')).toHaveLength(2)
    await userEvent.type(due.getByLabelText('New due day'), addDays(dayNow(), 30))
    await userEvent.type(due.getByLabelText('Reason'), 'change freeze')
    await userEvent.click(due.getByRole('button', { name: 'Extend' }))
    expect(await due.findByText('30 days left')).toBeDefined()
    expect(due.getByText('change freeze')).toBeDefined()
    expect(due.getByText(/^First due on/)).toBeDefined()

    await userEvent.click(await due.findByRole('button', { name: 'Extend again' }))
    await userEvent.type(due.getByLabelText('New due day'), addDays(dayNow(), 40))
    await userEvent.type(due.getByLabelText('Reason'), 'still frozen')
    await userEvent.click(due.getByRole('button', { name: 'Extend' }))
    expect(await due.findByText(/renewed once$/)).toBeDefined()
    expect(await store.due.exception('KB1')).toMatchObject({ reason: 'still frozen', renewals: 1 })

    await userEvent.click(await due.findByRole('button', { name: 'End the extension' }))
    expect(await due.findByText('10 days left')).toBeDefined()
    await waitFor(() => expect(screen.getAllByText(/^Due day extended/)).toHaveLength(2))
  })

  it('says so where another person was quicker, and keeps what was typed', async () => {
    const { store } = await given(fix)
    renderAt('/bulletins/KB1')
    const due = await panel()
    await userEvent.click(await due.findByRole('button', { name: 'Extend the due day' }))
    const theirs = { version: 0, first: addDays(published, 30), until: addDays(dayNow(), 50), reason: 'ours', knew: [] }
    await store.due.extend('KB1', theirs, 'Sato')
    await userEvent.type(due.getByLabelText('New due day'), addDays(dayNow(), 30))
    await userEvent.type(due.getByLabelText('Reason'), 'change freeze')
    await userEvent.click(due.getByRole('button', { name: 'Extend' }))
    expect(await due.findByText(/Another person/)).toBeDefined()
    expect(due.getByLabelText('Reason')).toHaveProperty('value', 'change freeze')
  })

  it('names the decisions of the directive, and what was inferred or set for them', async () => {
    const { store } = await given({
      ...fix,
      vulnerabilities: fix.vulnerabilities.map((flaw) => ({
        ...flaw,
        cvss: { version: '3.1', vector: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', score: 9.8 },
      })),
    })
    const { version, at: _at, by: _by, ...policy } = await store.due.policy()
    await store.due.setPolicy(version, { ...policy, kind: 'bod-26-04' }, 'Ito')
    renderAt('/bulletins/KB1')
    const due = await panel()
    expect(await due.findByText('17 days overdue')).toBeDefined()
    await userEvent.click(due.getByText('Decisions of BOD 26-04'))
    const [row] = within(due.getByRole('table')).getAllByRole('row').slice(1)
    expect(row?.textContent).toContain('within 3 days')
    expect(row?.textContent).toContain('yesinferred from CVSS')
    expect(row?.textContent).toContain('not knowncounted as set')
  })

  it('says why there is none, and that it could not be read', async () => {
    const { network } = await given(fix, { ...waiting, supersedes: ['KB1'] })
    const page = renderAt('/bulletins/KB1')
    expect(await (await panel()).findByText(/A fix that was replaced has no due day/)).toBeDefined()
    page.unmount()
    network.use(http.get('*/api/bulletins/KB2/due', () => HttpResponse.error()))
    renderAt('/bulletins/KB2')
    expect(await (await panel()).findByText(/^The due day could not be read/)).toBeDefined()
  })
})

describe('the policy', () => {
  it('is edited with a look at what becomes overdue, and saved once', async () => {
    const { store } = await given(fix)
    renderAt('/policy')
    const early = await screen.findByLabelText('Days for Early (Server)')
    await userEvent.clear(early)
    await userEvent.type(early, '7')
    await userEvent.click(screen.getByRole('button', { name: 'See what changes' }))
    expect(await screen.findByText('Become overdue: 1')).toBeDefined()
    expect(screen.getByRole('link', { name: 'KB1' })).toBeDefined()
    expect((await store.due.policy()).version).toBe(0)
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Saved.')).toBeDefined()
    expect(await store.due.policy()).toMatchObject({ days: { early: { server: 7, client: 30 } } })
  })

  it('takes the decision table of the directive by one setting', async () => {
    const { store } = await given(fix)
    renderAt('/policy')
    await userEvent.click(await screen.findByLabelText(/BOD 26-04/))
    await userEvent.click(screen.getByLabelText('count as not reached'))
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(async () => {
      expect(await store.due.policy()).toMatchObject({ kind: 'bod-26-04', unknownExposure: 'no' })
    })
  })

  it('refuses what is no time zone, beside its field', async () => {
    await given(fix)
    renderAt('/policy')
    const zone = await screen.findByLabelText('Time zone')
    await userEvent.clear(zone)
    await userEvent.type(zone, 'Tokio')
    await userEvent.click(screen.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText(/This is no name of a time zone/)).toBeDefined()
  })
})

import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { Me } from '../../../src/contract/access.ts'
// They come in chunks of their own; loaded beforehand, no test waits for them to be compiled.
import '../../../src/web/fleet/FleetPage.tsx'
import '../../../src/web/frame/AccountMenu.tsx'
import '../../../src/web/frame/CommandPalette.tsx'
import '../../../src/web/sources/SourcesPage.tsx'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'

const store = await contentStore()
const network = mockApiForFile(store)

const open = async () => {
  await screen.findByRole('heading', { level: 1 })
  await userEvent.keyboard('{Control>}k{/Control}')
  await screen.findByRole('combobox', { name: 'Command palette' })
}
const pages = () =>
  within(screen.getByRole('group', { name: 'Pages' }))
    .getAllByRole('option')
    .map(({ textContent }) => textContent)
const everybodys = [
  'Overview',
  'Alerts',
  'Matrix',
  'Tests',
  'Rollout',
  'Fleet',
  'Notices',
  'Sources',
  'My work',
  'Board',
  'Holds',
  'How we are doing',
]

describe('the palette', () => {
  it('offers every page of the bar, and to who may manage people that page, too', async () => {
    const { address } = renderAt('/fleet')
    await open()
    await waitFor(() => expect(pages()).toEqual([...everybodys, 'People and tokens']))
    await userEvent.type(screen.getByRole('combobox', { name: 'Command palette' }), 'sources{Enter}')
    await waitFor(() => expect(address()).toBe('/sources'))
  })

  it('offers nobody a page that they may not see', async () => {
    const analyst: Me = { name: 'Sato', role: 'analyst', signIn: 'accounts', last: 0, seen: null }
    network.use(http.get('*/api/me', () => HttpResponse.json(analyst)))
    renderAt('/fleet')
    await open()
    await screen.findByText('Sato')
    expect(pages()).toEqual(everybodys)
  })

  it('finds a kept plan by its name', async () => {
    const inputs = '1;b:MS05-019;m:windows-2000.sp3:20;z:Asia/Tokyo;s:2026-11-03'
    const machines = [{ platform: 'windows-2000.sp3', count: 20 }]
    const gate = { donePercent: 95, failurePercent: 3, soakHours: 24, noNewIssues: true }
    const waves = [{ key: 'pilot', name: '', machines, waitsFor: [], gate }]
    const { id } = await store.plans.keep(
      { name: 'November everywhere', owner: null, ticket: null, inputs },
      waves,
      'Sato',
    )
    const { address } = renderAt('/fleet')
    await open()
    await userEvent.type(screen.getByRole('combobox', { name: 'Command palette' }), 'november')
    await userEvent.click(await screen.findByRole('option', { name: /November everywhere/ }))
    await waitFor(() => expect(address()).toBe(`/plans/${id}`))
  })

  it.each([
    ['unhandled', 'Unhandled', /^\/alerts\?triage=new$/],
    ['exploited', 'ExploitedExploit', /^\/alerts\?exploit=exploited$/],
    ['record', 'Record a lab result', /^\/tests\/all$/],
    ['new plan', 'New rollout plan', /^\/rollout\?plan=/],
  ])('finds what to filter by and what to do by its name: %s', async (text, name, leadsTo) => {
    const { address } = renderAt('/fleet')
    await open()
    await userEvent.type(screen.getByRole('combobox', { name: 'Command palette' }), text)
    const option = (await screen.findAllByRole('option')).find(({ textContent }) => textContent.startsWith(name))
    if (option === undefined) throw new Error(`no option ${name}`)
    await userEvent.click(option)
    await waitFor(() => expect(address()).toMatch(leadsTo))
  })

  it('goes to a page by its name, before filters that have that word too', async () => {
    const { address } = renderAt('/fleet')
    await open()
    await userEvent.type(screen.getByRole('combobox', { name: 'Command palette' }), 'tests{Enter}')
    await waitFor(() => expect(address()).toBe('/tests/all'))
  })

  it('finds a setting by the word of the other language', async () => {
    localStorage.setItem('hotfix-report.language', 'ja')
    renderAt('/fleet')
    await screen.findByRole('heading', { level: 1 })
    await userEvent.keyboard('{Control>}k{/Control}')
    await userEvent.type(await screen.findByRole('combobox', { name: 'コマンド パレット' }), 'dark')
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toContain('ダーク配色')
  })
})

import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
// The page comes in a chunk of its own; loaded beforehand, no test waits for it to be compiled.
import '../../../src/web/private-feeds/FeedsPage.tsx'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'

const store = await contentStore()
const network = mockApiForFile(store)

const list = () => screen.findByRole('region', { name: 'Your private addresses' })

it('makes an address for the filter of a list, shows it once, and revokes it', async () => {
  const user = userEvent.setup()
  const { unmount } = renderAt('/feeds?filter=%3Fseverity%3D1')
  expect(await screen.findByText(/^None yet\./)).toBeDefined()
  const filter = screen.getByRole('combobox', { name: 'Filter' })
  expect(within(filter).getByRole('option', { selected: true }).textContent).toBe('Filter of the list: 1 Critical')
  await user.type(screen.getByLabelText(/^Name/), 'Reader')
  await user.click(screen.getByRole('button', { name: 'Create' }))
  const address = await screen.findByText(/^http:\/\/localhost.*\/api\/private\/hff_[\w-]{43}\/feed\.atom$/)
  const row = within(await list()).getByRole('row', { name: /^Reader / })
  expect(row.textContent).toContain('Atom feed · 1 Critical · English')
  expect(row.textContent).toContain('Never')
  // Nothing on this device keeps it.
  expect(JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])).not.toContain('hff_')
  unmount()
  renderAt('/feeds')
  await list()
  expect(screen.queryByText(address.textContent)).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Revoke: Reader' }))
  await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Revoke' }))
  expect(await screen.findByText(/^None yet\./)).toBeDefined()
})

it('offers a calendar with what is to be in it, and none with nothing in it', async () => {
  const user = userEvent.setup()
  renderAt('/feeds')
  await user.type(await screen.findByLabelText(/^Name/), 'Outlook')
  expect(screen.getByRole('link', { name: /as a file/ }).getAttribute('href')).toBe('/api/due/calendar?lang=en')
  for (const part of ['Due days', 'Maintenance windows', 'Sessions of waves'])
    await user.click(screen.getByRole('checkbox', { name: part }))
  expect(screen.getByText('Choose at least one thing for the calendar.')).toBeDefined()
  expect(screen.queryByRole('combobox', { name: 'Filter of due days' })).toBeNull()
  await user.click(screen.getByRole('checkbox', { name: 'Due days' }))
  await user.click(screen.getByRole('button', { name: 'Create' }))
  const link = await screen.findByRole('link', { name: 'Open in calendar (webcal)' })
  expect(link.getAttribute('href')).toMatch(/^webcal:\/\/localhost.*\/calendar\.ics$/)
  expect((await list()).textContent).toContain('Calendar · Due days · All alerts · English')
  const [made] = await store.privateFeeds.list('single-user')
  expect(made).toMatchObject({ name: 'Outlook', parts: ['due'], search: '' })
})

it('says why none was made, and keeps what was entered', async () => {
  const user = userEvent.setup()
  const conflict = { status: 409, code: 'conflict', message: 'too many' }
  network.use(http.post('*/api/private-feeds', () => HttpResponse.json(conflict, { status: 409 })))
  renderAt('/feeds')
  const name = await screen.findByLabelText<HTMLInputElement>(/^Name/)
  await user.type(name, 'Another')
  await user.click(screen.getByRole('button', { name: 'Create' }))
  expect(await screen.findByText(/^You can have up to 50\./)).toBeDefined()
  expect(name.value).toBe('Another')
})

it('lets who has not signed in do so first', async () => {
  const nobody = { name: null, role: 'viewer', signIn: 'accounts', last: 0, seen: null }
  network.use(http.get('*/api/me', () => HttpResponse.json(nobody)))
  renderAt('/feeds')
  const main = await screen.findByRole('main')
  await waitFor(() => expect(within(main).getByRole('link', { name: 'Sign in' })).toBeDefined())
})

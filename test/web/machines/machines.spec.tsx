import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
// The page comes in a chunk of its own; loaded beforehand, no test waits for it to be compiled.
import '../../../src/web/machines/MachinesPage.tsx'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'

const store = await contentStore()
mockApiForFile(store)

const report = (name: string, fixes: string[]) => ({
  name,
  kind: 'table' as const,
  seenAt: '2026-01-10T00:00:00.000Z',
  platform: 'Windows 2000 SP4',
  fixes: fixes.map((kb) => ({ kb })),
})

it('lists machines with what each lacks, shows one whole, and deletes it after asking', async () => {
  await store.machines.take('table', [report('SV-OLD', []), report('SV-NEW', ['KB893066'])], 'Ito')
  renderAt('/machines')
  const list = await screen.findByRole('region', { name: 'List' })
  const row = within(within(list).getByRole('link', { name: 'SV-OLD' }).closest('tr') as HTMLElement)
  expect(row.getAllByText(/Missing: not in its list of fixes/).length).toBeGreaterThan(0)
  await userEvent.click(row.getByRole('link', { name: 'SV-OLD' }))
  const heading = await screen.findByRole('heading', { level: 2, name: 'SV-OLD' })
  const panel = within(heading.closest('section') as HTMLElement)
  expect(panel.getByText('No attempts on record.')).toBeDefined()
  expect(document.activeElement).toBe(panel.getByRole('link', { name: 'Close' }))
  await userEvent.click(panel.getByRole('button', { name: 'Delete this machine' }))
  const dialog = within(await screen.findByRole('dialog'))
  await userEvent.click(dialog.getByRole('button', { name: 'Delete this machine' }))
  await waitFor(() => expect(screen.queryByText('SV-OLD')).toBeNull())
  expect((await Array.fromAsync(store.machines.list())).flat().map(({ name }) => name)).toEqual(['SV-NEW'])
})

it('narrows the list as a name is typed, and says which fix it is narrowed to', async () => {
  await store.machines.take('table', [report('SV-OLD', []), report('SV-NEW', ['KB893066'])], 'Ito')
  const { address } = renderAt('/machines?lacks=MS05-019')
  const chosen = await screen.findByRole('button', { name: /Lacking MS05-019/ })
  await waitFor(() => expect(screen.queryByRole('link', { name: 'SV-NEW' })).toBeNull())
  await userEvent.click(chosen)
  expect(await screen.findByRole('link', { name: 'SV-NEW' })).toBeDefined()
  await userEvent.type(screen.getByRole('searchbox', { name: 'Find a name' }), 'new')
  await userEvent.tab()
  await waitFor(() => expect(screen.queryByRole('link', { name: 'SV-OLD' })).toBeNull())
  expect(address()).toBe('/machines?search=new')
})

it('asks before a retention deletes machines', async () => {
  await store.machines.take('table', [report('SV-OLD', [])], 'Ito')
  renderAt('/machines?machine=999')
  expect(await screen.findByText(/it may have been deleted/)).toBeDefined()
  await userEvent.click(await screen.findByLabelText('Never delete'))
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  const dialog = within(await screen.findByRole('dialog'))
  expect((await store.machines.retention()).days).toBeNull()
  await userEvent.click(dialog.getByRole('button', { name: 'Save' }))
  await waitFor(async () => expect((await store.machines.retention()).days).toBe(180))
})

it('says where there are none how they come in', async () => {
  for (const { id } of (await Array.fromAsync(store.machines.list())).flat()) await store.machines.remove(id, 'Ito')
  renderAt('/machines')
  expect(await screen.findByText(/No machine has reported yet/)).toBeDefined()
})

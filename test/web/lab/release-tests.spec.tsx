import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { expect, it } from 'vitest'
// The page comes in a chunk of its own; loaded beforehand, no test waits for it to be compiled.
import '../../../src/web/lab/ReleasePage.tsx'
import type { Problem } from '../../../src/contract/problem.ts'
import type { Platform } from '../../../src/contract/platform.ts'
import { june, may } from '../../domain/fixes/months.ts'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'

const store = await contentStore()
const platform = { variant: null, supportEndsOn: null }
const platforms: Platform[] = [
  {
    ...platform,
    id: 'windows-server-2025.rtm',
    family: 'Windows Server 2025',
    version: null,
    label: { en: 'Windows Server 2025' },
    kind: 'server',
  },
  {
    ...platform,
    id: 'windows-11.24h2.x64',
    family: 'Windows 11',
    version: '24H2',
    label: { en: 'Windows 11 Version 24H2 for x64-based Systems' },
    kind: 'client',
  },
]
for (const month of [await may(), await june()]) await store.save({ platforms, bulletins: month }, 'Ito')
await store.fleet.set(
  0,
  [
    { platform: 'windows-server-2025', edition: 'Standard', machines: 3 },
    { platform: 'windows-11.24h2.x64', edition: null, machines: 5 },
  ],
  'Ito',
)
const network = mockApiForFile(store)

const server = 'Server 2025 Standard, KB5100011: Not tested'
const client = '11 24H2 x64, KB5100011: '

it('begins a record of any alert in the field of its number, though that is loaded behind the form', async () => {
  renderAt('/tests')
  await screen.findByLabelText(server)
  await userEvent.click(screen.getByRole('link', { name: 'Record a result' }))
  const alert = await screen.findByRole('combobox', { name: 'Alert' })
  await waitFor(() => expect(document.activeElement).toBe(alert))
})

it('says that the list of what is checked could not be read', async () => {
  const problem: Problem = { code: 'unavailable', message: 'out of order' }
  network.use(http.get('*/api/lab/checklist', () => HttpResponse.json(problem, { status: 503 })))
  renderAt('/tests?record=KB5100011&edition=Standard&on=windows-server-2025.rtm')
  expect(await screen.findByText(/^The list of what is checked could not be read\. /)).toBeDefined()
})

it('leads back to the cell, or what else it was opened by, who closes the form', async () => {
  renderAt('/tests')
  await screen.findByLabelText(server)
  await userEvent.keyboard('n')
  const outcome = await screen.findByLabelText('✓ Passed')
  await waitFor(() => expect(document.activeElement).toBe(outcome))
  await userEvent.keyboard('{Escape}')
  expect(document.activeElement).toBe(screen.getByLabelText(server))
  const button = screen.getByRole('link', { name: 'Record a result' })
  await userEvent.click(button)
  const alert = await screen.findByRole('combobox', { name: 'Alert' })
  await waitFor(() => expect(document.activeElement).toBe(alert))
  await userEvent.keyboard('{Escape}')
  expect(document.activeElement).toBe(button)
})

it('leads by keys from one recorded cell to the next that is not tested', async () => {
  const { address } = renderAt('/tests')
  await screen.findByLabelText(server)
  expect(document.querySelector('main p a')?.textContent).toBe('2 tests')
  await userEvent.keyboard('n')
  await waitFor(() => expect(address()).toContain('edition=Standard&on=windows-server-2025'))
  const outcome = await screen.findByLabelText('✓ Passed')
  await waitFor(() => expect(document.activeElement).toBe(outcome))
  await userEvent.keyboard(' {Enter}')
  const told = await screen.findByText('✓ Recorded')
  const next = within(told.closest('section') ?? document.body).getByText('Next untested')
  await waitFor(() => expect(document.activeElement).toBe(next))
  await screen.findByLabelText('Server 2025 Standard, KB5100011: Passed')
  await userEvent.keyboard('{Enter}')
  await waitFor(() => expect(address()).toContain('on=windows-11.24h2.x64'))
  const failed = await screen.findByLabelText('✕ Failed')
  await userEvent.click(failed)
  await userEvent.keyboard('{Enter}')
  await screen.findByLabelText(`${client}Failed`)
  expect((await store.lab.results('KB5100011')).map(({ platform, outcome: is }) => [platform, is])).toEqual([
    ['windows-server-2025', 'passed'],
    ['windows-11.24h2.x64', 'failed'],
  ])
})

it('leads from a figure to what it counts, and from there back to all', async () => {
  const { address } = renderAt('/tests')
  await screen.findByLabelText(`${client}Failed`)
  await userEvent.click(screen.getByText('1', { selector: 'main p a[href*="only=failed"]' }))
  expect(address()).toContain('only=failed')
  expect(screen.queryByLabelText('Server 2025 Standard, KB5100011: Passed')).toBeNull()
  await userEvent.click(screen.getByText('Show all'))
  expect(screen.getByLabelText('Server 2025 Standard, KB5100011: Passed')).toBeDefined()
})

it('says of a cell that it is recorded only where it was, though editions of one name are on two platforms', async () => {
  const { version } = await store.fleet.current()
  const lines = ['windows-server-2025', 'windows-11.24h2.x64'].map((id) => ({ platform: id, edition: 'Pilot' }))
  await store.fleet.set(
    version,
    lines.map((line) => ({ ...line, machines: 3 })),
    'Ito',
  )
  renderAt('/tests')
  for (const name of ['Server 2025 Pilot', '11 24H2 x64 Pilot']) {
    await userEvent.click(await screen.findByLabelText(new RegExp(`^${name}, KB5100011: `)))
    await userEvent.click(await screen.findByLabelText('✓ Passed'))
    await userEvent.click(screen.getByRole('button', { name: 'Record' }))
    await screen.findByText('✓ Recorded')
  }
  await userEvent.click(screen.getByLabelText('Server 2025 Pilot, KB5100011: Passed'))
  await screen.findByText(/^Windows Server 2025 Pilot/)
  expect(screen.queryByText('✓ Recorded')).toBeNull()
})

it('shows all results where a filter is asked for', async () => {
  const { address } = renderAt('/tests?platform=windows-xp')
  await waitFor(() => expect(address()).toBe('/tests/all?platform=windows-xp'))
})

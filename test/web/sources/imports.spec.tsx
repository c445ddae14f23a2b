import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import '../../../src/web/sources/SourcesPage.tsx'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { listing } from '../../support/listing.ts'
import { renderAt } from '../../support/render-at.tsx'

const store = await contentStore()
mockApiForFile(store)

it('what has come in last is listed, and can be taken back once it was asked what becomes of it', async () => {
  const bring = (name: string, ...ids: string[]) =>
    store.save({ platforms: [], bulletins: ids.map((id) => listing(id, ['A'])) }, 'Ito', {
      name,
      source: null,
      by: 'person',
    })
  await bring('by-mistake.json', 'MS31-001', 'MS31-002')
  await bring('right.json', 'MS31-003')
  renderAt('/sources')
  const row = await screen.findByRole('row', { name: /by-mistake\.json/ })
  expect(within(row).getByText('2 added')).toBeDefined()
  expect(within(row).getByText('Ito')).toBeDefined()
  await userEvent.click(within(row).getByRole('button', { name: 'Undo the import of by-mistake.json' }))
  const dialog = await screen.findByRole('dialog', { name: 'Undo the import of by-mistake.json?' })
  expect(within(dialog).getByText(/Triage, comments, lab results and decisions stay/)).toBeDefined()
  await userEvent.click(within(dialog).getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(within(row).getByText(/^undone by /)).toBeDefined())
  expect(within(row).queryByRole('button')).toBeNull()
  expect(await Promise.all(['MS31-001', 'MS31-003'].map((id) => store.has(id)))).toEqual([false, true])
})

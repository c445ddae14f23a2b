import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import '../../../src/web/alerts/AlertsPage.tsx'
import { june } from '../../domain/fixes/months.ts'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'

const store = await contentStore()
await store.save({ platforms: [], bulletins: await june() }, 'Ito')
mockApiForFile(store)

it.each([
  ['the newest release', '?release=2026-06', [true, false]],
  ['all that is on file', '', [false, true]],
  ['none of both', '?release=1999-01', [false, false]],
])('is chosen as the address has it: %s', async (_, search, chosen) => {
  renderAt(`/alerts${search}`)
  const release = await screen.findByRole('radio', { name: /^This release \d/ })
  const all = screen.getByRole('radio', { name: /^Any release \d+$/, checked: chosen[1] === true })
  expect([release, all].map((each) => (each as HTMLInputElement).checked)).toEqual(chosen)
})

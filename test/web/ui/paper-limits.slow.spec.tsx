import { act, screen, waitFor } from '@testing-library/react'
import { afterAll, beforeAll, expect, it, onTestFinished, vi } from 'vitest'
import type { Bulletin } from '../../../src/contract/bulletin.ts'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
// The pages come in chunks of their own; loaded beforehand, no test waits for them to be compiled.
import '../../../src/web/lab/LabPage.tsx'
import '../../../src/web/machines/MachinesPage.tsx'
import '../../../src/web/matrix/MatrixPage.tsx'
import { mockApiForFile } from '../../mock/network.ts'
import { listing } from '../../support/listing.ts'
import { renderAt } from '../../support/render-at.tsx'

const platform = 'windows-11.24h2'
/** A few more than a list has rows on paper. */
const many = 503

const tested = (at: number): Bulletin => {
  const id = `KB${5_000_000 + at}`
  return {
    ...listing(id, [`CVE-2031-${1000 + at}`], platform),
    tests: [{ edition: 'Windows 11 Pro', platform, outcome: 'passed', by: 'Sato' }],
    knownIssues: [{ id: 'a', title: { en: `Issue of ${id}` }, platforms: [platform], references: [] }],
  }
}

const store = await storeInMemory()
await store.seed({
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
  bulletins: Array.from({ length: many }, (_, at) => tested(at)),
})
const reports = Array.from({ length: many }, (_, at) => ({
  name: `PC-${at}`,
  kind: 'table' as const,
  seenAt: '2031-04-01T00:00:00.000Z',
  platform: 'Windows 11 24H2',
  fixes: [],
}))
await store.machines.take('table', reports, 'Ito')
mockApiForFile(store)

/** What long lists look at while they are on screen, and what jsdom has nothing to tell of. */
class Unmoved {
  observe() {}
  unobserve() {}
  disconnect() {}
}
beforeAll(() => void vi.stubGlobal('ResizeObserver', Unmoved))
afterAll(() => void vi.unstubAllGlobals())

const tell = (event: string) => act(async () => void dispatchEvent(new Event(event)))

async function print() {
  await tell('beforeprint')
  onTestFinished(() => tell('afterprint'))
}
const rows = (name: RegExp) => screen.getAllByRole('rowheader', { name }).length
const said = (shown: number, of: number) =>
  screen.getAllByText(`Only the first ${shown} of ${of} are printed. Filter the list to print the others.`).length

it('the matrix is printed up to a number of rows, and says of how many', async () => {
  renderAt('/matrix')
  await screen.findByRole('region', { name: 'Platform matrix' })
  await print()
  expect([rows(/KB50/), said(500, many)]).toEqual([500, 1])
})

it('tests are printed as far as there are sheets for them, known issues up to a number, and both say of how many', async () => {
  renderAt('/tests/all')
  await screen.findByRole('region', { name: 'Lab tests' })
  await print()
  expect(screen.getAllByRole('columnheader', { name: /KB50/ })).toHaveLength(125)
  expect(screen.getAllByText(/^Issue of KB50/)).toHaveLength(500)
  expect([said(125, many), said(500, many)]).toEqual([1, 1])
})

it('machines are printed up to a number of rows, and say of how many', async () => {
  const { isLoading } = renderAt('/machines')
  await screen.findAllByRole('rowheader', { name: /^PC-/ })
  // Without a layout all are in sight, and so all come.
  await waitFor(() => expect(isLoading()).toBe(false))
  await print()
  expect([rows(/^PC-/), said(500, many)]).toEqual([500, 1])
})

import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
// The page comes in a chunk of its own; loaded beforehand, no test waits for it to be compiled.
import '../../../src/web/weekly/WeeklyPage.tsx'
import { catalogueOf } from '../../../src/server/catalogue/catalogue.ts'
import { fixesOf } from '../../../src/server/fixes.ts'
import { readersOf } from '../../../src/server/readers.ts'
import { storeInMemory } from '../../../src/server/store/engines/sqlite.ts'
import { mockApi } from '../../mock/network.ts'
import { listing } from '../../support/listing.ts'
import { renderAt } from '../../support/render-at.tsx'

const close: (() => void)[] = []
beforeEach(() => localStorage.setItem('hotfix-report.language', 'en'))
afterEach(() => {
  for (const each of close.splice(0)) each()
})

/** A server with two issues: of a week in which a fix came in, and of a quiet one. */
async function given({ isMade = true } = {}) {
  let time = '2025-06-02T00:00:00.000Z'
  const now = () => new Date(time)
  const store = await storeInMemory(now)
  await store.save({ platforms: [], bulletins: [listing('KB5000001', ['CVE-2031-0001'], 'windows-11.24h2')] }, 'msrc')
  await store.weekly.setSettings(0, { on: 3, at: '08:00', zone: 'Asia/Tokyo', skipsEmpty: false }, 'Sato')
  const fixes = fixesOf(store)
  const catalogue = catalogueOf(store, fixes, now)
  const { weekly } = readersOf({ store, fixes, catalogue, watch: { list: async () => [] }, now })
  for (const at of isMade ? ['2025-06-03T23:00:00.000Z', '2025-06-10T23:00:00.000Z'] : []) {
    time = at
    await weekly.makeDue()
  }
  const network = mockApi(store)
  network.listen({ onUnhandledRequest: 'error' })
  close.push(() => network.close())
  return store
}

describe('HotFix Weekly', () => {
  it('begins with the newest issue; a quiet week says so in one line', async () => {
    await given()
    renderAt('/weekly')
    await screen.findByRole('heading', { level: 1, name: 'A quiet week.' })
    const issue = screen.getByRole('article')
    within(issue).getByText(/No\. 2 · Wed 11 June 2025/)
    within(issue).getByText(/Nothing has changed, and nothing is due/)
    expect(within(issue).queryByRole('heading', { level: 2 })).toBeNull()
    within(issue).getByText(/From Wed 4 Jun, 08:00 to Wed 11 Jun, 08:00 \(Asia\/Tokyo\)\./)
    within(screen.getByRole('navigation', { name: 'Archive' })).getByText('Wed 08:00 (Asia/Tokyo)')
  })

  it('has an address for each issue, and every section in the same order, with links to what it tells of', async () => {
    await given()
    renderAt('/weekly/1')
    const issue = await screen.findByRole('article')
    const titles = within(issue)
      .getAllByRole('heading', { level: 2 })
      .map(({ textContent }) => textContent.split(' ')[0])
    expect(titles).toEqual(['New', 'More', 'Re-released', 'Known', 'Due', 'Rollout'])
    expect(
      within(issue)
        .getByRole('link', { name: /KB5000001/ })
        .getAttribute('href'),
    ).toBe('/bulletins/KB5000001')
    const archive = screen.getByRole('navigation', { name: 'Archive' })
    expect(within(archive).getByRole('link', { current: 'page' }).textContent).toContain('No. 1')
  })

  it('finds the issues that words occur in', async () => {
    await given()
    renderAt('/weekly')
    const archive = await screen.findByRole('navigation', { name: 'Archive' })
    expect(within(archive).getAllByRole('listitem')).toHaveLength(2)
    await userEvent.type(within(archive).getByRole('searchbox'), 'kb5000001{Enter}')
    await expect.poll(() => within(archive).getAllByRole('listitem').length).toBe(1)
    expect(within(archive).getByRole('listitem').textContent).toContain('No. 1')
  })

  it('says when the first issue is out, and shows what it would say now', async () => {
    await given({ isMade: false })
    renderAt('/weekly')
    await screen.findByRole('heading', { name: 'The first issue is not out yet.' })
    screen.getByText(/^The first issue is out on .+, 08:00 \(Asia\/Tokyo\)\.$/)
    const [sample] = screen.getAllByRole('link', { name: 'Sample of the next issue' })
    if (sample === undefined) throw new Error('no link to the sample')
    await userEvent.click(sample)
    await screen.findByText(/The next issue \(sample\)/)
    expect(screen.queryByRole('button', { name: 'Send me a copy' })).toBeNull()
  })
})

it('is set to another day, hour and zone by an admin, who is told of a zone that there is not', async () => {
  const store = await given()
  renderAt('/weekly')
  await userEvent.click(await screen.findByText('When it comes out'))
  await userEvent.selectOptions(screen.getByLabelText('Day'), 'Fri')
  const zone = screen.getByLabelText(/^Time zone/)
  await userEvent.clear(zone)
  await userEvent.type(zone, 'Europe/Nowhere')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(zone.getAttribute('aria-invalid')).toBe('true'))
  expect(await store.weekly.settings()).toMatchObject({ on: 3, zone: 'Asia/Tokyo' })
  await userEvent.clear(zone)
  await userEvent.type(zone, 'Europe/Berlin')
  await userEvent.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(async () =>
    expect(await store.weekly.settings()).toMatchObject({ on: 5, at: '08:00', zone: 'Europe/Berlin' }),
  )
})

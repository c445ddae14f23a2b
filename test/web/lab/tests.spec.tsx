import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
// The page comes in a chunk of its own; loaded beforehand, no test waits for it to be compiled.
import '../../../src/web/lab/LabPage.tsx'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { listing } from '../../support/listing.ts'
import { renderAt } from '../../support/render-at.tsx'

const store = await contentStore()
mockApiForFile(store)

const grid = async () => within(await screen.findByRole('region', { name: 'Lab tests' }))
const columns = async () =>
  (await grid())
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent)
    .slice(1)

describe('the tests page', () => {
  it('shows the ten editions that MS05-019 was tested on, outcome as glyph and word', async () => {
    renderAt('/tests')
    const cell = (await grid()).getByRole('link', {
      name: 'Windows 2000 Professional SP3, MS05-019: Unrecorded',
    })
    expect(cell.textContent).toBe('● Unrecorded')
    // Whoever may record leads there; the head of the column leads to the bulletin.
    expect(cell.getAttribute('href')).toBe('/tests/all?edition=Windows+2000+Professional+SP3&record=MS05-019')
    expect((await grid()).getByRole('link', { name: 'MS05-019' }).getAttribute('href')).toBe(
      '/bulletins/MS05-019#tests',
    )
    expect((await grid()).getAllByRole('row')).toHaveLength(1 + 10)
    expect(screen.getByText('10 OS editions × 23 alerts')).toBeDefined()
  })

  it('has a row for what the fleet has, tested or not, before what else was tested', async () => {
    await store.fleet.set(0, [{ platform: 'windows-server-2003.rtm', edition: null, machines: 3 }], 'Ito')
    renderAt('/tests/all')
    const heads = (await grid()).getAllByRole('rowheader').map(({ textContent }) => textContent)
    expect(heads.slice(0, 2)).toEqual(['Windows Server 2003 (no service pack)', 'Windows 2000 Professional SP3'])
    await store.fleet.set((await store.fleet.current()).version, [], 'Ito')
  })

  it('puts first what was tested, and leaves blank what was not', async () => {
    renderAt('/tests?sort=id')
    expect((await columns())[0]).toBe('MS05-019')
    expect((await columns())[1]).toBe('MS05-023')
    const untested = (await grid()).getByRole('link', {
      name: 'Windows 2000 Professional SP3, MS05-023: Not tested',
    })
    expect(untested.textContent).toBe('')
  })

  it('says where a fix does not apply, and warns who records a result there', async () => {
    renderAt('/tests?sort=id')
    const name = 'Windows 2000 Professional SP3, MS05-007: N/A'
    expect((await grid()).getByRole('link', { name }).textContent).toBe('N/A')
    await userEvent.click((await grid()).getByRole('link', { name }))
    const panel = within(await screen.findByLabelText('Record a result', { selector: 'section' }))
    expect(panel.getByText(/this fix does not apply to this OS/)).toBeDefined()
  })

  it('shows the editions of the chosen platforms only', async () => {
    renderAt('/tests?platform=windows-xp')
    const heads = (await grid()).getAllByRole('rowheader').map(({ textContent }) => textContent)
    expect(heads).toHaveLength(3)
    expect(heads.filter((name) => !name.startsWith('Windows XP'))).toEqual([])
  })

  it('narrows to an outcome, and so do the reports from outside the lab', async () => {
    const seen = { platform: null, edition: 'any', machines: 3, build: '', text: '' }
    for (const id of ['MS05-019', 'MS05-023']) await store.board.report(id, { outcome: 'works', ...seen }, 'Ito')
    renderAt('/tests?lab=unrecorded')
    expect(await columns()).toEqual(['MS05-019'])
    const reported = within(await screen.findByRole('region', { name: 'Field reports' }))
    expect(reported.getAllByRole('link').map(({ textContent }) => textContent)).toEqual(['MS05-019'])
  })

  it('lists the known issues with symptom, platforms and workaround', async () => {
    renderAt('/tests')
    const issues = within(await screen.findByRole('region', { name: 'Known issues' }))
    const row = within(issues.getByRole('row', { name: /MS05-019/ }))
    expect(row.getByText('Windows 2000 SP3')).toBeDefined()
    expect(row.getByText('TcpWindowSize')).toBeDefined()
    expect(row.getByRole('link', { name: 'MS05-019' }).getAttribute('href')).toBe('/bulletins/MS05-019#known-issues')
  })

  it('says that there is no result, and how to come to some', async () => {
    renderAt('/tests?q=MS05-001')
    await screen.findByText('No lab result matches')
    await userEvent.click(screen.getByRole('button', { name: 'Show only alerts with results' }))
    expect(await screen.findByText('No alert matches “MS05-001”')).toBeDefined()
    expect(screen.getByRole('button', { name: 'Remove filter “Lab tests: Unrecorded”' })).toBeDefined()
  })

  it('counts pages about known issues that nobody has read apart from the issues', async () => {
    const page = { kind: 'kb' as const, title: { en: 'A page' }, url: 'https://example.com/' }
    const unread = { id: 'page', title: { en: 'The page of EX-9' }, platforms: [], references: [page] }
    await store.save({ platforms: [], bulletins: [{ ...listing('EX-9', []), knownIssues: [unread] }] }, 'Ito')
    renderAt('/tests/all')
    expect(await screen.findByRole('heading', { name: /^Known issues 1 ?and 1 unread page/ })).toBeDefined()
  })

  it('calls an OS edition the same, whichever of its tests are found', async () => {
    const written = { edition: '2000 professional sp3', platform: 'windows-2000.sp3' }
    const seen = { outcome: 'passed' as const, on: '2026-11-23', minutes: null, restarted: null, uninstalled: null }
    await store.lab.record('MS05-023', { ...written, ...seen, note: '', knownIssue: null, corrects: null }, 'Ito')
    renderAt('/tests/all?q=MS05-023')
    const heads = (await grid()).getAllByRole('rowheader').map(({ textContent }) => textContent)
    expect(heads).toEqual(['Windows 2000 Professional SP3'])
  })
})

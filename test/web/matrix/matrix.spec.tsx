import { notifyManager } from '@tanstack/react-query'
import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http } from 'msw'
import { describe, expect, it, onTestFinished } from 'vitest'
// The pages come in chunks of their own; loaded beforehand, no test waits for them to be compiled.
import '../../../src/web/bulletin/BulletinPage.tsx'
import '../../../src/web/matrix/MatrixPage.tsx'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'

const network = mockApiForFile(await contentStore())

const matrix = async () => within(await screen.findByRole('region', { name: 'Platform matrix' }))
const rowOf = async (name: RegExp) => within(await (await matrix()).findByRole('row', { name }))

describe('the matrix', () => {
  it('shows every bulletin by the platforms that it touches, as a table', async () => {
    renderAt('/matrix?unfold=others')
    const ms05019 = await rowOf(/^1 ?MS05-019/)
    expect(ms05019.getByRole('link', { name: 'MS05-019, Windows 2000: Critical, install' }).textContent).toBe('1')
    expect(ms05019.getByRole('link', { name: /^MS05-019, Windows 98.*: No fix$/ }).textContent).toBe('—')
    expect(ms05019.getByRole('cell', { name: /^MS05-019, Exchange Server.*: No rating on file$/ }).textContent).toBe('')
    // Names and what to install, a heading for each group, and a row for each bulletin.
    expect((await matrix()).getAllByRole('row')).toHaveLength(2 + 2 + 23)
  })

  it('has no column and no row without anything in it', async () => {
    renderAt('/matrix')
    const grid = await matrix()
    const heads = within(grid.getAllByRole('row')[0] ?? document.body)
      .getAllByRole('columnheader')
      .slice(1)
    const rows = grid
      .getAllByRole('row')
      .slice(2)
      .filter((row) => within(row).queryAllByRole('cell').length > 1)
    const isFilled = (row: HTMLElement, column: number) =>
      (row.querySelector(`[data-column="${column + 1}"]`)?.textContent ?? '') !== ''
    for (const row of rows) expect(heads.some((_, column) => isFilled(row, column))).toBe(true)
    for (const column of heads.keys()) expect(rows.some((row) => isFilled(row, column))).toBe(true)
    expect(new Set(heads.map(({ textContent }) => textContent)).size).toBe(heads.length)
  })

  it('is drawn as soon as it is loaded, though queries tell of their data later', async () => {
    notifyManager.setScheduler((tell) => setTimeout(tell, 200))
    onTestFinished(() => notifyManager.setScheduler((tell) => setTimeout(tell, 0)))
    const rows = Promise.withResolvers<undefined>()
    network.use(http.get('*/api/index/first', () => rows.promise))
    renderAt('/matrix')
    await screen.findByText('Loading', undefined, { timeout: 3000 })
    rows.resolve(undefined)
    expect(await rowOf(/^1 ?MS05-019/)).toBeDefined()
  })

  it('says in a row why it comes first, in the words of its card', async () => {
    renderAt('/matrix?q=MS05-019')
    const ms05019 = await rowOf(/^1 ?MS05-019/)
    expect(ms05019.getByText('Proof of concept · Publicly disclosed')).toBeDefined()
  })

  it('speaks only of the chosen platforms, and says the same before the index is there', async () => {
    const index = Promise.withResolvers<undefined>()
    network.use(http.get('*/api/index', () => index.promise))
    renderAt('/matrix?platform=windows-2000.sp3')
    const before = (await matrix()).getAllByRole('row').map(({ textContent }) => textContent)
    const heads = (await matrix()).getAllByRole('columnheader').map(({ textContent }) => textContent)
    expect(heads).toContain('Windows 2000 SP3')
    expect(screen.getByText(/12 rows × 1 other product/)).toBeDefined()
    index.resolve(undefined)
    expect(await screen.findByText(/other platforms \(not touched/)).toBeDefined()
    expect((await matrix()).getAllByRole('row').map(({ textContent }) => textContent)).toEqual(before)
  })

  it('names the releases that it shows in words, in its heading as among the conditions', async () => {
    renderAt('/matrix?release=any,none')
    await matrix()
    const { parentElement } = screen.getByRole('heading', { level: 1 })
    expect(parentElement?.textContent).toContain('Without shipped samples, Shipped samples and the like')
  })

  it('shows vulnerabilities in place of bulletins at a click, and keeps that in the address', async () => {
    const { address } = renderAt('/matrix?q=MS05-019')
    const lines = (await matrix()).getAllByRole('row')
    await userEvent.click(screen.getByRole('radio', { name: 'Vulnerabilities' }))
    const flaw = await rowOf(/CAN-2005-0048/)
    expect(flaw.getByRole('link', { name: 'CAN-2005-0048, Windows 2000: Critical' })).toBeDefined()
    expect((await rowOf(/CAN-2004-0230/)).getByText('Proof of concept · Publicly disclosed')).toBeDefined()
    expect((await matrix()).getAllByRole('row', { name: /^\d ?(CAN|CVE)-/ })).toHaveLength(5)
    expect(address()).toBe('/matrix?q=MS05-019&by=vulnerability')
    // The lines are written anew where they are: none of them moves.
    expect((await matrix()).getAllByRole('row').slice(0, lines.length)).toEqual(lines)
  })

  it('opens a family into its versions, and keeps that in the address', async () => {
    const { address } = renderAt('/matrix?q=MS05-019')
    await userEvent.click((await matrix()).getByRole('button', { name: 'Show the versions of Windows XP' }))
    await waitFor(() => expect(address()).toBe('/matrix?q=MS05-019&unfold=windows-xp'))
    const name = 'MS05-019, Windows XP SP2: Moderate, install'
    expect((await (await matrix()).findByRole('link', { name })).textContent).toBe('3')
    await userEvent.click(await (await matrix()).findByRole('button', { name: 'Show Windows XP SP2 in one column' }))
    await waitFor(() => expect(address()).toBe('/matrix?q=MS05-019'))
  })

  it('says what it comes to, and offers to enter the fleet where there is none', async () => {
    renderAt('/matrix')
    await matrix()
    expect(screen.getByText(/immediate/, { selector: 'p *' })).toBeDefined()
    expect(screen.getByRole('link', { name: 'Enter your fleet' }).getAttribute('href')).toBe('/fleet')
  })

  it('opens the bulletin at its table of vulnerabilities', async () => {
    const { address } = renderAt('/matrix?urgency=immediate')
    await userEvent.click((await rowOf(/^1 ?MS05-019/)).getByRole('link', { name: /Windows XP/ }))
    await waitFor(() => expect(address()).toBe('/bulletins/MS05-019?urgency=immediate'))
    expect(await screen.findByRole('heading', { level: 1, name: /TCP\/IP/ })).toBeDefined()
  })

  it('is moved through by arrow keys, from edge to edge', async () => {
    renderAt('/matrix?q=MS05-019&platform=windows-2000,windows-xp')
    await userEvent.tab()
    ;(await screen.findByRole('region', { name: 'Platform matrix' })).focus()
    const here = () => document.activeElement?.getAttribute('aria-label')
    await userEvent.keyboard('{ArrowRight}')
    expect(here()).toBe('MS05-019, Windows 2000: Critical, install')
    await userEvent.keyboard('{End}')
    expect(here()).toBe('MS05-019, Windows XP: Critical, install')
    await userEvent.keyboard('{ArrowRight}{ArrowDown}')
    expect(here()).toBe('MS05-019, Windows XP: Critical, install')
    await userEvent.keyboard('{Home}')
    expect(document.activeElement?.textContent).toContain('MS05-019')
    await userEvent.keyboard('{End}{ArrowUp}{ArrowUp}')
    expect(here()).toBe('Show the versions of Windows XP')
  })

  it('leads on from its last row where one was on a row that is gone', async () => {
    renderAt('/matrix?q=MS05-019&by=vulnerability')
    const region = await screen.findByRole('region', { name: 'Platform matrix' })
    region.focus()
    await userEvent.keyboard('{ArrowRight}{PageDown}')
    expect(document.activeElement?.closest('tr')?.textContent).toMatch(/CAN-/)
    await userEvent.click(screen.getByRole('radio', { name: 'Alerts' }))
    await rowOf(/^1 ?MS05-019/)
    region.focus()
    await userEvent.keyboard('{ArrowRight}')
    expect(document.activeElement?.closest('tr')?.textContent).toMatch(/MS05-019/)
  })

  it('ignores what it does not know in a shared link, and offers a way out where nothing matches', async () => {
    renderAt('/matrix?by=colour&unfold=%3Cb%3E&q=no-such-word')
    expect(await screen.findByText(/^No alert matches/)).toBeDefined()
    expect(screen.getByRole('radio', { name: 'Alerts' })).toHaveProperty('checked', true)
  })
})

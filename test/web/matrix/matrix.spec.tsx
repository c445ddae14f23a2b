import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { mockApi } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'

const network = mockApi(await contentStore())
beforeAll(() => network.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => localStorage.setItem('hotfix-report.language', 'en'))
afterEach(() => network.resetHandlers())
afterAll(() => network.close())

const matrix = async () => within(await screen.findByRole('region', { name: 'Platform matrix' }))
const rowOf = async (name: RegExp) => within((await matrix()).getByRole('row', { name }))

describe('the matrix', () => {
  it('shows every bulletin by the platforms that it touches, as a table', async () => {
    renderAt('/matrix')
    const ms05019 = await rowOf(/^1 ?MS05-019/)
    expect(ms05019.getByRole('link', { name: 'MS05-019, Windows 2000 SP3: Critical' }).textContent).toBe('1')
    expect(ms05019.getByRole('link', { name: 'MS05-019, Windows XP SP2: Moderate' }).textContent).toBe('3')
    expect(ms05019.getByRole('link', { name: 'MS05-019, Windows 98: No fix' }).textContent).toBe('—')
    expect(ms05019.getByRole('cell', { name: 'MS05-019, Exchange Server 2003: No rating on file' }).textContent).toBe(
      '',
    )
    const ms05002 = await rowOf(/MS05-002/)
    expect(ms05002.getByRole('cell', { name: 'MS05-002, Windows XP SP2: Not affected' }).textContent).toBe('·')
    // Two headings, the row of sums, and a row for each bulletin.
    expect((await matrix()).getAllByRole('row')).toHaveLength(3 + 23)
  })

  it('sums up the worst of each platform, and the platforms that a bulletin touches', async () => {
    renderAt('/matrix')
    const worst = await rowOf(/^Worst/)
    expect(worst.getByRole('cell', { name: 'Worst, Windows 2000 SP3: Critical' }).textContent).toBe('1')
    expect((await rowOf(/^1 ?MS05-019/)).getByRole('img', { name: 'touches 9 platforms' })).toBeDefined()
  })

  it('speaks only of the chosen platforms', async () => {
    renderAt('/matrix?platform=windows-2000.sp3')
    const heads = (await matrix()).getAllByRole('columnheader').map(({ textContent }) => textContent)
    expect(heads).toContain('SP3')
    expect(heads).not.toContain('SP4')
    expect(screen.getByText('12 × 1 platform')).toBeDefined()
  })

  it('shows vulnerabilities in place of bulletins at a click, and keeps that in the address', async () => {
    const { address } = renderAt('/matrix?q=MS05-019')
    await matrix()
    await userEvent.click(screen.getByRole('radio', { name: 'Vulnerabilities' }))
    const flaw = await rowOf(/CAN-2005-0048/)
    expect(flaw.getByRole('link', { name: 'CAN-2005-0048, Windows 2000 SP3: Critical' })).toBeDefined()
    expect((await matrix()).getAllByRole('row')).toHaveLength(3 + 5)
    expect(address()).toBe('/matrix?q=MS05-019&by=vulnerability')
  })

  it('unfolds the variants of a family, and keeps that in the address', async () => {
    const { address } = renderAt('/matrix')
    await userEvent.click((await matrix()).getByRole('button', { name: 'Show all platforms of Windows XP' }))
    await waitFor(() => expect(address()).toBe('/matrix?unfold=windows-xp'))
    expect((await matrix()).getByRole('columnheader', { name: 'SP1 Itanium' })).toBeDefined()
    await userEvent.click((await matrix()).getByRole('button', { name: 'Show Windows XP in short' }))
    await waitFor(() => expect(address()).toBe('/matrix'))
  })

  it('opens the bulletin at its table of vulnerabilities', async () => {
    const { address } = renderAt('/matrix?urgency=immediate')
    await userEvent.click((await rowOf(/^1 ?MS05-019/)).getByRole('link', { name: /Windows XP SP2/ }))
    await waitFor(() => expect(address()).toBe('/bulletins/MS05-019?urgency=immediate'))
    expect(await screen.findByRole('heading', { level: 1, name: /TCP\/IP/ })).toBeDefined()
  })

  it('is moved through by arrow keys, from edge to edge', async () => {
    renderAt('/matrix?q=MS05-019&platform=windows-2000,windows-xp')
    await userEvent.tab()
    ;(await screen.findByRole('region', { name: 'Platform matrix' })).focus()
    const here = () => document.activeElement?.getAttribute('aria-label')
    await userEvent.keyboard('{ArrowRight}')
    expect(here()).toBe('MS05-019, Windows 2000 SP3: Critical')
    await userEvent.keyboard('{ArrowRight}')
    expect(here()).toBe('MS05-019, Windows 2000 SP4: Critical')
    await userEvent.keyboard('{End}')
    expect(here()).toBe('MS05-019, Windows XP SP2: Moderate')
    await userEvent.keyboard('{ArrowRight}{ArrowDown}')
    expect(here()).toBe('MS05-019, Windows XP SP2: Moderate')
    await userEvent.keyboard('{Home}')
    expect(here()).toBe('MS05-019, Windows 2000 SP3: Critical')
  })

  it('ignores what it does not know in a shared link, and offers a way out where nothing matches', async () => {
    renderAt('/matrix?by=colour&unfold=%3Cb%3E&q=no-such-word')
    expect(await screen.findByText('No alert matches')).toBeDefined()
    expect(screen.getByRole('radio', { name: 'Alerts' })).toHaveProperty('checked', true)
  })
})

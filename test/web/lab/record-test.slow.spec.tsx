import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Problem } from '../../../src/contract/problem.ts'
import '../../../src/web/bulletin/BulletinPage.tsx'
import '../../../src/web/lab/LabPage.tsx'
import { mockApi } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'
import { shown } from '../../support/shown.ts'

let store = await contentStore()
const networkOf = () => mockApi(store)
let network = networkOf()
beforeAll(() => network.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => localStorage.setItem('hotfix-report.language', 'en'))
afterEach(async () => {
  network.close()
  store = await contentStore()
  network = networkOf()
  network.listen({ onUnhandledRequest: 'error' })
})
afterAll(() => network.close())

const sp3 = 'Windows 2000 Professional SP3'
const cell = async (edition: string) => screen.findByLabelText(new RegExp(`^${edition}, MS05-019`))
const panelName = /^(Record a result|Recorded results|Correction of)/
const panel = async () => within(await screen.findByLabelText(panelName, { selector: 'section' }))
const isClosed = () => waitFor(() => expect(screen.queryByLabelText(panelName, { selector: 'section' })).toBeNull())
/** By text: roles take long to find in so large a page. */
const press = async (name: string) => userEvent.click(await (await panel()).findByText(name, { selector: 'button' }))
const field = async (label: string) => (await panel()).findByLabelText(label)
const save = async () => press('Record')
const choose = async (label: RegExp | string) => userEvent.click(await screen.findByLabelText(label))
const enter = (label: HTMLElement, value: string) => fireEvent.change(label, { target: { value } })
const valueOf = (label: HTMLElement) => (label as HTMLInputElement).value

/** What holds back the answer to a result that is recorded, until it is let go. */
function holdAnswers(answer: () => Response | undefined = () => undefined) {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  network.use(
    http.post('*/test-results', async () => {
      await promise
      return answer()
    }),
  )
  return { letGo: () => resolve(undefined) }
}

describe('recording a result', () => {
  it('lets who has gone on to another cell stay there', async () => {
    const { letGo } = holdAnswers()
    const { address } = renderAt('/tests')
    await userEvent.click(await cell(sp3))
    await choose(/✕ Failed/)
    await save()
    await userEvent.click(await cell('Windows 2000 Server SP3'))
    letGo()
    await waitFor(async () => expect((await cell(sp3)).textContent).toContain('Failed'))
    expect(address()).toContain('edition=Windows+2000+Server+SP3')
    expect((await panel()).getByText(/^Windows 2000 Server SP3/)).toBeDefined()
  })

  it('says that it failed to who has closed the panel before', async () => {
    const problem: Problem = { code: 'unavailable', message: 'out of order' }
    const { letGo } = holdAnswers(() => HttpResponse.json(problem, { status: 503 }))
    const { address } = renderAt('/tests')
    await userEvent.click(await cell(sp3))
    await choose(/✕ Failed/)
    await save()
    await userEvent.click(await field('Close'))
    letGo()
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('What you entered for MS05-019 could not be saved.')
    await userEvent.click(within(alert).getByRole('link', { name: 'Open the alert' }))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(address()).toContain('/bulletins/MS05-019')
    await screen.findByRole('region', { name: 'Key facts' })
  })

  it('keeps what was entered when the panel is left, says so, and discards it when asked', async () => {
    renderAt('/tests')
    await userEvent.click(await cell(sp3))
    enter(await field('Note'), 'half a thought')
    await userEvent.keyboard('{Escape}')
    await isClosed()
    await userEvent.click(await cell(sp3))
    expect(valueOf(await field('Note'))).toBe('half a thought')
    expect(screen.getByText(/have not recorded yet/)).toBeDefined()
    await press('Discard what is entered')
    expect(valueOf(await field('Note'))).toBe('')
  })

  it('says that it is recorded, and shows the result with its correction to who comes back', async () => {
    renderAt('/tests')
    await userEvent.click(await cell(sp3))
    await choose(/✓ Passed$/)
    await choose('Printing')
    enter(await field('Minutes'), '6')
    await save()
    await (await panel()).findByText('✓ Recorded')
    const points = { point: 'Printing', done: true }
    const [first] = await store.lab.results('MS05-019')
    expect([first?.minutes, first?.checks?.length, first?.checks?.find(({ done }) => done)]).toEqual([6, 5, points])
    await userEvent.keyboard('{Escape}')
    await userEvent.click(await cell(sp3))
    expect((await panel()).queryByLabelText('Note')).toBeNull()
    await (await panel()).findByText('Checked 1 / 5')
    await press('Correct')
    await choose(/✕ Failed/)
    await press('Record the correction')
    await waitFor(async () => expect((await store.lab.results('MS05-019')).at(-1)?.corrects).toBe(first?.id))
    await (await panel()).findByText(`Corrects record ${first?.id}`)
    expect((await store.lab.results('MS05-019')).at(-1)).toMatchObject({ outcome: 'failed', checks: first?.checks })
  })

  it('keeps the team’s list of what is tried, and what it was when something was tried', async () => {
    renderAt('/tests')
    await userEvent.click(await cell(sp3))
    await press('Edit the list')
    enter(await field('What is checked (one a line)'), 'Boot\nFax\n\nBoot')
    await press('Save the list')
    await choose('Fax')
    expect((await store.lab.checklist()).points).toEqual(['Boot', 'Fax'])
    await choose(/✓ Passed$/)
    await save()
    await (await panel()).findByText('Checked 1 / 2')
  })

  it('finds what was entered in a cell again after another visit, until it is recorded or discarded', async () => {
    const visit = async () => {
      const { unmount } = renderAt(`/tests?record=MS05-019&edition=${encodeURIComponent(sp3)}`)
      return { note: valueOf(await field('Note')), leave: unmount }
    }
    const first = await visit()
    enter(await field('Note'), 'half a thought')
    await choose(/✕ Failed/)
    first.leave()
    const second = await visit()
    expect(second.note).toBe('half a thought')
    expect(screen.getByText(/have not recorded yet/)).toBeDefined()
    await save()
    await waitFor(async () => expect(await store.lab.results('MS05-019')).toMatchObject([{ note: 'half a thought' }]))
    await (await panel()).findByText('✓ Recorded')
    second.leave()
    renderAt(`/tests?record=MS05-019&edition=${encodeURIComponent(sp3)}`)
    await (await panel()).findByText('half a thought')
    expect((await panel()).queryByLabelText('Note')).toBeNull()
  })

  it('keeps what was entered for one bulletin out of the form of another, unless its author takes it there', async () => {
    const first = renderAt('/tests?record=MS05-019')
    enter(await field('Note'), 'half a thought')
    first.unmount()
    const other = renderAt('/tests?record=MS05-018')
    expect(valueOf(await field('Note'))).toBe('')
    other.unmount()
    const { address } = renderAt('/tests?record=MS05-019')
    expect(valueOf(await field('Note'))).toBe('half a thought')
    enter(await (await panel()).findByLabelText('Alert'), 'MS05-018')
    await waitFor(() => expect(address()).toContain('record=MS05-018'))
    expect(valueOf(await field('Note'))).toBe('half a thought')
  })

  it('is gone with its answer where its author has left meanwhile, but not what they have entered since', async () => {
    const url = `/tests?record=MS05-019&edition=${encodeURIComponent(sp3)}`
    for (const since of ['', 'more of it']) {
      const { letGo } = holdAnswers()
      const { unmount } = renderAt(url)
      if (since !== '') await userEvent.click(await screen.findByText('Record another one'))
      await choose(/✕ Failed/)
      enter(await field('Note'), 'sent')
      await save()
      unmount()
      const again = renderAt(url)
      expect(valueOf(await field('Note'))).toBe('sent')
      if (since !== '') enter(await field('Note'), since)
      const before = (await store.lab.results('MS05-019')).length
      letGo()
      await waitFor(async () => expect((await store.lab.results('MS05-019')).length).toBe(before + 1))
      again.unmount()
      const kept = () => sessionStorage.getItem(`hotfix-report.typed test MS05-019 ${sp3}`)
      await waitFor(() => expect(kept()).toEqual(since === '' ? null : expect.stringContaining(since)))
      network.resetHandlers()
    }
  })

  it('asks for the platform of an edition that nobody knows, and invents none', async () => {
    renderAt('/tests?record=MS05-019')
    const platform = await (await panel()).findByLabelText('Platform')
    enter(await field('OS edition'), 'Windows 2000 Small Business Server')
    expect(valueOf(platform)).toBe('')
    await choose(/✓ Passed$/)
    await save()
    expect(await store.lab.results('MS05-019')).toEqual([])
    enter(await field('OS edition'), sp3)
    expect(valueOf(platform)).toBe('windows-2000.sp3')
    enter(await field('OS edition'), `${sp3} R2`)
    expect(valueOf(platform)).toBe('')
  })

  it('is for any bulletin that is on file, also where nothing was tested yet', async () => {
    const { address } = renderAt('/tests?q=MS05-001')
    await screen.findByText('No lab result matches')
    await userEvent.click(screen.getByRole('link', { name: 'Record a result' }))
    const bulletin = await (await panel()).findByLabelText('Alert')
    enter(bulletin, 'MS05-02')
    expect((bulletin as HTMLInputElement).validity.customError).toBe(true)
    enter(bulletin, 'MS05-021')
    expect((bulletin as HTMLInputElement).validity.valid).toBe(true)
    await waitFor(() => expect(address()).toContain('record=MS05-021'))
    enter(await field('OS edition'), sp3)
    await choose(/✓ Passed$/)
    await save()
    await screen.findByText('✓ Recorded')
    expect((await store.lab.results('MS05-021')).map(({ edition, platform }) => [edition, platform])).toEqual([
      [sp3, 'windows-2000.sp3'],
    ])
  })

  it('is offered on the editions that there are machines with', async () => {
    await store.fleet.set(0, [{ platform: 'windows-xp.sp2', edition: 'XP Tablet', machines: 3 }], 'Ito')
    renderAt('/tests?q=MS05-021')
    const free = await screen.findByRole('link', { name: 'XP Tablet, MS05-021: Not tested' })
    await userEvent.click(free)
    expect((await panel()).getByText(/^XP Tablet/)).toBeDefined()
  })

  it('takes the registry values of a workaround, and shows them as the publisher’s are, with who found it', async () => {
    renderAt('/tests')
    await userEvent.click(await cell(sp3))
    const form = await panel()
    await choose(/with issues/)
    await choose('Register as a new known issue')
    enter(form.getByLabelText('Issue'), 'Slow network')
    await press('Add a registry value')
    const row = within(form.getByText('Registry values 1').parentElement as HTMLElement)
    enter(row.getByLabelText('Key'), String.raw`HKLM\Tcpip`)
    enter(row.getByLabelText('Name'), 'Window')
    enter(row.getByLabelText('Most'), '0x3FFF')
    await save()
    // Values alone do not say what is to be done with them.
    expect(await store.lab.results('MS05-019')).toEqual([])
    enter(form.getByLabelText('Workaround'), 'Set it')
    await save()
    await (await panel()).findByText('✓ Recorded')
    const [result] = await store.lab.results('MS05-019')
    expect(result?.knownIssue?.registry).toEqual([
      { key: String.raw`HKLM\Tcpip`, name: 'Window', type: 'DWORD', max: 0x3fff },
    ])
    renderAt('/bulletins/MS05-019')
    const issue = (await screen.findByRole('heading', { level: 3, name: /Slow network/ })).closest('article')
    expect(issue?.textContent).toContain('≤ 0x3FFF')
    expect(issue?.textContent).toMatch(/by local, \d+ \w+ \d{4}/)
  })

  it('shows two results of one person on one day side by side, each with all that was seen', async () => {
    const record = { edition: sp3, platform: 'windows-2000.sp3', on: '2026-11-23', note: '', knownIssue: null }
    const seen = { minutes: 9, restarted: true, uninstalled: 'worked' } as const
    await store.lab.record('MS05-021', { ...record, ...seen, outcome: 'failed', corrects: null }, 'Ito')
    const none = { minutes: null, restarted: null, uninstalled: null }
    await store.lab.record('MS05-021', { ...record, ...none, outcome: 'passed', corrects: null }, 'Ito')
    renderAt('/bulletins/MS05-021')
    const rows = await screen.findAllByRole('row', { name: new RegExp(sp3) })
    expect(rows.map((row) => shown(row.lastElementChild?.textContent))).toEqual([
      'Ito · 23 Nov 2026 · 9 min · Restart asked for · Uninstall worked',
      'Ito · 23 Nov 2026',
    ])
    renderAt(`/tests?record=MS05-021&edition=${encodeURIComponent(sp3)}`)
    await (await panel()).findByText(`${sp3} · Ito 23 Nov 2026 · 9 min · Restart asked for · Uninstall worked`)
  })
})

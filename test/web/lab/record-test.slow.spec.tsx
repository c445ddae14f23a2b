import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Problem } from '../../../src/contract/problem.ts'
import '../../../src/web/bulletin/BulletinPage.tsx'
import '../../../src/web/lab/LabPage.tsx'
import { mockApi } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'

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
const dialog = async () => within(await screen.findByLabelText(/^Record a /, { selector: 'dialog' }))
/** By text: roles take long to find in so large a page. */
const press = async (name: string) => userEvent.click((await dialog()).getByText(name, { selector: 'button' }))
const save = async () => press('Record')
const choose = async (label: RegExp | string) => userEvent.click((await dialog()).getByLabelText(label))
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
  it('lets who has closed the dialog go on, and closes no other one', async () => {
    const { letGo } = holdAnswers()
    const { address } = renderAt('/tests')
    await userEvent.click(await cell(sp3))
    await choose(/✕ Failed/)
    await save()
    await press('Cancel')
    await press('Discard and close')
    await userEvent.click(await cell('Windows 2000 Server SP3'))
    letGo()
    await waitFor(async () => expect((await cell(sp3)).textContent).toContain('Failed'))
    expect(address()).toContain('edition=Windows+2000+Server+SP3')
    expect(valueOf((await dialog()).getByLabelText('OS edition'))).toBe('Windows 2000 Server SP3')
  })

  it('says that it failed to who has closed the dialog before', async () => {
    const problem: Problem = { code: 'unavailable', message: 'out of order' }
    const { letGo } = holdAnswers(() => HttpResponse.json(problem, { status: 503 }))
    const { address } = renderAt('/tests')
    await userEvent.click(await cell(sp3))
    await choose(/✕ Failed/)
    await save()
    await press('Cancel')
    await press('Discard and close')
    letGo()
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('What you entered for MS05-019 could not be saved.')
    await userEvent.click(within(alert).getByRole('link', { name: 'Open the alert' }))
    expect(screen.queryByRole('alert')).toBeNull()
    expect(address()).toContain('/bulletins/MS05-019')
  })

  it('leaves nothing that was entered without asking, and asks nothing where nothing was', async () => {
    renderAt('/tests')
    await userEvent.click(await cell(sp3))
    enter((await dialog()).getByLabelText('Note'), 'half a thought')
    const escape = new Event('cancel', { cancelable: true })
    fireEvent(document.querySelector('dialog') as HTMLElement, escape)
    expect(escape.defaultPrevented).toBe(true)
    await press('Keep editing')
    expect(valueOf((await dialog()).getByLabelText('Note'))).toBe('half a thought')
    expect(document.querySelector('dialog')?.getAttribute('closedby')).toBe('closerequest')
    await press('Cancel')
    await press('Discard and close')
    await waitFor(() => expect(document.querySelector('dialog')).toBeNull())
    await userEvent.click(await cell(sp3))
    await press('Cancel')
    await waitFor(() => expect(document.querySelector('dialog')).toBeNull())
  })

  it('finds what was entered in a cell again after another visit, until it is recorded or discarded', async () => {
    const visit = async () => {
      const { unmount } = renderAt(`/tests?record=MS05-019&edition=${encodeURIComponent(sp3)}`)
      return { note: valueOf((await dialog()).getByLabelText('Note')), leave: unmount }
    }
    const first = await visit()
    enter((await dialog()).getByLabelText('Note'), 'half a thought')
    await choose(/✕ Failed/)
    first.leave()
    const second = await visit()
    expect(second.note).toBe('half a thought')
    expect(screen.getByText(/have not recorded yet/)).toBeDefined()
    await save()
    await waitFor(async () => expect(await store.lab.results('MS05-019')).toMatchObject([{ note: 'half a thought' }]))
    await waitFor(() => expect(document.querySelector('dialog')).toBeNull())
    second.leave()
    const third = await visit()
    expect(third.note).toBe('')
    enter((await dialog()).getByLabelText('Note'), 'another')
    await press('Cancel')
    await press('Discard and close')
    third.leave()
    expect((await visit()).note).toBe('')
  })

  it('keeps what was entered for one bulletin out of the dialog of another, unless its author takes it there', async () => {
    const first = renderAt('/tests?record=MS05-019')
    enter((await dialog()).getByLabelText('Note'), 'half a thought')
    first.unmount()
    const other = renderAt('/tests?record=MS05-018')
    expect(valueOf((await dialog()).getByLabelText('Note'))).toBe('')
    other.unmount()
    const { address } = renderAt('/tests?record=MS05-019')
    expect(valueOf((await dialog()).getByLabelText('Note'))).toBe('half a thought')
    enter((await dialog()).getByLabelText('Alert'), 'MS05-018')
    await waitFor(() => expect(address()).toContain('record=MS05-018'))
    expect(valueOf((await dialog()).getByLabelText('Note'))).toBe('half a thought')
  })

  it('takes a correction in the place of what was entered only if its author says so', async () => {
    const earlier = {
      edition: sp3,
      platform: 'windows-2000.sp3',
      outcome: 'passed',
      on: '2026-11-20',
      minutes: 3,
      restarted: null,
      uninstalled: null,
      note: 'went well',
      knownIssue: null,
      corrects: null,
    } as const
    await store.lab.record('MS05-019', earlier, 'Sato')
    renderAt(`/tests?record=MS05-019&edition=${encodeURIComponent(sp3)}`)
    const note = (await dialog()).getByLabelText('Note')
    const asked = vi.spyOn(window, 'confirm').mockReturnValueOnce(false).mockReturnValueOnce(true)
    await userEvent.click(await (await dialog()).findByText('Correct', { selector: 'button' }))
    expect([asked.mock.calls.length, valueOf(note)]).toEqual([0, 'went well'])
    enter(note, 'half a thought')
    await press('Correct')
    expect(valueOf(note)).toBe('half a thought')
    await press('Correct')
    expect(valueOf(note)).toBe('went well')
  })

  it('is gone with its answer where its author has left meanwhile, but not what they have entered since', async () => {
    const url = `/tests?record=MS05-019&edition=${encodeURIComponent(sp3)}`
    for (const since of ['', 'more of it']) {
      const { letGo } = holdAnswers()
      const { unmount } = renderAt(url)
      await choose(/✕ Failed/)
      enter((await dialog()).getByLabelText('Note'), 'sent')
      await save()
      unmount()
      const again = renderAt(url)
      expect(valueOf((await dialog()).getByLabelText('Note'))).toBe('sent')
      if (since !== '') enter((await dialog()).getByLabelText('Note'), since)
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
    const platform = (await dialog()).getByLabelText('Platform')
    enter((await dialog()).getByLabelText('OS edition'), 'Windows 2000 Small Business Server')
    expect(valueOf(platform)).toBe('')
    await choose(/✓ Passed$/)
    await save()
    expect(await store.lab.results('MS05-019')).toEqual([])
    enter((await dialog()).getByLabelText('OS edition'), sp3)
    expect(valueOf(platform)).toBe('windows-2000.sp3')
    enter((await dialog()).getByLabelText('OS edition'), `${sp3} R2`)
    expect(valueOf(platform)).toBe('')
  })

  it('is for any bulletin that is on file, also where nothing was tested yet', async () => {
    const { address } = renderAt('/tests?q=MS05-001')
    await screen.findByText('No lab result matches')
    await userEvent.click(screen.getByRole('link', { name: 'Record a result' }))
    const bulletin = (await dialog()).getByLabelText('Alert')
    enter(bulletin, 'MS05-02')
    expect((bulletin as HTMLInputElement).validity.customError).toBe(true)
    enter(bulletin, 'MS05-021')
    expect((bulletin as HTMLInputElement).validity.valid).toBe(true)
    await waitFor(() => expect(address()).toContain('record=MS05-021'))
    enter((await dialog()).getByLabelText('OS edition'), sp3)
    await choose(/✓ Passed$/)
    await save()
    await waitFor(() => expect(document.querySelector('dialog')).toBeNull())
    expect((await store.lab.results('MS05-021')).map(({ edition, platform }) => [edition, platform])).toEqual([
      [sp3, 'windows-2000.sp3'],
    ])
  })

  it('is offered on the editions that there are machines with', async () => {
    await store.fleet.set(0, [{ platform: 'windows-xp.sp2', edition: 'XP Tablet', machines: 3 }], 'Ito')
    renderAt('/tests?q=MS05-021')
    const free = await screen.findByRole('link', { name: 'XP Tablet, MS05-021: Not tested' })
    await userEvent.click(free)
    expect(valueOf((await dialog()).getByLabelText('Platform'))).toBe('windows-xp.sp2')
  })

  it('takes the registry values of a workaround, and shows them as the publisher’s are, with who found it', async () => {
    renderAt('/tests')
    await userEvent.click(await cell(sp3))
    const form = await dialog()
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
    await waitFor(() => expect(document.querySelector('dialog')).toBeNull())
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
    expect(rows.map((row) => row.lastElementChild?.textContent)).toEqual([
      'Ito · 23 Nov 2026 · 9 min · Restart asked for · Uninstall worked',
      'Ito · 23 Nov 2026',
    ])
    renderAt('/tests?record=MS05-021')
    await (await dialog()).findByText('23 Nov 2026 Ito · 9 min · Restart asked for · Uninstall worked')
  })
})

import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { TestRecord } from '../../../src/contract/lab.ts'
import type { Problem } from '../../../src/contract/problem.ts'
// The page comes in a chunk of its own; loaded beforehand, no test waits for it to be compiled.
import '../../../src/web/bulletin/BulletinPage.tsx'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'
import { shown } from '../../support/shown.ts'

const store = await contentStore()
const network = mockApiForFile(store)

const record = async () => {
  const heading = await screen.findByRole('heading', { level: 2, name: 'Record' })
  return within(heading.parentElement as HTMLElement)
}
const seen: TestRecord = {
  edition: 'Windows XP Professional SP2',
  platform: 'windows-xp.sp2',
  outcome: 'failed',
  on: '2026-11-23',
  minutes: 12,
  restarted: true,
  uninstalled: 'worked',
  note: 'twice',
  knownIssue: { title: 'No sound', symptom: '', workaround: '', registry: [] },
  corrects: null,
}

describe('the record of a bulletin', () => {
  it('tells what an import changes and from which document, and that a source is no person', async () => {
    const id = 'MS05-011'
    const cve = (await store.find(id))?.vulnerabilities[0]?.cve ?? ''
    const document = { key: 'kev', order: [{ version: '2031.02.03' }] }
    const entries = [{ cve, addedOn: '2031-02-03', ransomware: false }]
    await store.saveKnownExploited(entries, 'kev', {
      document,
      origin: { name: 'kev.json', source: null, by: 'source' },
    })
    renderAt(`/bulletins/${id}`)
    const entry = (await (await record()).findByText(/^Updated by CISA KEV/)).closest('li')
    expect(entry?.textContent).toMatch(/Import.*CISA KEV/)
    expect(entry?.textContent).toContain('(added 3 Feb 2031)')
    expect(within(entry as HTMLElement).getByText('exploitation worse')).toBeDefined()
  })

  it('asks before a comment is taken back, says why that could not be, and tells once that it was', async () => {
    const user = userEvent.setup()
    await store.events.addComment('MS05-018', 'Port 443 is open.', 'local')
    const problem: Problem = { code: 'unavailable', message: 'out of order' }
    network.use(http.delete('*/comments/*', () => HttpResponse.json(problem, { status: 503 }), { once: true }))
    renderAt('/bulletins/MS05-018')
    await user.click(await (await record()).findByRole('button', { name: 'Take back' }))
    const question = within(await screen.findByRole('dialog'))
    await user.click(question.getByText('Take back'))
    expect((await question.findByRole('alert')).textContent).toContain('It could not be taken back.')
    expect((await record()).getByText('Port 443 is open.')).toBeDefined()
    await user.click(question.getByText('Take back'))
    await waitFor(async () => expect((await record()).queryByText('Port 443 is open.')).toBeNull())
    expect((await record()).getAllByText('A comment was taken back')).toHaveLength(1)
    expect(screen.queryByRole('dialog')).toBeNull()
  })

  it('keeps a comment in its form until it is saved, and sends it once', async () => {
    const user = userEvent.setup()
    const problem: Problem = { code: 'unavailable', message: 'out of order' }
    network.use(http.post('*/comments', () => HttpResponse.json(problem, { status: 503 }), { once: true }))
    renderAt('/bulletins/MS05-021')
    await user.type(await (await record()).findByLabelText(/^Comment/), 'Looks fine')
    await user.click((await record()).getByRole('button', { name: 'Send' }))
    expect((await (await record()).findByRole('alert')).textContent).toContain('It could not be sent.')
    expect((await record()).getByLabelText(/^Comment/)).toHaveProperty('value', 'Looks fine')
    await user.dblClick((await record()).getByRole('button', { name: 'Send' }))
    await waitFor(async () => expect((await record()).getByLabelText(/^Comment/)).toHaveProperty('value', ''))
    expect((await record()).getAllByText('Looks fine')).toHaveLength(1)
  })

  it('keeps a comment for who goes elsewhere before it is sent, and forgets it once it was', async () => {
    const user = userEvent.setup()
    const field = async () => (await record()).findByLabelText(/^Comment/)
    const first = renderAt('/bulletins/MS05-022')
    await user.type(await field(), 'Half a thought')
    first.unmount()
    const elsewhere = renderAt('/bulletins/MS05-023')
    expect(await field()).toHaveProperty('value', '')
    elsewhere.unmount()
    const again = renderAt('/bulletins/MS05-022')
    expect(await field()).toHaveProperty('value', 'Half a thought')
    await user.click((await record()).getByRole('button', { name: 'Send' }))
    await (await record()).findByText('Half a thought')
    again.unmount()
    renderAt('/bulletins/MS05-022')
    expect(await field()).toHaveProperty('value', '')
  })

  it('has a comment still in its form where it failed after its author had gone elsewhere', async () => {
    const user = userEvent.setup()
    const { promise: refused, resolve: refuse } = Promise.withResolvers<undefined>()
    const problem: Problem = { code: 'unavailable', message: 'out of order' }
    network.use(
      http.post('*/comments', async () => {
        await refused
        return HttpResponse.json(problem, { status: 503 })
      }),
    )
    const first = renderAt('/bulletins/MS05-016')
    await user.type(await (await record()).findByLabelText(/^Comment/), 'On its way')
    await user.click((await record()).getByRole('button', { name: 'Send' }))
    first.unmount()
    refuse(undefined)
    renderAt('/bulletins/MS05-016')
    expect(await (await record()).findByLabelText(/^Comment/)).toHaveProperty('value', 'On its way')
  })

  it('keeps what was typed after a comment was sent, once its author is back before the answer is', async () => {
    const user = userEvent.setup()
    const { promise: held, resolve: letGo } = Promise.withResolvers<undefined>()
    network.use(http.post('*/comments', () => held))
    const first = renderAt('/bulletins/MS05-015')
    await user.type(await (await record()).findByLabelText(/^Comment/), 'On its way')
    await user.click((await record()).getByRole('button', { name: 'Send' }))
    first.unmount()
    renderAt('/bulletins/MS05-015')
    const field = await (await record()).findByLabelText(/^Comment/)
    await user.type(field, ' and more')
    letGo(undefined)
    await waitFor(() => expect(first.isSaving()).toBe(false))
    expect(JSON.stringify(await store.events.of('MS05-015'))).toContain('"On its way"')
    expect(field).toHaveProperty('value', 'On its way and more')
  })

  it('tells all that was seen of a test, and which result another one corrects', async () => {
    const first = await store.lab.record('MS05-019', seen, 'Ito')
    if (first.outcome !== 'recorded') throw new Error('it must be recorded')
    const again: TestRecord = { ...seen, outcome: 'passed', note: '', knownIssue: null, corrects: first.result.id }
    await store.lab.record('MS05-019', again, 'Sato')
    renderAt('/bulletins/MS05-019')
    const details = '12 min, Restart asked for, Uninstall worked'
    await (
      await record()
    ).findByText(`Lab test: ${seen.edition} – Failed (${details}, new known issue: No sound, twice)`)
    expect((await record()).getByText(`Lab test corrected: ${seen.edition} – Passed (${details})`)).toBeDefined()
    expect((await record()).getByText(`Before: ${seen.edition} – Failed (23 Nov 2026, Ito)`)).toBeDefined()
  })

  it('tells of which known issue somebody has said that it is none, and why', async () => {
    const issue = (await store.find('MS05-019'))?.knownIssues[0]
    await store.lab.setIssueState('MS05-019', issue?.id ?? '', { state: 'resolved', why: 'Fixed by KB898060' }, 'Sato')
    renderAt('/bulletins/MS05-019')
    await (await record()).findByText(/^Known issue resolved: /)
    expect((await record()).getByText('Fixed by KB898060')).toBeDefined()
  })

  it('says which measured rollout was taken back', async () => {
    await store.fleet.record('MS05-020', { on: '2026-11-20', machines: 77, minutes: 33, consoles: 2 }, 'Sato')
    const [run] = await store.fleet.rollouts()
    await store.fleet.withdraw(run?.id ?? 0, 'Sato')
    renderAt('/bulletins/MS05-020')
    const said = await (await record()).findByText(/^A measured rollout was taken back/)
    expect(shown(said.textContent)).toContain('Rollout measured: 77 machines, 2 consoles: 33 min')
  })
})

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
// The page comes in a chunk of its own; loaded beforehand, no test waits for it to be compiled.
import '../../../src/web/bulletin/BulletinPage.tsx'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'
import type { TestRecord } from '../../../src/contract/lab.ts'
import type { Problem } from '../../../src/contract/problem.ts'

const store = await contentStore()
const network = mockApiForFile(store)

const failed: TestRecord = {
  edition: 'Windows 2000 Server SP4',
  platform: 'windows-2000.sp4',
  outcome: 'failed',
  on: '2026-11-23',
  minutes: null,
  restarted: null,
  uninstalled: null,
  note: '',
  knownIssue: null,
  corrects: null,
}

const card = async () => {
  const heading = await screen.findByRole('heading', { level: 2, name: 'Go or no-go' })
  return within(heading.parentElement as HTMLElement)
}

describe('the card that says go or no-go', () => {
  it('says what nobody has looked up, and no word that calms or alarms', async () => {
    const known = await store.find('MS05-016')
    if (known === null) throw new Error('a bulletin is needed')
    const page = {
      id: 'KB5901063',
      title: { en: 'Known issues of KB5901063' },
      platforms: [],
      references: [{ kind: 'kb' as const, title: { en: 'KB5901063' }, url: 'https://example.com/kb5901063' }],
    }
    const source = { ...known.source, kind: 'msrc-cvrf' as const }
    const made = { ...known, id: 'KB5901063', kb: ['5901063'], source, supersedes: [], tests: [], knownIssues: [page] }
    await store.seed({ bulletins: [made], platforms: [] })
    renderAt('/bulletins/KB5901063')
    const readiness = await card()
    const aspect = (name: string) => readiness.getByText(name, { selector: 'dt' }).parentElement?.textContent
    expect(readiness.getByText('Not known', { selector: '[data-tone]' })).toBeDefined()
    expect(aspect('Known issues')).toMatch(/Not known.*known-issue page unread/)
    expect(readiness.getByRole('link', { name: 'KB5901063' }).getAttribute('href')).toBe(
      'https://example.com/kb5901063',
    )
    expect(aspect('Support')).toMatch(/end of support not on file for \d+ of \d+ platforms/)
    expect(aspect('Support')).not.toContain('all supported')
    const said = (name: string) => screen.getByText(name, { selector: 'dt' }).nextElementSibling?.textContent
    expect(said('Replaced by')).toBe('None among those on file')
    expect(said('Supersedes')).toBe('Not stated')
  })

  it('takes nothing that was typed for one bulletin along to the next', async () => {
    const user = userEvent.setup()
    renderAt('/bulletins/MS05-019?sort=id')
    await user.type(await (await card()).findByLabelText('Why (optional)'), 'works on ours')
    await user.type((await card()).getByLabelText('Import check results'), 'PC-1,checked')
    await user.click(await screen.findByRole('link', { name: /Next/ }))
    await screen.findByText('MS05-018', { selector: 'header b' })
    expect(await (await card()).findByLabelText('Why (optional)')).toHaveProperty('value', '')
    expect((await card()).getByLabelText('Import check results')).toHaveProperty('value', '')
  })

  it('lets nobody sign at once for what has come while they wrote, though it is shown by then', async () => {
    const user = userEvent.setup()
    renderAt('/bulletins/MS05-022')
    await user.click(await (await card()).findByText('Sign'))
    await user.type((await card()).getByLabelText('Why (optional)'), 'works on ours')
    await store.lab.record('MS05-022', failed, 'Sato')
    fireEvent(window, new Event('visibilitychange'))
    await (await card()).findByText('Failed 1 OS')
    await user.click((await card()).getByRole('button', { name: 'Decide: go' }))
    expect((await (await card()).findByRole('alert')).textContent).toContain('something has changed')
    expect((await store.events.of('MS05-022')).map(({ topic }) => topic)).not.toContain('decision')
    await user.click((await card()).getByRole('button', { name: 'Decide: go' }))
    await (await card()).findByText(/works on ours/, { selector: 'p' })
    expect((await store.events.of('MS05-022')).map(({ topic }) => topic)).toContain('decision')
  })

  it('still signs for what its author had seen where the first try did not reach the server', async () => {
    const user = userEvent.setup()
    const problem: Problem = { code: 'unavailable', message: 'out of order' }
    network.use(http.post('*/decisions', () => HttpResponse.json(problem, { status: 503 }), { once: true }))
    renderAt('/bulletins/MS05-023')
    await user.click(await (await card()).findByText('Sign'))
    await user.click((await card()).getByRole('button', { name: 'Decide: go' }))
    await (await card()).findByRole('alert')
    await store.lab.record('MS05-023', failed, 'Sato')
    fireEvent(window, new Event('visibilitychange'))
    await (await card()).findByText('Failed 1 OS')
    await user.click((await card()).getByRole('button', { name: 'Decide: go' }))
    expect(await (await card()).findByText(/something has changed/)).toBeDefined()
    expect((await store.events.of('MS05-023')).map(({ topic }) => topic)).not.toContain('decision')
  })

  it('lets nobody sign for what they have not seen: it shows that, and keeps their note', async () => {
    const user = userEvent.setup()
    renderAt('/bulletins/MS05-021')
    await user.click(await (await card()).findByText('Sign'))
    await user.type((await card()).getByLabelText('Why (optional)'), 'works on ours')
    await store.lab.record('MS05-021', failed, 'Sato')
    await user.click((await card()).getByRole('button', { name: 'Decide: go' }))
    expect((await (await card()).findByRole('alert')).textContent).toContain('something has changed')
    expect((await card()).getByText('Failed 1 OS')).toBeDefined()
    expect((await card()).getByLabelText('Why (optional)')).toHaveProperty('value', 'works on ours')
    expect((await card()).getByText('Nobody has decided yet.')).toBeDefined()

    await user.click((await card()).getByRole('button', { name: 'Decide: no-go' }))
    expect(
      (await (await card()).findByText('works on ours', { selector: 'p' })).closest('[data-decision]'),
    ).not.toBeNull()
    const signed = await card()
    await waitFor(() => expect(signed.getByLabelText('Why (optional)')).toHaveProperty('value', ''))
    expect(signed.queryByRole('alert')).toBeNull()
    const record = within(screen.getByRole('heading', { level: 2, name: 'Record' }).parentElement as HTMLElement)
    expect(record.getByText('Decided: no-go: works on ours')).toBeDefined()
    expect(record.getByText(/^Assessed when it was signed: No-go .*Lab tests No-go/)).toBeDefined()
  })

  it('signs once, however often it is clicked', async () => {
    const user = userEvent.setup()
    renderAt('/bulletins/MS05-020')
    await user.click(await (await card()).findByText('Sign'))
    await user.dblClick((await card()).getByRole('button', { name: 'Decide: go' }))
    await (await card()).findByText('Go', { selector: '[data-decision] b' })
    const decisions = (await store.events.of('MS05-020')).filter(({ topic }) => topic === 'decision')
    expect(decisions).toHaveLength(1)
  })
})

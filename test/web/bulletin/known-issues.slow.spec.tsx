import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
// The page comes in a chunk of its own; loaded beforehand, no test waits for it to be compiled.
import '../../../src/web/bulletin/BulletinPage.tsx'
import { importDocument } from '../../../src/server/imports/import-document.ts'
import { topicPage } from '../../feeds/support-pages.ts'
import { mockApi } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { listing } from '../../support/listing.ts'
import { renderAt } from '../../support/render-at.tsx'

let store = await contentStore()
const id = 'MS05-019'
const issue = (await store.find(id))?.knownIssues[0]?.id ?? ''
let network = mockApi(store)
beforeAll(() => network.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => localStorage.setItem('hotfix-report.language', 'en'))
afterEach(async () => {
  network.close()
  store = await contentStore()
  network = mockApi(store)
  network.listen({ onUnhandledRequest: 'error' })
})
afterAll(() => network.close())

const panel = async (name: string) => {
  const heading = await screen.findByRole('heading', { level: 2, name: new RegExp(`^${name}`) })
  return within(heading.closest('section') as HTMLElement)
}

it('counts pages about known issues that nobody has read apart from the issues', async () => {
  const page = { kind: 'kb' as const, title: { en: 'A page' }, url: 'https://example.com/' }
  const unread = { id: 'page', title: { en: 'The page' }, platforms: [], references: [page] }
  const described = { ...unread, id: 'described', symptom: { en: 'It does not start.' } }
  const of = (id: string, ...knownIssues: (typeof unread)[]) => ({ ...listing(id, []), knownIssues })
  await store.save({ platforms: [], bulletins: [of('EX-1', unread), of('EX-2', unread, described)] }, 'Ito')
  const heading = async () => (await screen.findByRole('heading', { level: 2, name: /^Known issues/ })).textContent
  const { unmount } = renderAt('/bulletins/EX-1')
  expect(await heading()).toBe('Known issues1 page unread')
  unmount()
  renderAt('/bulletins/EX-2')
  expect(await heading()).toBe('Known issues1 · 1 page unread')
})

it('writes the days of a reason that we give as the page writes days', async () => {
  const entry = { cve: 'CVE-2031-3000', addedOn: '2026-10-12', dueOn: '2026-11-02', ransomware: false }
  const urgency = { level: 'early', basis: 'rule', why: { en: 'It is important' } } as const
  await store.save({ platforms: [], bulletins: [{ ...listing('EX-3', [entry.cve]), urgency }] }, 'Ito')
  await store.saveKnownExploited([entry], 'kev')
  renderAt('/bulletins/EX-3')
  expect(await screen.findByText(/in CISA's catalogue since 12 Oct 2026\)/)).toBeDefined()
})

describe('a support page', () => {
  const page = (issues: Parameters<typeof topicPage>[0]) =>
    importDocument(
      store,
      { name: 'page.html', bytes: new TextEncoder().encode(topicPage({ title: 'KB893066', ...issues })) },
      { keepGoing: false, who: 'Ito' },
    )

  it('shows its issues by state and workaround in words, and what has none comes first', async () => {
    await page({
      issues: [
        { title: 'Solved', parts: { Symptoms: 'A.', Workaround: 'This issue is addressed in KB5900009.' } },
        { title: 'Open', parts: { Symptoms: 'We have received reports of it.' } },
      ],
    })
    renderAt(`/bulletins/${id}`)
    const issues = await panel('Known issues')
    const titles = issues.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent)
    expect(titles).toEqual([
      expect.stringMatching(/^Open.*no workaround.*reported/),
      expect.stringMatching(/workaround.*state not given/),
      expect.stringMatching(/^Solved.*resolved/),
    ])
    expect(issues.getByText('Resolved in:').parentElement?.textContent).toContain('KB5900009')
    expect(issues.getByText(/known issues published/).textContent).toContain('KB893066')
    await (await panel('Go or no-go')).findByText('2, 1 without a workaround')
  })

  it('that has no section on them is said to be not readable', async () => {
    await page({})
    renderAt(`/bulletins/${id}`)
    expect(await (await panel('Known issues')).findByText(/the page has no section on them/)).toBeDefined()
    expect(await (await panel('Go or no-go')).findByText(/known issues not readable/)).toBeDefined()
  })
})

describe('a known issue', () => {
  it('is resolved with a reason, which stands there, and go or no-go counts it no more', async () => {
    const user = userEvent.setup()
    renderAt(`/bulletins/${id}`)
    const issues = await panel('Known issues')
    await (await panel('Go or no-go')).findByText('1, each with a workaround')
    await user.click(issues.getByText('Mark as resolved', { selector: 'summary' }))
    const send = issues.getByRole('button', { name: 'Mark as resolved' })
    expect(send).toHaveProperty('disabled', true)
    await user.type(issues.getByLabelText('How it was resolved'), 'Fixed by KB898060')
    await user.click(send)
    await issues.findByText('Open it again', { selector: 'summary' })
    expect(issues.getByText('Fixed by KB898060')).toBeDefined()
    await (await panel('Go or no-go')).findByText('none')
    expect(screen.getByText('0 of 1 open')).toBeDefined()
  })

  it('that somebody else has resolved meanwhile is shown as they left it, and what was typed stays', async () => {
    const user = userEvent.setup()
    renderAt(`/bulletins/${id}`)
    const issues = await panel('Known issues')
    await user.click(issues.getByText('Mark as resolved', { selector: 'summary' }))
    await user.type(issues.getByLabelText('How it was resolved'), 'Driver 2.1')
    await store.lab.setIssueState(id, issue, { state: 'resolved', why: 'Fixed by KB898060' }, 'Sato')
    await user.click(issues.getByRole('button', { name: 'Mark as resolved' }))
    expect((await issues.findByRole('alert')).textContent).toContain('Another person was quicker')
    expect(issues.getByText('Fixed by KB898060')).toBeDefined()
    expect(issues.getByLabelText('How it was resolved')).toHaveProperty('value', 'Driver 2.1')
    expect(issues.queryByText('Open it again'), 'what was typed to resolve it opens nothing').toBeNull()
    await user.clear(issues.getByLabelText('How it was resolved'))
    expect(issues.getByText('Open it again', { selector: 'summary' })).toBeDefined()
  })
})

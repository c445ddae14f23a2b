import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Problem } from '../../../src/contract/problem.ts'
import { memoryStore } from '../../../src/server/store/memory.ts'
import { mockApi } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { withExpectedErrors } from '../../support/expected-errors.ts'
import { renderAt } from '../../support/render-at.tsx'

const network = mockApi(await contentStore())
beforeAll(() => network.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => localStorage.setItem('hotfix-report.language', 'en'))
afterEach(() => network.resetHandlers())
afterAll(() => network.close())

const cards = () => screen.queryAllByRole('article').map((card) => card.getAttribute('aria-label'))
const card = async (id: string) => within(await screen.findByRole('article', { name: id }))
const group = (name: string) => within(screen.getByRole('group', { name, hidden: true }))
const option = (groupName: string, name: RegExp) => group(groupName).getByRole('checkbox', { name, hidden: true })
const heading = () => screen.findByRole('heading', { level: 1 })

describe('the alerts page', () => {
  it('shows all 23 bulletins, the most urgent and severe first', async () => {
    renderAt('/')
    expect((await heading()).textContent).toBe('23 alerts')
    expect(cards()).toHaveLength(23)
    expect(cards()[0]).toBe('MS05-019')
  })

  it('says all that matters of MS05-019 on its card', async () => {
    renderAt('/')
    const ms05019 = await card('MS05-019')
    for (const fact of [
      'Critical',
      'KB893066',
      'updated 14 Apr 2005',
      'Proof of concept',
      'Remote code execution',
      'Required',
      '1 h 34 min',
      '1 known issue',
    ]) {
      expect(ms05019.getByText(fact)).toBeDefined()
    }
    expect(ms05019.getByRole('img', { name: 'Urgency: Immediate' })).toBeDefined()
    expect(ms05019.getByRole('list', { name: 'Affected platforms' }).textContent).toContain('SP3: Critical')
  })

  it('says that a bulletin was not tested and has no published rollout time', async () => {
    renderAt('/')
    const footer = (await card('MS05-001')).getByText(/Lab tests/).parentElement
    expect(footer?.textContent).toContain('Lab tests none')
    expect(footer?.textContent).toContain('Rollout time not published')
  })

  it('narrows the list by a click, counts along, and keeps the filter in the address', async () => {
    const { address } = renderAt('/')
    await heading()
    await userEvent.click(option('Severity', /Important/))
    await waitFor(() => expect(address()).toBe('/?severity=2'))
    const shown = Number((await heading()).textContent.split(' ')[0])
    expect(cards()).toHaveLength(shown)
    expect(option('Severity', /Important/).closest('label')?.textContent).toContain(String(shown))
    expect(option('Severity', /Critical/)).toHaveProperty('checked', false)
  })

  it('starts from the filter of a shared link, and ignores what it does not know', async () => {
    renderAt('/?platform=windows-2000.sp3&severity=9&sort=id&colour=red')
    expect(await heading()).toBeDefined()
    expect(option('Platform', /Windows 2000/)).toHaveProperty('indeterminate', true)
    expect(cards().length).toBeGreaterThan(0)
    expect(cards()).toEqual(cards().toSorted().toReversed())
  })

  it.each([
    ['CVE-2005-0048', 'MS05-019'],
    ['can-2005-0048', 'MS05-019'],
    ['kb893066', 'MS05-019'],
    ['893066', 'MS05-019'],
    ['ms05-19', 'MS05-019'],
    ['ＭＳ０５－０１９', 'MS05-019'],
    ['Messenger 6.2 MS05-022', 'MS05-022'],
  ])('finds %s', async (text, id) => {
    renderAt(`/?q=${encodeURIComponent(text)}`)
    await heading()
    expect(cards()).toEqual([id])
  })

  it('finds two characters of Japanese while they are typed', async () => {
    const { address } = renderAt('/')
    await heading()
    await userEvent.keyboard('/')
    await userEvent.keyboard('緊急')
    await waitFor(() => expect(address()).toBe(`/?q=${encodeURIComponent('緊急')}`))
    await userEvent.clear(screen.getByRole('searchbox'))
    await userEvent.keyboard('危険')
    await waitFor(() => expect(cards()).toContain('MS05-019'))
  })

  it('offers a way out where nothing matches', async () => {
    const { address } = renderAt('/?q=no-such-word')
    const message = (await screen.findByText('No alert matches')).closest('section') ?? document.body
    await userEvent.click(within(message).getByRole('button', { name: 'Clear all filters' }))
    await waitFor(() => expect(cards()).toHaveLength(23))
    expect(address()).toBe('/')
  })

  it('speaks Japanese at a click, and remembers it', async () => {
    renderAt('/')
    await heading()
    await userEvent.click(screen.getByRole('radio', { name: '日本語' }))
    expect((await heading()).textContent).toBe('アラート 23 件')
    expect(document.documentElement.lang).toBe('ja')
    expect(localStorage.getItem('hotfix-report.language')).toBe('ja')
  })

  it('goes dark at a click, and remembers it', async () => {
    renderAt('/')
    await heading()
    await userEvent.click(screen.getByRole('radio', { name: 'Dark' }))
    expect(document.documentElement.style.colorScheme).toBe('dark')
    expect(localStorage.getItem('hotfix-report.theme')).toBe('dark')
  })

  it(
    'offers another try when the API fails, and recovers',
    withExpectedErrors(async () => {
      const problem: Problem = { code: 'unavailable', message: 'out of order' }
      network.use(http.get('*/api/bulletins', () => HttpResponse.json(problem, { status: 503 }), { once: true }))
      renderAt('/')
      const alert = await screen.findByRole('alert')
      expect(alert.textContent).toContain('The server is not ready')
      await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
      await waitFor(() => expect(cards()).toHaveLength(23))
    }),
  )

  it(
    'says that the server cannot be reached',
    withExpectedErrors(async () => {
      network.use(http.get('*/api/bulletins', () => HttpResponse.error()))
      renderAt('/')
      expect((await screen.findByRole('alert')).textContent).toContain('cannot be reached')
    }),
  )

  it('says so where no bulletin is on file at all', async () => {
    network.close()
    const empty = mockApi(memoryStore())
    empty.listen({ onUnhandledRequest: 'error' })
    renderAt('/')
    expect(await screen.findByText('There are no alerts yet')).toBeDefined()
    empty.close()
    network.listen({ onUnhandledRequest: 'error' })
  })

  it('has a page for an address that leads nowhere', async () => {
    renderAt('/no/such/page')
    expect((await screen.findByRole('alert')).textContent).toContain('There is no page')
  })
})

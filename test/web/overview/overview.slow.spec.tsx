import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { Overview } from '../../../src/contract/overview.ts'
// They come in chunks of their own; loaded beforehand, no test waits for them to be compiled.
import '../../../src/web/alerts/AlertsPage.tsx'
import '../../../src/web/filters/panel/FilterSide.tsx'
import '../../../src/web/overview/ChangesBoard.tsx'
import '../../../src/web/overview/FirstSteps.tsx'
import '../../../src/web/overview/OverviewPage.tsx'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { withExpectedErrors } from '../../support/expected-errors.ts'
import { renderAt } from '../../support/render-at.tsx'
import { shown } from '../../support/shown.ts'
import { patchDay } from './patch-day.ts'

const network = mockApiForFile(await contentStore())

/** What was asked for, in order. */
function answer(change: Partial<Overview> = {}): string[] {
  const asked: string[] = []
  network.use(
    http.get('*/api/overview', ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json({ ...patchDay, ...change })
    }),
  )
  return asked
}

const part = (name: string) => within(screen.getByRole('region', { name }))
const addressOf = (link: HTMLElement) => link.getAttribute('href')
const heading = () => screen.findByRole('heading', { level: 1 })

describe('the start page', () => {
  it.each([
    ['/?severity=1&platform=windows-2000', '/alerts?severity=1&platform=windows-2000'],
    ['/?sort=due', '/alerts?sort=due'],
  ])('leads a link of before, %s, to the list', async (link, wanted) => {
    const { address } = renderAt(link)
    await screen.findAllByRole('article')
    expect(address()).toBe(wanted)
  })

  it('shows the release that the address names, and searches all alerts', async () => {
    const asked = answer()
    const { address } = renderAt('/?release=2025-06')
    expect((await heading()).textContent).toBe('June 2025 Tue 10 Jun')
    expect(new Set(asked)).toEqual(new Set(['?release=2025-06']))
    expect(screen.getByRole('link', { name: 'Overview' }).getAttribute('aria-current')).toBe('page')
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search' }), 'TCP{Enter}')
    await waitFor(() => expect(address()).toBe('/alerts?q=TCP'))
  })

  it('begins with what is to be done, late and left, each a link to what it counts', async () => {
    answer()
    renderAt('/')
    await heading()
    const sentence = screen.getByText(/to install\. /)
    expect(sentence.textContent).toBe('2 fixes to install. 3 machines are overdue by 1 day, 75 machines left. ')
    const links = within(sentence).getAllByRole('link')
    expect(links.map(addressOf)).toEqual([
      '/alerts?release=2025-06&mine=to-install',
      '/alerts?release=2025-06&mine=to-install&due=overdue',
    ])
  })

  it('leaves out figures that count nothing, and has the median of the months before with the others', async () => {
    answer()
    renderAt('/')
    await heading()
    expect(screen.getByRole('link', { name: '80 fixes' }).parentElement?.textContent).toBe('80 fixesmedian 73')
    expect(addressOf(screen.getByRole('link', { name: '2 exploited' }))).toBe(
      '/matrix?release=2025-06&exploit=exploited&by=vulnerability',
    )
    expect(addressOf(screen.getByRole('link', { name: 'in 16 alerts' }))).toBe(
      '/alerts?release=2025-06&exploit=exploited',
    )
    expect(screen.queryByText(/public$/)).toBeNull()
  })

  it('says of a fix until when, why, on how many machines, and who has it', async () => {
    answer()
    renderAt('/')
    await heading()
    const [first] = part('Act now').getAllByRole('listitem')
    expect(first?.textContent).toContain('1 d overdue24 Jun')
    expect(first?.textContent).toContain('1Critical KB5060526 Server 2022')
    expect(first?.textContent).toContain('Exploited CVE-2025-33053')
    expect(first?.textContent).toContain('3 of 60 left')
    expect(first?.textContent).toContain('1 passedUnassigned')
    expect(part('Your platforms').getByRole('link', { name: /KB5060526/ }).textContent).toContain('57 of 60')
  })

  it.each([
    [{ by: 'kev', cve: 'CVE-2025-33053' }, undefined, '24 Jun CISA KEV'],
    [{ by: 'bod-26-04', outcome: '14-days', cve: null }, undefined, '24 Jun BOD 26-04'],
    [{ by: 'kev', cve: 'CVE-2025-33053' }, { first: '2025-06-17', renewals: 0, isOver: false }, '24 Jun extended'],
  ] as const)('says what sets the day of a fix: %j, moved %j', async (rule, exception, said) => {
    const [first] = patchDay.actNow.fixes
    const due = first?.due && { ...first.due, rule, ...(exception && { exception }) }
    answer({ actNow: { ...patchDay.actNow, fixes: [{ ...first, due }] as Overview['actNow']['fixes'] } })
    renderAt('/')
    await heading()
    expect(part('Act now').getByRole('listitem').textContent).toContain(said)
  })

  it('has the time of the rest in words, and in a table for who does not see the lines', async () => {
    answer()
    renderAt('/')
    await heading()
    const rollout = part('Rollout')
    expect(shown(rollout.getByText(/^To finish the 75 left/).textContent)).toContain(
      '2 h with 1 console, 1 h with 2, 30 min with 4.',
    )
    expect(await rollout.findByRole('row', { name: (name) => shown(name) === '75 2 h 1 h 30 min' })).toBeDefined()
  })

  it('goes to the month before and after by the arrow keys', async () => {
    answer()
    const { address } = renderAt('/')
    await heading()
    screen.getByRole('link', { name: /^June 2025: 80 fixes \(Critical 35, Important 17, Unrated 28\)$/ }).focus()
    await userEvent.keyboard('{ArrowLeft}')
    await waitFor(() => expect(address()).toBe('/?release=2025-04'))
    // Nothing of May is on file: a gap, and no bar.
    expect(screen.getByText('May 2025: nothing imported')).toBeDefined()
  })

  it('asks for the fleet where there is none', async () => {
    answer({ state: 'no-fleet', machines: 0, platforms: [], rollout: null, due: [], sentence: [{ code: 'no-fleet' }] })
    renderAt('/')
    await heading()
    expect(screen.getAllByRole('link', { name: 'Enter your fleet' }).map(addressOf)).toEqual(['/fleet', '/fleet'])
    expect(part('Your platforms').getByRole('link', { name: 'Enter your fleet' })).toBeDefined()
    expect(screen.queryByRole('region', { name: 'Rollout' })).toBeNull()
  })

  it('is one line where all is done', async () => {
    answer({
      state: 'all-done',
      actNow: { ...patchDay.actNow, fixes: [], count: 0 },
      sentence: [
        { code: 'all-done', on: null },
        { code: 'next-release', on: '2025-07-08', daysLeft: 13 },
      ],
    })
    renderAt('/')
    await heading()
    expect(screen.getByText(/^Nothing to install\. The next Patch Tuesday is Tue 8 Jul\./)).toBeDefined()
    expect(part('Act now').getByText('Nothing of this release is left to install.')).toBeDefined()
  })

  it('begins with three steps where no release is on file', async () => {
    renderAt('/')
    await heading()
    await screen.findByRole('link', { name: 'Import fixes' })
    const names = ['Import fixes', 'Enter your fleet', 'Plan the rollout']
    expect(names.map((name) => addressOf(screen.getByRole('link', { name })))).toEqual([
      '/sources',
      '/fleet',
      '/rollout',
    ])
  })

  it('has nothing of changes on a first visit, and marks them as seen', async () => {
    const asked = answer()
    localStorage.setItem('hotfix-report.seen', '-1')
    renderAt('/')
    await heading()
    expect(new Set(asked)).toEqual(new Set(['?since=-1']))
    await screen.findByRole('region', { name: 'Changed since your last visit' })
    const changes = part('Changed since your last visit')
    expect(changes.getByText('KB5060533')).toBeDefined()
    await userEvent.click(changes.getByRole('button', { name: 'Mark as seen' }))
    await waitFor(() => expect(asked.at(-1)).not.toBe('?since=-1'))
  })

  it(
    'says that the server has failed, and tries again',
    withExpectedErrors(async () => {
      network.use(
        http.get('*/api/overview', () => HttpResponse.json({ code: 'unexpected', message: '' }, { status: 500 })),
      )
      renderAt('/')
      expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong on the server')
      answer()
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
      expect((await heading()).textContent).toContain('June 2025')
    }),
  )
})

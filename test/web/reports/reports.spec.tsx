import { screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { http, HttpResponse } from 'msw'
import { describe, expect, it } from 'vitest'
import type { Handling, HandlingRow, Measured } from '../../../src/contract/reports.ts'
// They come in a chunk of their own; loaded beforehand, no test waits for them to be compiled.
import '../../../src/web/reports/HowWeDoPage.tsx'
import '../../../src/web/reports/record/PlanRecordPage.tsx'
import '../../../src/web/reports/record/RecordPage.tsx'
import { defaultState } from '../../../src/domain/triage/triage.ts'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { withExpectedErrors } from '../../support/expected-errors.ts'
import { renderAt } from '../../support/render-at.tsx'
import { shown } from '../../support/shown.ts'

const store = await contentStore()
const network = mockApiForFile(store)

const measured: Measured = {
  alerts: 14,
  steps: {
    triaged: { count: 12, median: 5.5, p90: 60, waiting: 2 },
    decided: { count: 2, median: null, p90: null, waiting: 12 },
    tested: { count: 0, median: null, p90: null, waiting: 14 },
    deployed: { count: 4, median: 100, p90: null, waiting: 10 },
  },
  inTime: 3,
  extended: 1,
  late: 2,
}
const handling: Handling = {
  today: '2031-06-30',
  zone: 'Asia/Tokyo',
  sentence: [
    { code: 'triaged', count: 12, median: 5.5, p90: 60 },
    { code: 'in-time', inTime: 3, of: 5 },
    { code: 'overdue', count: 1, days: 9, query: { due: 'overdue' } },
    { code: 'exceptions', count: 2, days: 100 },
  ],
  all: measured,
  severities: [{ severity: 1, ...measured }],
  months: [{ month: '2031-06', ...measured }],
  overdue: [{ owner: 'Ito', count: 1, days: 9, query: { due: 'overdue', assignee: 'Ito' } }],
  exceptions: [{ age: '180', count: 2 }],
  coverage: [
    {
      key: '2031-06',
      publisher: 'Microsoft',
      month: '2031-06',
      fixes: 4,
      done: 1,
      applied: 999,
      of: 1000,
      query: { release: '2031-06', mine: 'to-install' },
    },
  ],
  backlog: [{ age: '7', count: 2, severities: { 1: 2, 2: 0, 3: 0, 4: 0, unrated: 0 } }],
}
const row: HandlingRow = {
  id: 'KB5000002',
  title: { en: 'An update' },
  severity: 1,
  owner: 'Ito',
  state: 'open',
  known: '2031-03-01T08:00:00Z',
  triaged: '2031-03-02T08:00:00Z',
  decided: null,
  tested: null,
  deployed: null,
  due: '2031-07-10',
  timing: 'running',
  isExtended: true,
  exception: {
    first: '2031-04-01',
    until: '2031-07-10',
    since: '2031-03-22T08:00:00Z',
    reason: 'no window before',
    by: 'Sato',
    renewals: 1,
  },
}

/** Answers the report, and tells which figures were asked for. */
function answer(rows: readonly HandlingRow[] = [row]): string[] {
  const asked: string[] = []
  network.use(
    http.get('*/api/reports/handling', () => HttpResponse.json(handling)),
    http.get('*/api/reports/handling/alerts', ({ request }) => {
      asked.push(new URL(request.url).search)
      return HttpResponse.json(rows)
    }),
  )
  return asked
}
const table = async (name: string) => within(await screen.findByRole('region', { name }))

describe('how we do', () => {
  it('begins with what matters in words, and says nothing of the middle of two', async () => {
    answer()
    renderAt('/how-we-do')
    const link = await screen.findByRole('link', { name: '12 triaged alerts' })
    expect(shown(link.parentElement?.textContent)).toBe(
      'Half of the 12 triaged alerts were looked at within 5.5 h, and 90 % within 2.5 days. ' +
        '60% (3 of 5) of those that are done or overdue were in time. 1 alert is overdue, by 9 days. ' +
        '2 due days are extended, the first since 100 days. ',
    )
    const critical = within((await table('Time since known, by severity')).getByRole('row', { name: /^Critical/ }))
    expect(critical.getAllByRole('cell').map(({ textContent }) => shown(textContent))).toEqual([
      '14 alerts',
      '5.5 h 90 % within 2.5 days12 alerts · 2 waiting',
      'too few2 alerts · 12 waiting',
      '–14 waiting',
      '4.2 days4 alerts · 10 waiting',
      '60%3 of 5 1 extended · 2 late',
    ])
    expect((await table('Coverage by release')).getByText('99%')).toBeDefined()
  })

  it('leads from a figure to the alerts that it counts, on this page or in the list', async () => {
    const asked = answer()
    const { address } = renderAt('/how-we-do')
    const overdue = await table('Overdue now, by assignee')
    expect(overdue.getByRole('link').getAttribute('href')).toBe('/alerts?assignee=Ito&due=overdue')
    await userEvent.click(screen.getByRole('link', { name: 'Critical: alerts that wait to be tested: 14' }))
    await screen.findByRole('heading', { name: /^Critical, waiting to be tested/ })
    expect(address()).toBe('/how-we-do?severity=1&waiting=tested')
    expect(asked).toEqual(['?severity=1&waiting=tested'])
    expect(document.activeElement).toBe(screen.getByRole('group', { name: 'Alerts of this figure' }))
    expect((await table('Alerts of this figure')).getByRole('link', { name: 'KB5000002' })).toBeDefined()
    await userEvent.click(screen.getByRole('link', { name: 'Close the list' }))
    await waitFor(() => expect(screen.queryByRole('group', { name: 'Alerts of this figure' })).toBeNull())
  })

  it('tells of an extended day who moved it, and why', async () => {
    answer()
    renderAt('/how-we-do?exception=180')
    const listed = (await table('Alerts of this figure')).getByRole('row', { name: /KB5000002/ })
    expect(listed.textContent).toContain('10 Jul 2031')
    expect(listed.textContent).toContain('(Renewals 1)Satono window before')
  })

  it('leaves out what names no figure in the address', async () => {
    answer()
    renderAt('/how-we-do?waiting=lunch&severity=9')
    await screen.findByRole('heading', { level: 1, name: 'How we are doing' })
    expect(screen.queryByRole('group', { name: 'Alerts of this figure' })).toBeNull()
  })

  it('says so where nothing was handled', async () => {
    renderAt('/how-we-do')
    expect(await screen.findByText(/Nothing is on record yet/)).toBeDefined()
  })

  it(
    'offers to try again where it cannot be read',
    withExpectedErrors(async () => {
      network.use(http.get('*/api/reports/handling', () => HttpResponse.error()))
      renderAt('/how-we-do')
      expect(await screen.findByRole('alert')).toBeDefined()
      answer()
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }))
      expect(await screen.findByRole('heading', { level: 1, name: 'How we are doing' })).toBeDefined()
    }),
  )
})

describe('the record of an alert', () => {
  it('tells who did what when, and what was known then', async () => {
    const set = { ...defaultState, status: 'planned', assignee: 'Sato' } as const
    await store.triage.set([{ id: 'MS05-019', version: 0, ...set }], 'Ito')
    renderAt('/bulletins/MS05-019/record')
    const steps = await table('Steps')
    expect(within(steps.getByRole('row', { name: /^Triaged/ })).getByText('Ito')).toBeDefined()
    expect(within(steps.getByRole('row', { name: /^Deployed/ })).getByText('not yet')).toBeDefined()
    expect(screen.getByText('The due day was never extended.')).toBeDefined()
    expect(screen.getByText(/severity critical · urgency/).textContent).toMatch(
      /^Known at that time: version 1 on file/,
    )
    expect(screen.getByRole('link', { name: 'JSON' }).getAttribute('href')).toBe('/api/bulletins/MS05-019/record')
  })
})

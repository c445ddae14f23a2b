import { screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
// They come in chunks of their own; loaded beforehand, no test waits for them to be compiled.
import '../../../src/web/alerts/AlertsPage.tsx'
import '../../../src/web/filters/FilterSide.tsx'
import '../../../src/web/overview/OverviewPage.tsx'
import { mockApi } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'

const network = mockApi(await contentStore())
beforeAll(() => network.listen({ onUnhandledRequest: 'error' }))
beforeEach(() => localStorage.setItem('hotfix-report.language', 'en'))
afterEach(() => network.resetHandlers())
afterAll(() => network.close())

describe('the start page', () => {
  it.each([
    ['/?severity=1&platform=windows-2000', '/alerts?severity=1&platform=windows-2000'],
    ['/?sort=due', '/alerts?sort=due'],
  ])('leads a link of before, %s, to the list', async (link, wanted) => {
    const { address } = renderAt(link)
    await screen.findAllByRole('article')
    expect(address()).toBe(wanted)
  })

  it('stays where a release alone is asked for', async () => {
    const { address } = renderAt('/?release=2025-06')
    await screen.findByRole('heading', { level: 1 })
    expect(address()).toBe('/?release=2025-06')
    expect(screen.getByRole('link', { name: 'Overview' }).getAttribute('aria-current')).toBe('page')
  })

  it('searches all alerts', async () => {
    const { address } = renderAt('/?release=2025-06')
    await screen.findByRole('heading', { level: 1 })
    await userEvent.type(screen.getByRole('searchbox', { name: 'Search' }), 'TCP{Enter}')
    await waitFor(() => expect(address()).toBe('/alerts?q=TCP'))
  })
})

import { createMemoryHistory, createRootRoute, createRoute, createRouter, RouterProvider } from '@tanstack/react-router'
import { render, screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { RouteError } from '../../../src/web/frame/failures.tsx'
import { ApiError } from '../../../src/web/lib/api.ts'
import { firstLanguage, LanguageProvider } from '../../../src/web/i18n/language.tsx'
import { loadMessages } from '../../../src/web/load-messages.ts'
import { mockApiForFile } from '../../mock/network.ts'
import { contentStore } from '../../support/content-store.ts'
import { renderAt } from '../../support/render-at.tsx'
import { withExpectedErrors } from '../../support/expected-errors.ts'

mockApiForFile(await contentStore())

it(
  'a page that cannot be shown says so, blames no server, and offers another try and itself without its settings',
  withExpectedErrors(async () => {
    localStorage.setItem('hotfix-report.language', 'en')
    let isBroken = true
    const rootRoute = createRootRoute()
    const planRoute = createRoute({
      getParentRoute: () => rootRoute,
      path: '/plan',
      component: () => {
        if (isBroken) throw new TypeError('cannot be shown')
        return <h1>The plan</h1>
      },
    })
    const router = createRouter({
      routeTree: rootRoute.addChildren([planRoute]),
      history: createMemoryHistory({ initialEntries: ['/plan?zone=JST'] }),
      defaultErrorComponent: RouteError,
    })
    render(
      <LanguageProvider first={firstLanguage()} load={loadMessages}>
        <RouterProvider router={router as never} />
      </LanguageProvider>,
    )
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('Something went wrong while showing this page.')
    expect(alert.textContent).not.toContain('server')
    const link = within(alert).getByRole('link', { name: 'Open without its settings' })
    expect(link.getAttribute('href')).toBe('/plan')
    isBroken = false
    await userEvent.click(within(alert).getByRole('button', { name: 'Try again' }))
    expect(await screen.findByRole('heading', { name: 'The plan' })).toBeDefined()
  }),
)

it(
  'an address that can name nothing leads to the same as one whose page is gone',
  withExpectedErrors(async () => {
    localStorage.setItem('hotfix-report.language', 'en')
    renderAt('/plans/abc')
    expect(await screen.findByRole('heading', { name: 'Not found.' })).toBeDefined()
    expect(await screen.findByText('Address: /plans/abc')).toBeDefined()
  }),
)

it.each(['/%E0%A4%A', '/bulletins/%E0%A4%A', '/plans/%zz', '/bulletins/KB5060842/%E0'])(
  'an address that cannot be decoded is one without a page: %s',
  withExpectedErrors(async (address: string) => {
    localStorage.setItem('hotfix-report.language', 'en')
    renderAt(address)
    expect(await screen.findByRole('heading', { name: 'There is no page at this address.' })).toBeDefined()
    expect(await screen.findByText(/^Address: |is not on file/)).toBeDefined()
  }),
)

it(
  'a page that the server failed to answer for has the id that its log has',
  withExpectedErrors(async () => {
    localStorage.setItem('hotfix-report.language', 'en')
    const rootRoute = createRootRoute()
    const planRoute = createRoute({
      getParentRoute: () => rootRoute,
      path: '/plan',
      loader: () => {
        throw new ApiError('unexpected', 'something went wrong on the server', { requestId: '1f0c4b7e-11aa-4c1d' })
      },
    })
    const router = createRouter({
      routeTree: rootRoute.addChildren([planRoute]),
      history: createMemoryHistory({ initialEntries: ['/plan'] }),
      defaultErrorComponent: RouteError,
    })
    render(
      <LanguageProvider first={firstLanguage()} load={loadMessages}>
        <RouterProvider router={router as never} />
      </LanguageProvider>,
    )
    expect(await screen.findByText(/quote the request 1f0c4b7e-11aa-4c1d/)).toBeDefined()
  }),
)

import { createRoute, redirect } from '@tanstack/react-router'
import { asksForList, type OverviewSearch } from '../frame/start-page.ts'
import { rootRoute } from '../frame/Root.tsx'
import { loadPart } from '../i18n/load-messages.ts'

const messages = { ja: () => import('./messages-ja.ts'), en: () => import('./messages-en.ts') }

// The page itself is loaded when it is first opened.
export const overviewRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  validateSearch: ({ release }: Record<string, unknown>): OverviewSearch => ({
    ...(typeof release === 'string' && release !== '' && { release }),
  }),
  // Links of when the list was the start page still lead to it.
  beforeLoad({ location: { search } }) {
    if (asksForList(search)) redirect({ to: '/alerts', search: true, hash: true, replace: true, throw: true })
  },
  loaderDeps: ({ search: { release } }) => ({ release }),
  async loader({ context: { queryClient }, deps: { release } }) {
    const words = loadPart(messages)
    const { loadOverview } = await import('./queries.ts')
    await Promise.all([words, loadOverview(queryClient, release)])
  },
}).lazy(() => import('./OverviewPage.tsx').then((page) => page.overviewLazyRoute))

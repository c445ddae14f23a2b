/** Renders first views on the server; built for it from the same components as the pages. */
import { AsyncLocalStorage } from 'node:async_hooks'
import { createMemoryHistory } from '@tanstack/react-router'
import { prerender } from 'react-dom/static'
import type { PrepareView, Visit } from '../contract/first-view.ts'
import { App } from './App.tsx'
import { ApiError } from './lib/api.ts'
import { beginFrom } from './lib/first-view.ts'
import { makeQueryClient } from './lib/query-client.ts'
import { loadMessages } from './load-messages.ts'
import { stringifySearch } from './lib/search.ts'
import { makeRouter, type AppRouter } from './router.tsx'

type Request = { visit: Visit; answer: (address: string) => Promise<unknown>; note: (part: string) => void }

/** Many requests are under way at a time, and each begins with its own. */
const requests = new AsyncLocalStorage<Request>()
beginFrom(() => {
  const request = requests.getStore()
  if (request === undefined) throw new Error('no request is under way')
  return request
})

/** Loads the pages that have a first view, so that the first of them does not wait for that. */
export const loadViews = () =>
  Promise.all([
    import('./overview/OverviewPage.tsx'),
    import('./filters/FilteredPage.tsx'),
    import('./alerts/AlertsPage.tsx'),
    import('./bulletin/BulletinPage.tsx'),
  ])

/** Reads what a first view is made of, as a browser would, and gives what draws it. */
export const prepareView: PrepareView = async (visit, ask) => {
  const answers: Record<string, unknown> = {}
  const parts = new Set<string>()
  const request = {
    visit,
    note: (part: string) => void parts.add(part),
    async answer(address: string): Promise<unknown> {
      const response = await ask(address)
      if (!response.ok) throw new ApiError('unexpected', `${response.status} from ${address}`)
      return (answers[address] = await response.json())
    },
  }
  return requests.run(request, async () => {
    await loadMessages(visit.language)
    const queryClient = makeQueryClient({ retry: false, staleTime: Infinity })
    const history = createMemoryHistory({ initialEntries: [visit.href] })
    const router = makeRouter({ queryClient, history })
    // It would write an inline script.
    router.options.scrollRestoration = false
    const href = readableHref(router)
    history.replace(href)
    await router.load()
    const matches = router.stores.matches.get()
    // None where a page leads to another one, or where there is only the frame around pages.
    const isWhole = matches.length > 1 && matches.every(({ status }) => status === 'success')
    if (router.latestLocation.href !== href || !isWhole) return null
    const app = <App queryClient={queryClient} router={router} language={visit.language} />
    return { answers, draw: () => requests.run(request, async () => ({ markup: await drawn(app), parts: [...parts] })) }
  })
}

/** The address as the pages write it, without what they cannot read of it: a server's router would lead there first. */
function readableHref(router: AppRouter): string {
  const { pathname, search } = router.latestLocation
  const query: Record<string, unknown> = router.matchRoutes(pathname, search).at(-1)?.search ?? {}
  return pathname + stringifySearch(query)
}

/** The markup whole and in its order, once all the code of it is there. */
async function drawn(app: React.ReactNode): Promise<string> {
  const { prelude } = await prerender(app, {
    progressiveChunkSize: Infinity,
    onError: (error) => {
      throw error
    },
  })
  return new Response(prelude).text()
}

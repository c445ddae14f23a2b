import { createMemoryHistory } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import { onTestFinished } from 'vitest'
import { makeQueryClient } from '../../src/web/lib/query-client.ts'
import { App } from '../../src/web/App.tsx'
import { firstLanguage } from '../../src/web/i18n/language.tsx'
import { makeRouter } from '../../src/web/router.tsx'

/**
 * Mounts the real route tree at an address, with a cache of its own. `address()` tells where the reader is now,
 * `isSaving()` whether a write has no answer yet, `isLoading()` whether something is still being read, shown or not.
 */
export function renderAt(url: string) {
  const history = createMemoryHistory({ initialEntries: [url] })
  const queryClient = makeQueryClient({ retry: false, staleTime: 0 })
  // What is still on its way would be answered to the next test.
  onTestFinished(() => queryClient.cancelQueries())
  const view = render(
    <App queryClient={queryClient} router={makeRouter({ queryClient, history })} language={firstLanguage()} />,
  )
  return {
    ...view,
    address: () => history.location.pathname + history.location.search,
    isSaving: () => queryClient.isMutating() > 0,
    isLoading: () => queryClient.isFetching() > 0,
  }
}

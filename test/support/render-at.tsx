import { QueryClient } from '@tanstack/react-query'
import { createMemoryHistory } from '@tanstack/react-router'
import { render } from '@testing-library/react'
import { App } from '../../src/routes/App.tsx'
import { makeRouter } from '../../src/routes/router.tsx'

/** Mounts the real route tree at an address, with a cache of its own; `address()` tells where the reader is now. */
export function renderAt(url: string) {
  const history = createMemoryHistory({ initialEntries: [url] })
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } })
  const view = render(<App queryClient={queryClient} router={makeRouter({ queryClient, history })} />)
  return { ...view, address: () => history.location.pathname + history.location.search }
}

// First the base, so that the styles of a component may override it.
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { QueryClient } from '@tanstack/react-query'
import * as z from 'zod'
import { ApiError, isFinal } from './client/api.ts'
import { App } from './routes/App.tsx'
import { makeRouter } from './routes/router.tsx'
import { startPage } from './routes/start-page.ts'
import { restoreTheme } from './ui/theme.ts'

// zod would compile parsers with `new Function`, which the Content-Security-Policy forbids.
z.config({ jitless: true })
restoreTheme()
const start = startPage(location)
if (start !== null) history.replaceState(null, '', start)

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: 60_000, retry: (failures, error) => failures < 1 && !isFinal(error) } },
})
createRoot(root, {
  // What the API refused is said on the page; anything else that a boundary caught is a fault of ours.
  onCaughtError: (error) => {
    if (!(error instanceof ApiError)) reportError(error)
  },
}).render(
  <StrictMode>
    <App queryClient={queryClient} router={makeRouter({ queryClient })} />
  </StrictMode>,
)

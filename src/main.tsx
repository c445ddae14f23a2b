// First the base, so that the styles of a component may override it.
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { QueryClient } from '@tanstack/react-query'
import * as z from 'zod'
import { App } from './routes/App.tsx'
import { makeRouter } from './routes/router.tsx'
import { restoreTheme } from './ui/theme.ts'

// zod would compile parsers with `new Function`, which the Content-Security-Policy forbids.
z.config({ jitless: true })
restoreTheme()

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

const queryClient = new QueryClient({ defaultOptions: { queries: { staleTime: 60_000, retry: 1 } } })
createRoot(root).render(
  <StrictMode>
    <App queryClient={queryClient} router={makeRouter({ queryClient })} />
  </StrictMode>,
)

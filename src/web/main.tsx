// First the base, so that the styles of a component may override it.
import './ui/tokens.css'
import './ui/base.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiError } from './lib/api.ts'
import { makeQueryClient } from './lib/query-client.ts'
import { meQuery } from './lib/me.ts'
import { firstLanguage } from './i18n/language.tsx'
import { loadMessages } from './load-messages.ts'
import { App } from './App.tsx'
import { makeRouter } from './router.tsx'
import './first-load.ts'
import { startPage } from './frame/start-page.ts'
import { restoreTheme } from './lib/theme.ts'

restoreTheme()
const start = startPage(location)
if (start !== null) history.replaceState(null, '', start)

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')

const queryClient = makeQueryClient()
const router = makeRouter({ queryClient })

/** Shows the app once its words are loaded; if they cannot be, in the other language. */
async function show(container: HTMLElement): Promise<void> {
  const language = firstLanguage()
  // Until the frame can be drawn, that of index.html is there.
  await Promise.all([loadMessages(language)?.catch(reportError), queryClient.query(meQuery()).catch(() => {})])
  createRoot(container, {
    // What the API refused is said on the page; anything else that a boundary caught is a fault of ours.
    onCaughtError: (error) => {
      if (!(error instanceof ApiError)) reportError(error)
    },
  }).render(
    <StrictMode>
      <App queryClient={queryClient} router={router} language={language} />
    </StrictMode>,
  )
}

/** Loads the page of the visit: there is none yet that would be left, and so the frame comes at once. */
async function loadFirst(): Promise<void> {
  const usual = router.options.defaultPendingMs ?? 1000
  router.options.defaultPendingMs = 0
  await router.load()
  router.options.defaultPendingMs = usual
}

// The data loads while the words do, and the page asks for its own in the language of the visit. No `await` at the top
// level: the words import this chunk, and would wait for it.
void show(root)
void loadFirst()

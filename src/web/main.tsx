// First the base, so that the styles of a component may override it.
import './ui/tokens.css'
import './ui/base.css'
import { startTransition, StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import type { FirstView } from '../contract/first-view.ts'
import { ApiError } from './lib/api.ts'
import { carryAlong } from './lib/device.ts'
import { makeQueryClient } from './lib/query-client.ts'
import { meQuery } from './lib/me.ts'
import { firstLanguage } from './i18n/language.tsx'
import { loadMessages } from './load-messages.ts'
import { App } from './App.tsx'
import { makeRouter } from './router.tsx'
import './first-load.ts'
import { startPage } from './frame/start-page.ts'
import { keepEarlyInput } from './early-input.ts'
import { loadParts } from './lib/lazy-part.tsx'
import { restoreTheme } from './lib/theme.ts'
import { takeOverPage, whenTakenOver } from './lib/first-view.ts'
import { takeRendered, wholeHydrated } from './take-rendered.ts'

/** Begins the visit: takes over what the server has rendered of it, or else draws it. */
function begin(): void {
  restoreTheme()
  const start = startPage(location)
  if (start !== null) history.replaceState(null, '', start)

  const root = document.getElementById('root')
  if (root === null) throw new Error('index.html has no #root')

  const rendered = takeRendered(document, location)
  const language = firstLanguage()
  const queryClient = makeQueryClient()
  const router = makeRouter({ queryClient })
  const app = (
    <StrictMode>
      <App queryClient={queryClient} router={router} language={language} />
    </StrictMode>
  )
  // What the API refused is said on the page; anything else that a boundary caught is a fault of ours.
  const onCaughtError = (error: unknown) => {
    if (!(error instanceof ApiError)) reportError(error)
  }

  /** If the words of the language cannot be loaded, the other one is there. */
  const loadWords = async () => loadMessages(language)?.catch(reportError)

  let isReactThere = false

  /** Takes over what the server has rendered, once all is there that it was made of: the page then draws the very same. */
  async function hydrate(container: HTMLElement, { parts }: FirstView): Promise<void> {
    // What the library leaves out where a server has rendered.
    router.ssr = { manifest: undefined }
    await Promise.all([loadWords(), router.load()])
    await loadParts(parts)
    isReactThere = true
    // What is drawn already may be used: an address that changed meanwhile would not fit what is still taken over.
    const { navigate } = router
    router.navigate = async (options) => {
      await whenTakenOver()
      return navigate(options)
    }
    // Who comes anew and has scrolled meanwhile stays there.
    const [visit] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    router.options.scrollRestoration = () => scrollY === 0 || visit?.type !== 'navigate'
    // In small pieces, which keys and clicks come between.
    startTransition(() => void hydrateRoot(container, app, { onCaughtError }))
    await wholeHydrated(container)
    router.options.scrollRestoration = true
    takeOverPage()
  }

  /** Shows the app once its words are loaded. */
  async function show(container: HTMLElement): Promise<void> {
    // Until the frame can be drawn, that of index.html is there.
    await Promise.all([loadWords(), queryClient.query(meQuery()).catch(() => {})])
    createRoot(container, { onCaughtError }).render(app)
  }

  /** Loads the page of the visit: there is none yet that would be left, and so the frame comes at once. */
  async function loadFirst(): Promise<void> {
    const usual = router.options.defaultPendingMs ?? 1000
    router.options.defaultPendingMs = 0
    await router.load()
    router.options.defaultPendingMs = usual
  }

  // The data loads while the words do, and the page asks for its own in the language of the visit.
  if (rendered !== null) {
    void keepEarlyInput(() => isReactThere)
    void hydrate(root, rendered)
  } else {
    void show(root)
    void loadFirst()
  }
}

// Each in a turn of its own, as reading this file takes long on a slow phone: keys and clicks come between.
setTimeout(begin)
setTimeout(carryAlong)

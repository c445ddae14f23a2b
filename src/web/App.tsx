import { QueryClientProvider, type QueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { LanguageProvider, type Language } from './i18n/language.tsx'
import { ClockProvider } from './lib/clock.tsx'
import { renderedFor } from './lib/first-view.ts'
import { loadMessages } from './load-messages.ts'
import type { AppRouter } from './router.tsx'

type Props = { queryClient: QueryClient; router: AppRouter; language: Language }

/** The whole application around a router: the browser gives it one over the address bar, a server or a test one over memory. */
export function App({ queryClient, router, language }: Props) {
  return (
    <QueryClientProvider client={queryClient}>
      <ClockProvider clock={renderedFor()}>
        <LanguageProvider first={language} load={loadMessages}>
          <RouterProvider router={router} />
        </LanguageProvider>
      </ClockProvider>
    </QueryClientProvider>
  )
}

import type { QueryClient } from '@tanstack/react-query'

const page = () => import('./SourcesPage.tsx')

export const loadSourcesPage = async () => (await page()).sourcesLazyRoute
/** What the page of sources begins with. */
export const loadSourcesData = async (client: QueryClient) => (await page()).loadSources(client)

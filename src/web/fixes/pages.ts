import type { QueryClient } from '@tanstack/react-query'
import { loadIndexBehind } from '../catalogue/load.ts'

const page = () => import('./PlatformPage.tsx')

export const loadPlatform = async () => (await page()).platformLazyRoute

/** What the page of a platform begins with. */
export async function loadFixes(client: QueryClient, id: string): Promise<void> {
  const { fixQueries } = await page()
  await client.query({ ...fixQueries.ofPlatform(id), staleTime: 'static' })
  loadIndexBehind(client)
}

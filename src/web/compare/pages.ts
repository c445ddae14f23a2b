import type { QueryClient } from '@tanstack/react-query'

const page = () => import('./ComparePage.tsx')

export const loadCompare = async () => (await page()).compareLazyRoute
/** What the comparison of two versions begins with. */
export const loadCompareData = async (client: QueryClient, id: string) => (await page()).loadHistory(client, id)

import type { QueryClient } from '@tanstack/react-query'

const page = () => import('./RolloutPage.tsx')

export const loadRolloutPage = async () => (await page()).rolloutLazyRoute
/** What the page of a rollout begins with; `plan` is as in its address. */
export const loadRolloutData = async (client: QueryClient, plan?: string) => (await page()).loadRollouts(client, plan)

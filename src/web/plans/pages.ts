import type { QueryClient } from '@tanstack/react-query'

const page = () => import('./PlanPage.tsx')

export const loadPlanPage = async () => (await page()).planLazyRoute
/** What the page of a plan begins with. */
export const loadPlanData = async (client: QueryClient, id: string) => (await page()).loadPlan(client, id)

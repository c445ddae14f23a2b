import type { QueryClient } from '@tanstack/react-query'

const [howWeDo, record, planRecord] = [
  () => import('./HowWeDoPage.tsx'),
  () => import('./record/RecordPage.tsx'),
  () => import('./record/PlanRecordPage.tsx'),
]

/** What loads the pages of reports, and what each begins with. */
export const loadHowWeDoPage = async () => (await howWeDo()).howWeDoLazyRoute
export const loadHandlingData = async (client: QueryClient) => (await howWeDo()).loadHandling(client)
export const loadRecordPage = async () => (await record()).recordLazyRoute
export const loadRecordData = async (client: QueryClient, id: string) => (await record()).loadRecord(client, id)
export const loadPlanRecordPage = async () => (await planRecord()).planRecordLazyRoute
export const loadPlanRecordData = async (client: QueryClient, id: string) =>
  (await planRecord()).loadPlanRecord(client, id)

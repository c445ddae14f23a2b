/** What loads the pages of reports. */
export const loadHowWeDo = async () => (await import('./HowWeDoPage.tsx')).howWeDoLazyRoute
export const loadPlanRecord = async () => (await import('./PlanRecordPage.tsx')).planRecordLazyRoute
export const loadRecord = async () => (await import('./RecordPage.tsx')).recordLazyRoute

/** What loads the pages of the Weekly. */
export const loadNewest = async () => (await import('./WeeklyPage.tsx')).weeklyLazyRoute
export const loadIssuePage = async () => (await import('./WeeklyPage.tsx')).weeklyIssueLazyRoute

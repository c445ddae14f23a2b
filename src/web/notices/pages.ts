/** What loads the pages of notices. */
export const loadNotices = async () => (await import('./NoticesPage.tsx')).noticesLazyRoute
export const loadConfirm = async () => (await import('./LinkPages.tsx')).confirmLazyRoute
export const loadUnsubscribe = async () => (await import('./LinkPages.tsx')).unsubscribeLazyRoute

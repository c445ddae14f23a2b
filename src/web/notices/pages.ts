/** The pages of notices, loaded together when one of them is first opened. */
export { confirmLazyRoute, unsubscribeLazyRoute } from './LinkPages.tsx'
export { noticesLazyRoute } from './NoticesPage.tsx'

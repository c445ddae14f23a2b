/** What loads the page of private feeds. */
export const loadFeeds = async () => (await import('./FeedsPage.tsx')).feedsLazyRoute

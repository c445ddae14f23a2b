/** What loads the page of holds. */
export const loadHoldsPage = async () => (await import('./HoldsPage.tsx')).holdsLazyRoute

/** What loads the board and my work. */
export const loadBoard = async () => (await import('./BoardPage.tsx')).boardLazyRoute
export const loadMyWork = async () => (await import('./MyWorkPage.tsx')).myWorkLazyRoute

/** The board and my work, which come together. */
export { boardLazyRoute } from './BoardPage.tsx'
export { myWorkLazyRoute } from './MyWorkPage.tsx'

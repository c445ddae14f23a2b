/** Both pages, loaded together when one of them is first opened. */
export { howWeDoLazyRoute } from './HowWeDoPage.tsx'
export { recordLazyRoute } from './RecordPage.tsx'

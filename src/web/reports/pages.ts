/** The pages, loaded together when one of them is first opened. */
export { howWeDoLazyRoute } from './HowWeDoPage.tsx'
export { planRecordLazyRoute } from './PlanRecordPage.tsx'
export { recordLazyRoute } from './RecordPage.tsx'

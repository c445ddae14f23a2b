/** The parts of the frame that are not needed to see a page: fetched together, once it stands. */
export { AccountMenu } from './account.tsx'
export { Live } from './live.tsx'
export { UnseenFailures } from './unseen-failures.tsx'

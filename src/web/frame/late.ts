/** The parts of the frame that are not needed to see a page: fetched together, after it is shown. */
export { AccountMenu } from './AccountMenu.tsx'
export { FailedRequest } from './FailedRequest.tsx'
export { Missing } from './Missing.tsx'
export { Live } from './Live.tsx'
export { Proof } from './Proof.tsx'
export { ForAdmins, ViewerKeys } from './Roles.tsx'
export { UnseenFailures } from './UnseenFailures.tsx'

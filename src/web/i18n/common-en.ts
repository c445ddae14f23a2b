import type { Common } from './common.ts'
import { plural } from './format.ts'

export const commonEn: Common = {
  pages: {
    overview: 'Overview',
    alerts: 'Alerts',
    matrix: 'Matrix',
    tests: 'Tests',
    rollout: 'Rollout',
    sources: 'Sources',
    fleet: 'Fleet',
    notices: 'Notices',
  },
  planRollout: 'Plan the rollout',
  retry: 'Try again',
  cancel: 'Cancel',
  loading: 'Loading',
  problem: {
    invalid: 'The server did not accept this request.',
    not_found: 'Not found.',
    unauthenticated: 'Please sign in.',
    forbidden: 'This is not allowed.',
    proof_required: 'Please confirm that it is you.',
    password_change_required: 'Please change your password first.',
    conflict: 'Another person changed it first.',
    too_many: 'Too much at once. Please try again in a moment.',
    too_large: 'It is too large to be taken.',
    refused: 'It was refused for what is wrong in it.',
    unavailable: 'The server is not ready. Please try again in a moment.',
    unexpected: 'Something went wrong on the server.',
    offline: 'The server cannot be reached. Check the network and that the server is running.',
  },
  titleHead: 'Title',
  more: (n) => `${n} more`,
  urgencyIs: (level) => `Urgency: ${level}`,
  exposure: (affected, atMost, of) =>
    affected === atMost
      ? `${affected} of ${plural(of, 'machine')} affected`
      : `${affected} to ${atMost} of ${plural(of, 'machine')} affected`,
  triageOf: (id, status) => `Triage of ${id}: ${status}`,
  reviewOn: (day) => `review ${day}`,
  reviewDue: (day) => `review due ${day}`,
  clearAll: 'Clear all filters',
}

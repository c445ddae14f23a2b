import type { Operations } from '../operations.ts'

export const accessOperations = {
  viewMe: 'Get who you are and your role',
  signIn: {
    summary: 'Sign in with a local account',
    description: 'The answer sets the session cookie. 404 where people sign in another way.',
    errors: [404],
  },
  signOut: 'End the session',
  setOwnPassword: { summary: 'Change your own password', description: 'Ends all your other sessions.', errors: [404] },
  proveSession: {
    summary: 'Show by your password that it is still you who uses the session',
    description: 'For ten minutes people, tokens and channels may be changed then.',
    errors: [404],
  },
  listSignIns: 'List the browsers in which you are signed in: the one that asks, then the one last used',
  endOtherSignIns: 'End all your sessions but the one that asks',
  endSignIn: { summary: 'End one of your sessions', errors: [404] },
  beginOpenId: { summary: 'Redirect the browser to the OpenID provider', success: [302], errors: [404, 429] },
  finishOpenId: { summary: 'Receive the browser from the OpenID provider', success: [302], errors: [404, 429] },
} as const satisfies Operations

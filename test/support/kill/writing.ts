/** The endpoints of the contract that write. */
import { endpoints } from '../../../src/contract/endpoints.ts'
import type { Write } from './desk.ts'

type Endpoints = typeof endpoints
/** What writes, by its name in the contract. */
export type Writing = { [N in keyof Endpoints]: Endpoints[N]['method'] extends 'get' ? never : N }[keyof Endpoints]

/** What nobody is killed in the middle of, and why. */
export const leftOut = {
  signIn: 'nobody signs in where the servers of the rounds are',
  signOut: 'nobody signs in where the servers of the rounds are',
  proveSession: 'takes somebody who has signed in',
  endOtherSignIns: 'takes somebody who has signed in',
  endSignIn: 'takes somebody who has signed in',
  setOwnPassword: 'takes somebody who has signed in',
  setSeen: 'takes somebody who has signed in',
  setPerson: 'takes somebody who has signed in',
  removePerson: 'takes somebody who has signed in',
  addToken: 'takes somebody who has signed in',
  revokeToken: 'takes somebody who has signed in',
  makePrivateFeed: 'is refused once a person has fifty',
  revokePrivateFeed: 'takes an address that an earlier round has made',
  revokePersonFeed: 'takes an address that an earlier round has made',
  setWatch: 'says the same when it is sent again; it is one transaction with its event',
  setRead: 'is one row, which the log does not tell of',
  previewDuePolicy: 'writes nothing',
  previewInventory: 'writes nothing',
  tryWeekly: 'takes a mail address that was confirmed',
  extendDue: 'takes a bulletin that does not ship with the product',
  endDueException: 'takes a bulletin that does not ship with the product',
  undoImport: 'takes out again what the others count; it is one transaction, as an import is',
  addChannel: 'is one transaction, as a hold is',
  removeChannel: 'takes a channel, of which the rounds have none',
  setChannelState: 'takes a channel, of which the rounds have none',
  testChannel: 'takes a channel, of which the rounds have none',
  resendConfirmation: 'takes a channel, of which the rounds have none',
  confirmAddress: 'takes a channel, of which the rounds have none',
  reportBounce: 'takes a channel, of which the rounds have none',
  addSubscription: 'takes a channel, of which the rounds have none',
  previewSubscription: 'writes nothing',
  changeSubscription: 'takes a channel, of which the rounds have none',
  removeSubscription: 'takes a channel, of which the rounds have none',
  setSubscriptionState: 'takes a channel, of which the rounds have none',
  testSubscription: 'takes a channel, of which the rounds have none',
  unsubscribe: 'takes a channel, of which the rounds have none',
  fetchSource: 'asks another server; what that one has is written as an import is',
  makeBackup: 'takes a folder, of which the rounds have none; it writes nothing that they count',
} as const satisfies Partial<Record<Writing, string>>

/** Whether a write can be sent again under a key, and is done once. */
export const isKeyed = (kind: Writing): boolean => 'isKeyed' in endpoints[kind]

/** How an endpoint is asked to write; `mark` is the key of what has one. */
export function requestOf(
  kind: Writing,
  { params = {}, body, version }: Write,
  mark: string,
): { path: string; init: RequestInit } {
  const { method, path } = endpoints[kind]
  return {
    path: path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? '')),
    init: {
      method: method.toUpperCase(),
      ...(body !== undefined && { body: JSON.stringify(body) }),
      headers: {
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(version !== undefined && { 'if-match': `"${version}"` }),
        ...(isKeyed(kind) && { 'idempotency-key': mark.replaceAll(' ', '-') }),
      },
    },
  }
}

/** Whether an answer says that a write is done. */
export const isDone = (status: number | null): boolean => status === 200 || status === 201 || status === 204

/** What is changed of subscriptions and channels. */
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { subscriptions as endpoints } from '../../contract/endpoints/subscriptions.ts'
import type { NewChannel, Subscription, SubscriptionSettings } from '../../contract/notices.ts'
import { call } from '../lib/call.ts'
import { callOnce } from '../lib/call-once.ts'
import { thenRefresh } from '../lib/then-refresh.ts'

const notices = { notices: null }

const ofSubscription = ({ id }: Pick<Subscription, 'id'>) => ({ subscription: String(id) })

/** Makes a subscription, or puts other settings in the place of those that were seen. */
export function useSaveSubscription(seen: Pick<Subscription, 'id' | 'version'> | null) {
  const client = useQueryClient()
  return useMutation({
    /** `address`: a mail address of one's own that is entered along with it; null where there is a channel. */
    async mutationFn({ settings, address }: { settings: SubscriptionSettings; address: string | null }) {
      const body = address === null ? settings : { ...settings, channel: await ownMail(address, settings) }
      const sent =
        seen === null
          ? callOnce(endpoints.addSubscription, { body })
          : call(endpoints.changeSubscription, { params: ofSubscription(seen), version: seen.version, body })
      return thenRefresh(client, notices, sent)
    },
  })
}

async function ownMail(address: string, { owner, language }: SubscriptionSettings): Promise<number> {
  const body: NewChannel = { kind: 'email', owner, name: '', address, language }
  return (await call(endpoints.addChannel, { body })).id
}

/** Pauses a subscription, resumes or removes it, or sends a test of it. */
export function useSubscriptionActions(subscription: Subscription) {
  const client = useQueryClient()
  const params = ofSubscription(subscription)
  return {
    setState: useMutation({
      mutationFn: (state: 'active' | 'paused') =>
        thenRefresh(client, notices, call(endpoints.setSubscriptionState, { params, body: { state } })),
    }),
    test: useMutation({
      mutationFn: () => thenRefresh(client, notices, call(endpoints.testSubscription, { params })),
    }),
    remove: () =>
      thenRefresh(client, notices, call(endpoints.removeSubscription, { params, version: subscription.version })),
  }
}

/** Adds a channel, removes one, sends a test or the link that confirms it. */
export function useChannelActions() {
  const client = useQueryClient()
  const ofChannel = (channel: number) => ({ channel: String(channel) })
  return {
    add: useMutation({
      mutationFn: (body: NewChannel) => thenRefresh(client, notices, call(endpoints.addChannel, { body })),
    }),
    test: useMutation({
      mutationFn: (id: number) => thenRefresh(client, notices, call(endpoints.testChannel, { params: ofChannel(id) })),
    }),
    resend: useMutation({
      mutationFn: (id: number) =>
        thenRefresh(client, notices, call(endpoints.resendConfirmation, { params: ofChannel(id) })),
    }),
    setState: useMutation({
      mutationFn: ({ id, state }: { id: number; state: 'working' | 'stopped' }) =>
        thenRefresh(client, notices, call(endpoints.setChannelState, { params: ofChannel(id), body: { state } })),
    }),
    remove: (id: number) => thenRefresh(client, notices, call(endpoints.removeChannel, { params: ofChannel(id) })),
  }
}

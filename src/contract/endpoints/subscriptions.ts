import * as z from 'zod'
import {
  Bounce,
  Channel,
  ChannelStateChange,
  Confirmation,
  Confirmed,
  MadeChannel,
  NewChannel,
  NoticeQueued,
  Subscription,
  SubscriptionPreview,
  SubscriptionSettings,
  SubscriptionStateChange,
  Unsubscribed,
} from '../notices.ts'
import { noticeSecret } from '../limits.ts'
import { anyText, keptNumber } from '../text.ts'
import { nothing, type Endpoint } from './endpoint.ts'

const oneChannel = z.object({ channel: keptNumber('expected the number of a channel') })
const oneSubscription = z.object({ subscription: keptNumber('expected the number of a subscription') })
const channelList = z.object({ channels: z.array(Channel) })
const subscriptionList = z.object({ subscriptions: z.array(Subscription) })
const ofLink = z.object({ secret: anyText(noticeSecret) })

/** Where notices go, and what is asked for: of who asks, and of the teams. */
export const subscriptions = {
  listChannels: {
    method: 'get',
    path: '/api/channels',
    role: 'viewer',
    reply: channelList,
  },
  addChannel: {
    method: 'post',
    path: '/api/channels',
    role: 'viewer',
    isPersonal: true,
    needsProof: true,
    body: NewChannel,
    reply: MadeChannel,
  },
  viewChannel: {
    method: 'get',
    path: '/api/channels/{channel}',
    role: 'viewer',
    params: oneChannel,
    reply: Channel,
  },
  removeChannel: {
    method: 'delete',
    path: '/api/channels/{channel}',
    role: 'viewer',
    isPersonal: true,
    needsProof: true,
    params: oneChannel,
    reply: nothing,
  },
  setChannelState: {
    method: 'post',
    path: '/api/channels/{channel}/state',
    role: 'viewer',
    isPersonal: true,
    needsProof: true,
    params: oneChannel,
    body: ChannelStateChange,
    reply: Channel,
  },
  testChannel: {
    method: 'post',
    path: '/api/channels/{channel}/test',
    role: 'viewer',
    isPersonal: true,
    params: oneChannel,
    reply: NoticeQueued,
  },
  resendConfirmation: {
    method: 'post',
    path: '/api/channels/{channel}/confirmation',
    role: 'viewer',
    isPersonal: true,
    params: oneChannel,
    reply: NoticeQueued,
  },
  confirmAddress: {
    method: 'post',
    path: '/api/confirmations',
    role: 'anyone',
    body: Confirmation,
    reply: Confirmed,
  },
  reportBounce: {
    method: 'post',
    path: '/api/bounces',
    role: 'admin',
    body: Bounce,
    /** How many channels were stopped. */
    reply: z.object({ stopped: z.int() }),
  },
  listSubscriptions: {
    method: 'get',
    path: '/api/subscriptions',
    role: 'viewer',
    reply: subscriptionList,
  },
  addSubscription: {
    method: 'post',
    path: '/api/subscriptions',
    role: 'viewer',
    isPersonal: true,
    isKeyed: true,
    body: SubscriptionSettings,
    reply: Subscription,
  },
  previewSubscription: {
    method: 'post',
    path: '/api/subscription-previews',
    role: 'viewer',
    isPersonal: true,
    body: SubscriptionSettings,
    reply: SubscriptionPreview,
  },
  viewSubscription: {
    method: 'get',
    path: '/api/subscriptions/{subscription}',
    role: 'viewer',
    params: oneSubscription,
    reply: Subscription,
  },
  changeSubscription: {
    method: 'put',
    path: '/api/subscriptions/{subscription}',
    role: 'viewer',
    isPersonal: true,
    params: oneSubscription,
    body: SubscriptionSettings,
    isConditional: true,
    reply: Subscription,
  },
  removeSubscription: {
    method: 'delete',
    path: '/api/subscriptions/{subscription}',
    role: 'viewer',
    isPersonal: true,
    params: oneSubscription,
    isConditional: true,
    reply: nothing,
  },
  setSubscriptionState: {
    method: 'post',
    path: '/api/subscriptions/{subscription}/state',
    role: 'viewer',
    isPersonal: true,
    params: oneSubscription,
    body: SubscriptionStateChange,
    reply: Subscription,
  },
  testSubscription: {
    method: 'post',
    path: '/api/subscriptions/{subscription}/test',
    role: 'viewer',
    isPersonal: true,
    params: oneSubscription,
    reply: NoticeQueued,
  },
  /** For mail programs that open the address of RFC 8058 in place of posting to it: leads to the page. */
  openUnsubscribe: {
    method: 'get',
    path: '/api/unsubscribe/{secret}',
    role: 'anyone',
    params: ofLink,
    query: z.looseObject({}),
    reply: z.string(),
    media: 'text/html',
  },
  /** The body is `List-Unsubscribe=One-Click` (RFC 8058), or none: it is not looked at. */
  unsubscribe: {
    method: 'post',
    path: '/api/unsubscribe/{secret}',
    role: 'anyone',
    params: ofLink,
    query: z.looseObject({}),
    reply: Unsubscribed,
  },
} as const satisfies Record<string, Endpoint>

import { queryOptions } from '@tanstack/react-query'
import { privateFeeds } from '../../contract/endpoints/private-feeds.ts'
import { answerOf } from '../lib/call.ts'

/** The live stream says nothing of private addresses: the page asks again by itself, in milliseconds. */
const refetchInterval = 30_000

export const feedsQuery = () =>
  queryOptions({ ...answerOf(['private-feeds'], privateFeeds.listPrivateFeeds, {}), refetchInterval })

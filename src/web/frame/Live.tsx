import { useDeferredValue, useEffect, useState, useSyncExternalStore } from 'react'
import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query'
import { Link, useLocation, useNavigate } from '@tanstack/react-router'
import type { Me } from '../../contract/access.ts'
import { catalogueQuery, retryRest } from '../catalogue/catalogue.ts'
import { ApiError, codeOf } from '../lib/api.ts'
import { meQuery } from '../lib/me.ts'
import { missingParts, onMissingParts } from '../lib/missing-parts.ts'
import { listenToChanges } from '../lib/live/stream.ts'
import { refresh } from '../lib/live/refresh.ts'
import { useLiveMessages } from './live-messages.ts'
import { useCommon } from '../i18n/common.ts'
import { claimDraftsFor } from '../lib/drafts.ts'
import { leaveUnasked } from '../ui/use-ask-before-unload.ts'
import { Saving } from './Saving.tsx'
import { Banner } from '../ui/layout/Banner.tsx'

/** How often it is asked whether the reader is still signed in while the stream is broken, in milliseconds. */
const whileBroken = 5000

/** Where the server answers, the stream is soon there again: only later, in milliseconds, something is said of it. */
const soonAgain = 30_000

/** Whether something has been so for longer than that. */
function useIsLong(isSo: boolean): boolean {
  const [isLong, setLong] = useState(false)
  useEffect(() => {
    if (!isSo) return undefined
    const timer = setTimeout(() => setLong(true), soonAgain)
    return () => {
      clearTimeout(timer)
      setLong(false)
    }
  }, [isSo])
  return isLong
}

/** Reads again what has failed, and draws what waits for it. */
async function readMissing(client: QueryClient): Promise<void> {
  await Promise.all([retryRest(client), client.refetchQueries({ predicate: ({ state }) => state.status === 'error' })])
  drawMissing()
}

function drawMissing(): void {
  for (const { reset } of missingParts()) reset()
}

/** Whether a part of the page is missing, and how to try again; what no server has answered for is tried again by itself. */
function useMissing(client: QueryClient) {
  const missing = useSyncExternalStore(onMissingParts, missingParts)
  const [first] = missing
  const isMissing = first !== undefined
  // Code that could not be loaded is not asked for again by the same page.
  const isCode = missing.some(({ error }) => !(error instanceof ApiError))
  // A page shows what was read a moment later, and until then what has failed: what waits for it is drawn with it.
  const { data } = useQuery({ ...catalogueQuery(), enabled: false, subscribed: isMissing })
  const shown = useDeferredValue(data)
  useEffect(drawMissing, [shown])
  useEffect(() => {
    if (!isMissing || isCode) return undefined
    const timer = setInterval(() => void readMissing(client), whileBroken)
    return () => clearInterval(timer)
  }, [client, isMissing, isCode])
  return {
    error: isMissing ? codeOf(first.error) : null,
    retry: () => (isCode ? location.reload() : void readMissing(client)),
  }
}

/** Keeps the page in step with what happens elsewhere, and says when it cannot. */
export function Live() {
  const t = useLiveMessages()
  const common = useCommon()
  const client = useQueryClient()
  const [isConnected, setConnected] = useState(true)
  const isLate = useIsLong(!isConnected)
  const { data: me, error } = useQuery({ ...meQuery(), refetchInterval: isConnected ? false : whileBroken })
  const href = useLocation({ select: (location) => location.href })
  const isIn = me !== undefined && me.role !== null && me.passwordSet === undefined
  useEffect(() => {
    // Where there is no such stream, as in a test without a browser, pages are read again as they ever were.
    if (!('EventSource' in window) || !isIn) return undefined
    const stopping = new AbortController()
    // What happened after the page began to load is told, too: all of it, where that could not be asked before the rest.
    const known = client.getQueryState(meQuery().queryKey)
    const since = known?.errorUpdateCount === 0 ? (known.data?.last ?? null) : null
    const onState = (next: boolean) => {
      setConnected(next)
      // It may have broken because the reader's session has ended, which a stream cannot tell.
      if (!next) void client.refetchQueries({ queryKey: meQuery().queryKey })
    }
    listenToChanges(since, { onChanges: ({ topics }) => void refresh(client, topics), onState }, stopping.signal)
    return () => stopping.abort()
  }, [client, isIn])
  useLostAccess(client)
  useSetPassword(me, href)
  const isSigningIn = useLocation({ select: ({ pathname }) => pathname === '/sign-in' })
  const hasLapsed = me !== undefined && me.lapsed !== null
  const missing = useMissing(client)
  const isCutOff = !isConnected && (error !== null || isLate)
  const name = me?.name ?? null
  useEffect(() => {
    // As a new visit: no drafts of another person stay in memory.
    if (name === null || !claimDraftsFor(name)) return
    leaveUnasked()
    location.reload()
  }, [name])
  return (
    <>
      <Saving />
      {(hasLapsed || isCutOff || missing.error !== null) && !isSigningIn && (
        <Banner role="status">
          {hasLapsed ? (
            <>
              {t.ended}{' '}
              <Link to="/sign-in" search={{ to: href }} className="link">
                {common.problem.unauthenticated}
              </Link>
            </>
          ) : (
            isCutOff && (error !== null ? t.offline : t.late)
          )}
          {missing.error !== null && (
            <>
              {!isCutOff && common.problem[missing.error]} {t.missing}{' '}
              <button type="button" className="button" onClick={missing.retry}>
                {common.retry}
              </button>
            </>
          )}
        </Banner>
      )}
    </>
  )
}

/** Leads who has to choose a password of their own to where they do, and from there back. */
function useSetPassword(me: Me | undefined, href: string) {
  const navigate = useNavigate()
  const isSet = me?.passwordSet !== undefined
  useEffect(() => {
    if (isSet && !/^\/(password|sign-in)\b/.test(href)) void navigate({ to: '/password', hash: href, replace: true })
  }, [isSet, href, navigate])
}

const lostAccess = new Set<ApiError['code']>(['unauthenticated', 'password_change_required'])

/** Asks who is here when something is refused for want of a session, or of a password of their own: that may be so since. */
function useLostAccess(client: QueryClient) {
  useEffect(() => {
    const look = ({ type, action }: { type: string; action?: { type: string; error?: unknown } }) => {
      if (type === 'updated' && action?.type === 'error' && lostAccess.has(codeOf(action.error)))
        void client.invalidateQueries({ queryKey: meQuery().queryKey })
    }
    const stops = [client.getQueryCache(), client.getMutationCache()].map((cache) => cache.subscribe(look))
    return () => {
      for (const stop of stops) stop()
    }
  }, [client])
}

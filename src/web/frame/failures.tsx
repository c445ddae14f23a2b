import { useEffect, type ReactNode } from 'react'
import { Link, useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { ApiError, codeOf, isFinal } from '../lib/api.ts'
import { useCommon } from '../i18n/common.ts'
import { useFrameMessages } from './messages.ts'
import { ProblemNotice } from '../ui/layout/ProblemNotice.tsx'
import { Late } from './Root.tsx'

/** What is in place of a page; `children`: the ways on beside that to the alerts. */
function Failure({ title, children }: { title: string; children: ReactNode }) {
  const t = useFrameMessages()
  return (
    <main id="content">
      <ProblemNotice of="page" title={title}>
        {children}
        <Link to="/alerts" className="button">
          {t.toAlerts}
        </Link>
      </ProblemNotice>
    </main>
  )
}

/** Shown in place of a page whose loader or component threw; the frame around it stays. */
export function RouteError({ error }: ErrorComponentProps) {
  const router = useRouter()
  const common = useCommon()
  // A part of the page could not be fetched: nothing answered, or a newer version of the product is there.
  const isPart = !(error instanceof ApiError) && /dynamic|module script|preload/.test(String(error))
  const told = isPart ? 'offline' : codeOf(error)
  // What an address can never name is not there either.
  const code = told === 'invalid' ? 'not_found' : told
  if (code === 'unauthenticated') return <ToSignIn />
  if (!isPart && !(error instanceof ApiError)) return <PageFault />
  return (
    <Failure title={common.problem[code]}>
      {code === 'not_found' && <Late part="Missing" />}
      {code === 'forbidden' && <Late part="ForAdmins" />}
      {code !== 'offline' && <Late part="FailedRequest" />}
      {!isFinal(error) && (
        <button
          type="button"
          className="button"
          onClick={() => void (isPart ? location.reload() : router.invalidate())}
        >
          {common.retry}
        </button>
      )}
    </Failure>
  )
}

/**
 * The page itself failed, and no server is at fault. Its address may be what it failed at, and stays as it is for who
 * reports it; the way on is the same page without it.
 */
function PageFault() {
  const router = useRouter()
  const t = useFrameMessages()
  const common = useCommon()
  return (
    <Failure title={t.pageFault}>
      <button type="button" className="button" onClick={() => void router.invalidate()}>
        {common.retry}
      </button>
      <a href={router.latestLocation.pathname} className="button">
        {t.withoutAddress}
      </a>
    </Failure>
  )
}

/** Leads to where people sign in, and from there back to what they wanted to see. */
function ToSignIn() {
  const router = useRouter()
  useEffect(() => {
    const { href, pathname } = router.latestLocation
    if (pathname !== '/sign-in') void router.navigate({ to: '/sign-in', search: { to: href }, replace: true })
  }, [router])
  return <main id="content" />
}

export function NotFound() {
  const t = useFrameMessages()
  return (
    <Failure title={t.noSuchPage}>
      <Late part="Missing" />
    </Failure>
  )
}

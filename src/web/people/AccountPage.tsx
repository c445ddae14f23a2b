import { useEffect } from 'react'
import { useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute, Link, useLocation } from '@tanstack/react-router'
import { meQuery } from '../lib/me.ts'
import { tellProved } from '../lib/proof-channel.ts'
import { dot } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useAccountMessages } from '../frame/account-messages.ts'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { PanelsPage } from '../ui/layout/PanelsPage.tsx'
import { FormError } from '../ui/forms/FormError.tsx'
import { useAccessMessages } from './messages.ts'
import { SignInsPanel } from './SignInsPanel.tsx'
import { FormPage } from '../ui/layout/FormPage.tsx'

export const accountLazyRoute = createLazyRoute('/account')({ component: AccountPage })

const reasons = ['unavailable', 'refused', 'no-role'] as const

function AccountPage() {
  const { ownAccount: title, signIn, how, role: roleLabel, roles, ownPassword } = useAccountMessages()
  const language = useLanguage()
  const { data: me } = useSuspenseQuery(meQuery())
  const hash = useLocation({ select: (location) => location.hash })
  if (/^(proved|refused-)/.test(hash)) return <BackFromProvider outcome={hash} />
  if (me.name === null || me.signIn === 'single-user')
    return (
      <FormPage title={title}>
        {me.signIn === 'single-user' && <p>{how['single-user']}</p>}
        {me.signIn !== 'single-user' && (
          <Link to="/sign-in" search={{ to: '/account' }} className="button primary">
            {signIn}
          </Link>
        )}
      </FormPage>
    )
  return (
    <PanelsPage>
      <title>{`${title} – HotFix Report`}</title>
      <PageHeader
        title={title}
        note={[me.name, `${roleLabel}: ${me.role === null ? '–' : roles[me.role]}`, how[me.signIn]].join(dot(language))}
      >
        {me.signIn === 'accounts' && (
          <Link to="/password" className="button">
            {ownPassword}
          </Link>
        )}
      </PageHeader>
      <SignInsPanel />
    </PanelsPage>
  )
}

/** Where the provider sends a tab that has shown again who it is: it tells the tab that waits, and is not needed any more. */
function BackFromProvider({ outcome }: { outcome: string }) {
  const t = useAccessMessages()
  const refused = reasons.find((reason) => outcome === `refused-${reason}`)
  const isProved = outcome === 'proved'
  useEffect(() => {
    if (!isProved) return
    tellProved()
    window.close()
  }, [isProved])
  return (
    <FormPage title={t.proof.title}>
      {refused === undefined ? <p role="status">{t.proof.done}</p> : <FormError>{t.refused[refused]}</FormError>}
      <p className="muted">{t.proof.close}</p>
    </FormPage>
  )
}

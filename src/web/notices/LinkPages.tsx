/** The pages that links in mails lead to: what they are for is done by a button, since scanners open every link. */
import { useMutation } from '@tanstack/react-query'
import { createLazyRoute, Link, useLocation } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { subscriptions as endpoints } from '../../contract/endpoints/subscriptions.ts'
import { useCommon } from '../i18n/common.ts'
import { call, codeOf } from '../lib/api.ts'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import panel from '../ui/layout/Panel.module.css'
import { useLinkMessages } from './link-messages.ts'
import styles from './LinkPages.module.css'

export const confirmLazyRoute = createLazyRoute('/confirm')({ component: ConfirmPage })
export const unsubscribeLazyRoute = createLazyRoute('/unsubscribe')({ component: UnsubscribePage })

/** Confirms the mail address to which the link was sent. */
function ConfirmPage() {
  const { confirm: t } = useLinkMessages()
  return <LinkPage t={t} act={async (secret) => (await call(endpoints.confirmAddress, { body: { secret } })).address} />
}

/** Ends the one subscription in whose notice the link was. */
function UnsubscribePage() {
  const { unsubscribe: t } = useLinkMessages()
  return <LinkPage t={t} act={async (secret) => (await call(endpoints.unsubscribe, { params: { secret } })).name} />
}

type Props = {
  t: ReturnType<typeof useLinkMessages>['confirm']
  /** Gives the name of what it was done to. */
  act: (secret: string) => Promise<string>
}

function LinkPage({ t, act }: Props) {
  const common = useCommon()
  const secret = useLocation({ select: ({ hash }) => hash })
  const { mutate, isPending, error, data: done } = useMutation({ mutationFn: act })
  const refused = error && (codeOf(error) === 'not_found' ? t.unknown : common.problem[codeOf(error)])
  return (
    <main id="content" className={styles['link-page']}>
      <title>{`${t.title} – HotFix Report`}</title>
      <section className={clsx(panel['panel'], styles['sheet'])}>
        <h1>{t.title}</h1>
        {done !== undefined ? (
          <>
            <p role="status">{t.done(done)}</p>
            <Link to="/notices" search={{}} className="button">
              {t.toNotices}
            </Link>
          </>
        ) : secret === '' ? (
          <p role="alert">{t.unknown}</p>
        ) : (
          <Form className={styles['form']} pending={isPending} error={refused} onSubmit={() => mutate(secret)}>
            <p>{t.hint}</p>
            <SubmitRow label={t.act} />
          </Form>
        )}
      </section>
    </main>
  )
}

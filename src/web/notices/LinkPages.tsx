/** The pages that links in mails lead to: what they are for is done by a button, since scanners open every link. */
import { useMutation } from '@tanstack/react-query'
import { createLazyRoute, Link, useLocation } from '@tanstack/react-router'
import { subscriptions as endpoints } from '../../contract/endpoints/subscriptions.ts'
import { useCommon } from '../i18n/common.ts'
import { codeOf } from '../lib/api.ts'
import { call } from '../lib/call.ts'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { FormPage } from '../ui/layout/FormPage.tsx'
import { useLinkMessages } from './link-messages.ts'

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
    <FormPage title={t.title}>
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
        <Form pending={isPending} error={refused} onSubmit={() => mutate(secret)}>
          <p>{t.hint}</p>
          <SubmitRow label={t.act} />
        </Form>
      )}
    </FormPage>
  )
}

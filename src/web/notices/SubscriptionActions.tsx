import { useState } from 'react'
import { Link } from '@tanstack/react-router'
import type { Subscription } from '../../contract/notices.ts'
import { useCommon } from '../i18n/common.ts'
import { codeOf } from '../lib/api.ts'
import { useMay } from '../lib/me.ts'
import { QuestionDialog } from '../ui/layout/QuestionDialog.tsx'
import { useNoticeMessages } from './messages.ts'
import { useSubscriptionActions } from './writing.ts'

/** What can be done with a subscription: try it, pause it, edit it, delete it; nothing for who may not. */
export function SubscriptionActions({ subscription }: { subscription: Subscription }) {
  const t = useNoticeMessages()
  const common = useCommon()
  const mayLead = useMay('analyst')
  const { setState, test, remove } = useSubscriptionActions(subscription)
  const [isRemoving, setRemoving] = useState(false)
  const { id, name, owner, state } = subscription
  if (owner.kind === 'team' && !mayLead) return null
  const refusal = (error: unknown) => `${t.failed} ${common.problem[codeOf(error)]}`
  const error = setState.error ?? test.error
  return (
    <>
      {state === 'active' && (
        <button type="button" className="button" disabled={test.isPending} onClick={() => test.mutate()}>
          {t.test}
        </button>
      )}
      <button
        type="button"
        className="button"
        onClick={() => setState.mutate(state === 'active' ? 'paused' : 'active')}
      >
        {state === 'active' ? t.pause : t.resume}
      </button>
      <Link
        to="/notices"
        search={(search) => ({ ...search, subscription: String(id), show: 'form' })}
        className="button"
      >
        {t.edit}
      </Link>
      <button type="button" className="button" onClick={() => setRemoving(true)}>
        {t.remove}
      </button>
      {(error !== null || test.isSuccess) && (
        <p role={error === null ? 'status' : 'alert'} className={error === null ? 'muted' : 'hot'}>
          {error === null ? t.tested : refusal(error)}
        </p>
      )}
      {isRemoving && (
        <QuestionDialog
          title={t.removeSure(name)}
          yes={t.remove}
          onYes={remove}
          onClose={() => setRemoving(false)}
          refusal={refusal}
        >
          <p>{t.removeHint}</p>
        </QuestionDialog>
      )}
    </>
  )
}

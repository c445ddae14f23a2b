import { useEffect, useState } from 'react'
import { useQueryClient, type Mutation } from '@tanstack/react-query'
import { codeOf, type ApiError } from '../../client/api.ts'
import { useLeavingMessages } from '../../i18n/leaving-messages.ts'
import { useMessages } from '../../i18n/messages.ts'
import { Toast, Toasts } from '../../ui/layout/Toast.tsx'

/** Says what could not be saved where the form that sent it is gone by then: nobody else would. */
export function UnseenFailures() {
  const m = useLeavingMessages()
  const { t } = useMessages()
  const client = useQueryClient()
  const [code, setCode] = useState<ApiError['code'] | null>(null)
  useEffect(() => {
    const watching = new WeakMap<Mutation<unknown, unknown>, number>()
    const count = (mutation: Mutation<unknown, unknown>, change: number) =>
      watching.set(mutation, (watching.get(mutation) ?? 0) + change)
    return client.getMutationCache().subscribe((event) => {
      if (event.type === 'observerAdded') count(event.mutation, 1)
      if (event.type === 'observerRemoved') count(event.mutation, -1)
      if (event.type === 'updated' && event.action.type === 'error' && watching.get(event.mutation) === 0)
        setCode(codeOf(event.action.error))
    })
  }, [client])
  if (code === null) return null
  return (
    <Toasts>
      <Toast role="alert" closeLabel={m.close} onClose={() => setCode(null)}>
        {m.failed} {t.problem[code]}
      </Toast>
    </Toasts>
  )
}

import { useEffect, useState } from 'react'
import { useQueryClient, type Mutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { codeOf, type ApiError } from '../lib/api.ts'
import { readQuery } from '../../domain/filter/query.ts'
import { useLeavingMessages } from '../ui/layout/messages.ts'
import { useCommon } from '../i18n/common.ts'
import { Toast, Toasts } from '../ui/layout/Toast.tsx'

type Failure = { id: number; code: ApiError['code']; bulletin: string | null }

/** Reports failed saves whose form is no longer on screen. */
export function UnseenFailures() {
  const t = useLeavingMessages()
  const common = useCommon()
  const [failures, forget] = useUnseenFailures()
  return (
    <Toasts>
      {failures.map(({ id, code, bulletin }) => (
        <Toast key={id} role="alert" closeLabel={t.close} onClose={() => forget(id)}>
          <span>
            {bulletin === null ? t.failed : t.failedOf(bulletin)} {common.problem[code]}
          </span>
          {bulletin !== null && (
            <Link to="/bulletins/$id" params={{ id: bulletin }} search={readQuery} onClick={() => forget(id)}>
              {t.toBulletin}
            </Link>
          )}
        </Toast>
      ))}
    </Toasts>
  )
}

/** The failures of forms that were gone by then, and how to forget one. */
function useUnseenFailures() {
  const client = useQueryClient()
  const [failures, setFailures] = useState<readonly Failure[]>([])
  useEffect(() => {
    const watching = new WeakMap<Mutation<unknown, unknown>, number>()
    const count = (mutation: Mutation<unknown, unknown>, change: number) =>
      watching.set(mutation, (watching.get(mutation) ?? 0) + change)
    return client.getMutationCache().subscribe((event) => {
      if (event.type === 'observerAdded') count(event.mutation, 1)
      if (event.type === 'observerRemoved') count(event.mutation, -1)
      if (event.type !== 'updated' || event.action.type !== 'error' || watching.get(event.mutation) !== 0) return
      const { mutationId: id, meta } = event.mutation
      const failure = { id, code: codeOf(event.action.error), bulletin: meta?.bulletin ?? null }
      setFailures((before) => [...before, failure])
    })
  }, [client])
  const forget = (id: number) => setFailures((before) => before.filter((each) => each.id !== id))
  return [failures, forget] as const
}

import { useRouterState } from '@tanstack/react-router'
import { messagesHook } from '../i18n/language.tsx'
import { ApiError } from '../lib/api.ts'

const ja = { quote: (id: string) => `管理者に知らせるときは、この番号を伝えてください: ${id}` }

const en: typeof ja = { quote: (id) => `If you report this, quote the request ${id}.` }

const useRequestMessages = messagesHook({ ja, en })

/** The id under which the log of the server tells why a page could not be read, where it is a fault of the server. */
export function FailedRequest() {
  const t = useRequestMessages()
  const error: unknown = useRouterState({
    select: ({ matches }) => matches.find((match) => match.error instanceof ApiError)?.error,
  })
  return error instanceof ApiError && error.requestId !== undefined && <span>{t.quote(error.requestId)}</span>
}

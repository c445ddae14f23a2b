import { useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { listenToChanges } from '../client/live/stream.ts'
import { refresh } from '../client/live/refresh.ts'
import { triageQuery } from '../client/triage.ts'
import { useMessages } from '../i18n/messages.ts'

/** Keeps the page in step with what happens elsewhere, and says when it cannot. */
export function Live() {
  const { t } = useMessages()
  const client = useQueryClient()
  const [isConnected, setConnected] = useState(true)
  useEffect(() => {
    const stopping = new AbortController()
    // What happened after the page was loaded and before it listened is told, too.
    const since = client.getQueryData(triageQuery().queryKey)?.version ?? null
    listenToChanges(since, { onChanges: (changes) => refresh(client, changes), onState: setConnected }, stopping.signal)
    return () => stopping.abort()
  }, [client])
  if (isConnected) return null
  return (
    <p className="offline" role="status">
      {t.offline}
    </p>
  )
}

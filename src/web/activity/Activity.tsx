import { useQuery, useQueryClient } from '@tanstack/react-query'
import { addComment, retractComment } from './queries.ts'
import { historyQueries } from '../versions/queries.ts'
import { useMay, usePerson } from '../lib/me.ts'
import type { PlatformNames } from '../i18n/platform-names.ts'
import { ChangeList } from '../versions/ChangeList.tsx'
import { RecordPanel } from './ActivityPanel.tsx'

/** What has happened to the bulletin, and what is said of it. */
export function Record({ id, names }: { id: string; names: PlatformNames }) {
  const client = useQueryClient()
  const { data } = useQuery(historyQueries.of(id))
  const person = usePerson()
  const may = useMay('analyst')
  return (
    <RecordPanel
      bulletin={id}
      events={data?.events ?? null}
      listed={(changes) => <ChangeList changes={changes} names={names} />}
      me={(may && person?.name) || null}
      onAdd={(text) => addComment(client, id, text)}
      onRetract={(event) => retractComment(client, id, event)}
    />
  )
}

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { say, takeBack } from '../../client/discussion.ts'
import { historyQueries } from '../../client/history-queries.ts'
import { useMay, usePerson } from '../../client/me.ts'
import type { PlatformNames } from '../../features/bulletin/platform-names.ts'
import { ChangeList } from '../../features/history/ChangeList.tsx'
import { RecordPanel } from '../../features/record/RecordPanel.tsx'

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
      onSay={(text) => say(client, id, text)}
      onTakeBack={(event) => takeBack(client, id, event)}
    />
  )
}

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useCommon } from '../i18n/common.ts'
import { codeOf } from '../lib/api.ts'
import { usePerson } from '../lib/me.ts'
import { useTalkMessages } from './messages.ts'
import { setWatch, watchesQuery } from './queries.ts'

/** Whether who looks watches a bulletin, and how to change it. Nobody who has no name here does. */
export function WatchButton({ bulletin }: { bulletin: string }) {
  const t = useTalkMessages()
  const common = useCommon()
  const client = useQueryClient()
  const isPerson = (usePerson()?.name ?? null) !== null
  const { data } = useQuery({ ...watchesQuery(), enabled: isPerson })
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: async (isWatched: boolean) => setWatch(client, bulletin, isWatched),
  })
  if (!isPerson || data === undefined) return null
  const isWatched = isPending ? variables : data.bulletins.includes(bulletin)
  return (
    <>
      <button
        type="button"
        className="button"
        aria-pressed={isWatched}
        title={t.watchHint}
        disabled={isPending}
        onClick={() => mutate(!isWatched)}
      >
        <span aria-hidden>{isWatched ? '★ ' : '☆ '}</span>
        {isWatched ? t.watching : t.watch}
      </button>
      {error !== null && (
        <span role="alert" className="hot">
          {t.notWatched} {common.problem[codeOf(error)]}
        </span>
      )}
    </>
  )
}

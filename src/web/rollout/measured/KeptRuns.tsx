import { useMutation } from '@tanstack/react-query'
import type { MeasuredRollout } from '../../../contract/rollouts.ts'
import { formatDay, formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useCommon } from '../../i18n/common.ts'
import { useMeasuredMessages } from './messages.ts'
import type { KeptRun } from './kept-runs.ts'
import type { EditRuns } from './MeasuredPanel.tsx'
import { RunFailed } from './RunFailed.tsx'

type Props = {
  kept: readonly KeptRun[]
  /** Null for who may only look: they are told who can move them. */
  edit: Pick<EditRuns, 'move' | 'discard'> | null
  onDone: (runs: MeasuredRollout[]) => void
}

/** The runs that are on this device only, and the way to where everybody sees them. */
export function KeptRuns({ kept, edit, onDone }: Props) {
  const t = useMeasuredMessages()
  const common = useCommon()
  const language = useLanguage()
  const moving = useMutation({ mutationFn: async () => edit?.move() })
  const move = () => moving.mutate(undefined, { onSuccess: (moved) => moved?.runs && onDone(moved.runs) })
  const refused = kept.flatMap(({ key = '', ...run }) => {
    const code = moving.data?.refused.get(key)
    return code === undefined ? [] : [{ key, code, run }]
  })
  if (kept.length === 0) return null
  return (
    <div>
      <p>
        {t.keptHere(kept.length)}{' '}
        {edit === null ? (
          <span className="muted">{t.mayMove(kept.length)}</span>
        ) : (
          <button type="button" className="button" disabled={moving.isPending} onClick={move}>
            {t.move}
          </button>
        )}
      </p>
      {edit !== null && refused.length > 0 && (
        <ul aria-label={t.notMoved}>
          {refused.map(({ key, code, run: { on, bulletin, machines } }) => (
            <li key={key}>
              <span className="hot">
                {t.keptRun(formatDay(on, language), bulletin, formatNumber(machines))}: {common.problem[code]}
              </span>{' '}
              <button
                type="button"
                className="link"
                aria-label={`${t.discard}: ${formatDay(on, language)} ${bulletin}`}
                onClick={() => edit.discard(key)}
              >
                {t.discard}
              </button>
            </li>
          ))}
        </ul>
      )}
      <RunFailed error={moving.error} />
    </div>
  )
}

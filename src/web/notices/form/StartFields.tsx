import { useZone } from '../../lib/clock.tsx'
import { useSavedFilters } from '../../lib/use-saved-filters.ts'
import { ListField } from '../../ui/forms/controls.tsx'
import type { SubscriptionDraft } from './draft.ts'
import { newDraft } from './draft.ts'
import { useFormMessages } from './messages.ts'
import { useNoticeMessages } from '../messages.ts'
import { ofFilter, startingPoints, type StartingPoint } from './starting-points.ts'

type Props = {
  draft: SubscriptionDraft
  /** What the address asks to be told of; null for nothing. */
  filter: SubscriptionDraft | null
  onStart: (draft: SubscriptionDraft) => void
}

/** What a new subscription starts from: the filter of the list, one that is ready-made, or a saved filter. */
export function StartFields({ draft, filter, onStart }: Props) {
  const t = useFormMessages()
  const { readyMade: names } = useNoticeMessages()
  const zone = useZone()
  const { own, team } = useSavedFilters()
  const saved = [...own.list, ...team]
  const made = startingPoints(names, zone)
  const from = (start: StartingPoint) => onStart({ ...newDraft(start, draft), address: draft.address })
  return (
    <fieldset className="actions">
      <legend>{t.start}</legend>
      {filter !== null && (
        <button
          type="button"
          className="button"
          aria-pressed={draft.search === filter.search}
          onClick={() => onStart({ ...filter, address: draft.address })}
        >
          {t.ofPage}
        </button>
      )}
      {made.map(({ key, ...start }) => (
        <button
          key={key}
          type="button"
          className="button"
          aria-pressed={draft.name === start.name && draft.search === start.search}
          onClick={() => from(start)}
        >
          {start.name}
        </button>
      ))}
      {saved.length > 0 && (
        <ListField
          label={t.fromSaved}
          isLabelHidden
          value={-1}
          options={[{ value: -1, label: t.fromSaved }, ...saved.map(({ name }, value) => ({ value, label: name }))]}
          onChoose={(position) => {
            const chosen = saved[position]
            if (chosen !== undefined) from(ofFilter(chosen.name, chosen.search))
          }}
        />
      )}
    </fieldset>
  )
}

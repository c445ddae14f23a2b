import type { Filter } from '../../domain/filter/filter.ts'
import { useMessages } from '../i18n/messages.ts'
import { FacetGroup } from './FacetGroup.tsx'

type Props = { filter: Filter; onChange: (change: Partial<Filter>) => void }

/** The days between which a bulletin was published; either end may be open. */
export function PublishedFacet({ filter: { publishedFrom, publishedTo }, onChange }: Props) {
  const { t } = useMessages()
  const day = (value: string) => (value === '' ? null : value)
  return (
    <FacetGroup
      title={t.filters.published}
      isActive={publishedFrom !== null || publishedTo !== null}
      onClear={() => onChange({ publishedFrom: null, publishedTo: null })}
    >
      <div className="published">
        <input
          type="date"
          aria-label={t.filters.publishedFrom}
          value={publishedFrom ?? ''}
          max={publishedTo ?? undefined}
          onChange={(event) => onChange({ publishedFrom: day(event.target.value) })}
        />
        <span aria-hidden>–</span>
        <input
          type="date"
          aria-label={t.filters.publishedTo}
          value={publishedTo ?? ''}
          min={publishedFrom ?? undefined}
          onChange={(event) => onChange({ publishedTo: day(event.target.value) })}
        />
      </div>
    </FacetGroup>
  )
}

import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { codeOf } from '../lib/api.ts'
import type { Source, SourceContents } from '../../contract/sources.ts'
import { useMessages } from '../i18n/messages.ts'
import { useSourcesMessages } from './messages.ts'
import { QuestionDialog } from '../ui/layout/QuestionDialog.tsx'

export type Removal = {
  /** How much a source has brought. */
  countOf: (id: string) => Promise<SourceContents>
  onRemove: (id: string, what: { withContents: boolean }) => Promise<unknown>
}

type Props = Removal & { source: Source; onClose: () => void }

/** Asks whether a source goes, and whether what it brought goes with it: that stays, unless somebody says otherwise. */
export function RemovalDialog({ source: { id, title }, countOf, onRemove, onClose }: Props) {
  const s = useSourcesMessages()
  const { t } = useMessages()
  const [withContents, setWithContents] = useState(false)
  const count = useQuery({ queryKey: ['source-contents', id], queryFn: () => countOf(id), gcTime: 0 })
  const { data } = count
  const isEmpty = data?.bulletins === 0 && data.entries === 0
  return (
    <QuestionDialog
      title={s.removal.title(title)}
      yes={s.remove}
      onYes={() => onRemove(id, { withContents })}
      onClose={onClose}
      refusal={(error) => t.problem[codeOf(error)]}
    >
      {count.isPending && <p className="muted">{s.removal.counting}</p>}
      {count.error !== null && (
        <p role="alert" className="hot">
          {s.removal.notCounted} {t.problem[codeOf(count.error)]}
        </p>
      )}
      {isEmpty && <p>{s.removal.none}</p>}
      {data !== undefined && !isEmpty && (
        <fieldset className="removal-choice">
          <legend>{s.removal.brought(data)}</legend>
          <label className="check">
            <input type="radio" name="contents" checked={!withContents} onChange={() => setWithContents(false)} />
            {s.removal.keep}
          </label>
          <label className="check">
            <input type="radio" name="contents" checked={withContents} onChange={() => setWithContents(true)} />
            {s.removal.remove}
          </label>
          <p className="muted">{s.removal.recorded}</p>
        </fieldset>
      )}
    </QuestionDialog>
  )
}

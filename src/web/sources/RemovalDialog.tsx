import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { codeOf } from '../lib/api.ts'
import type { Source, SourceContents } from '../../contract/sources.ts'
import { useCommon } from '../i18n/common.ts'
import { useSourcesMessages } from './messages.ts'
import { QuestionDialog } from '../ui/layout/QuestionDialog.tsx'

export type Removal = {
  /** How much a source has brought. */
  countOf: (id: string) => Promise<SourceContents>
  onRemove: (id: string, what: { withContents: boolean }) => Promise<unknown>
}

type Props = Removal & { source: Source; onClose: () => void }

/** Asks whether a source goes, and whether what it brought goes with it: that stays unless chosen otherwise. */
export function RemovalDialog({ source: { id, title }, countOf, onRemove, onClose }: Props) {
  const t = useSourcesMessages()
  const common = useCommon()
  const [withContents, setWithContents] = useState(false)
  const count = useQuery({ queryKey: ['source-contents', id], queryFn: () => countOf(id), gcTime: 0 })
  const { data } = count
  const isEmpty = data?.bulletins === 0 && data.entries === 0
  return (
    <QuestionDialog
      title={t.removal.title(title)}
      yes={t.remove}
      onYes={() => onRemove(id, { withContents })}
      onClose={onClose}
      refusal={(error) => common.problem[codeOf(error)]}
    >
      {count.isPending && <p className="muted">{t.removal.counting}</p>}
      {count.error !== null && (
        <p role="alert" className="hot">
          {t.removal.notCounted} {common.problem[codeOf(count.error)]}
        </p>
      )}
      {isEmpty && <p>{t.removal.none}</p>}
      {data !== undefined && !isEmpty && (
        <fieldset className="removal-choice">
          <legend>{t.removal.brought(data)}</legend>
          <label className="check">
            <input type="radio" name="contents" checked={!withContents} onChange={() => setWithContents(false)} />
            {t.removal.keep}
          </label>
          <label className="check">
            <input type="radio" name="contents" checked={withContents} onChange={() => setWithContents(true)} />
            {t.removal.remove}
          </label>
          <p className="muted">{t.removal.recorded}</p>
        </fieldset>
      )}
    </QuestionDialog>
  )
}

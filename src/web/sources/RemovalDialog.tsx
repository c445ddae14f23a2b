import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import { codeOf } from '../lib/api.ts'
import { call } from '../lib/call.ts'
import { importing } from '../../contract/endpoints/importing.ts'
import type { Source } from '../../contract/sources.ts'
import { useCommon } from '../i18n/common.ts'
import { useSourcesMessages } from './messages.ts'
import { useRemoveSource } from './use-watched-sources.ts'
import { FormError } from '../ui/forms/FormError.tsx'
import styles from './RemovalDialog.module.css'
import { QuestionDialog } from '../ui/layout/QuestionDialog.tsx'

type Props = { source: Source; onClose: () => void }

/** Asks whether to remove a source, and whether to remove what it brought: by default that stays. */
export function RemovalDialog({ source: { id, title }, onClose }: Props) {
  const remove = useRemoveSource()
  const t = useSourcesMessages()
  const common = useCommon()
  const [withContents, setWithContents] = useState(false)
  const count = useQuery({
    queryKey: ['source-contents', id],
    queryFn: () => call(importing.countSourceContents, { params: { id } }),
    gcTime: 0,
  })
  const { data } = count
  const isEmpty = data?.bulletins === 0 && data.entries === 0
  return (
    <QuestionDialog
      title={t.removal.title(title)}
      yes={t.remove}
      onYes={() => remove(id, { withContents })}
      onClose={onClose}
      refusal={(error) => common.problem[codeOf(error)]}
    >
      {count.isPending && <p className="muted">{t.removal.counting}</p>}
      {count.error !== null && (
        <FormError>
          {t.removal.notCounted} {common.problem[codeOf(count.error)]}
        </FormError>
      )}
      {isEmpty && <p>{t.removal.none}</p>}
      {data !== undefined && !isEmpty && (
        <fieldset className={styles['removal-choice']}>
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

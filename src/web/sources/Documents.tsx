import { useState } from 'react'
import { clsx } from 'clsx'
import { CheckBox } from '../ui/forms/controls.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { DropZone } from './DropZone.tsx'
import { isFinished } from './import-queue.ts'
import { ImportResults } from './ImportResults.tsx'
import { useSourcesMessages } from './messages.ts'
import { useImports } from './use-imports.ts'
import styles from './Documents.module.css'

/** Imports documents of the reader, and says what became of each. */
export function Documents() {
  const t = useSourcesMessages()
  const { documents, add, clear } = useImports()
  const [keepGoing, setKeepGoing] = useState(false)
  return (
    <Panel id="documents" title={t.documents}>
      <DropZone onFiles={(files) => add(files, keepGoing)} />
      <CheckBox
        className={clsx('check', styles['keep-going'])}
        isChecked={keepGoing}
        label={t.keepGoing}
        onCheck={setKeepGoing}
      />
      {documents.length > 0 && (
        <>
          <ImportResults documents={documents} />
          {documents.every(isFinished) && (
            <button type="button" className={clsx('button', styles['clear'])} onClick={clear}>
              {t.clear}
            </button>
          )}
        </>
      )}
    </Panel>
  )
}

import { createLazyRoute } from '@tanstack/react-router'
import { useCommon } from '../i18n/common.ts'
import { useMay, usePerson } from '../lib/me.ts'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { PanelsPage } from '../ui/layout/PanelsPage.tsx'
import { BackupsPanel } from './BackupsPanel.tsx'
import { useImportListMessages } from './import-list-messages.ts'
import { ImportList } from './ImportList.tsx'
import { useSourcesMessages } from './messages.ts'
import { WatchedSources } from './WatchedSources.tsx'
import { useState } from 'react'
import { clsx } from 'clsx'
import { CheckBox } from '../ui/forms/controls.tsx'
import { DropZone } from '../ui/forms/DropZone.tsx'
import { isFinished } from './import-queue.ts'
import { ImportResults } from './ImportResults.tsx'
import { useImports } from './use-imports.ts'
import styles from './Documents.module.css'

export { loadSources } from './queries.ts'

/** The endings of the documents that are read. */
const endings = ['.xml', '.json', '.jsonl', '.csv', '.gz', '.html', '.htm']

export const sourcesLazyRoute = createLazyRoute('/sources')({ component: SourcesPage })

function SourcesPage() {
  const t = useSourcesMessages()
  const importListText = useImportListMessages()
  const common = useCommon()
  const mayEdit = useMay('editor')
  const isAdmin = usePerson()?.role === 'admin'
  return (
    <PanelsPage>
      <title>{`${common.pages.sources} – HotFix Report`}</title>
      <PageHeader title={common.pages.sources} note={t.note} />
      {mayEdit ? <Documents /> : <p className="muted">{t.onlyEditors}</p>}
      <WatchedSources />
      <Panel id="imports" title={importListText.title}>
        <ImportList />
      </Panel>
      {isAdmin && <BackupsPanel />}
    </PanelsPage>
  )
}

/** Imports documents of the reader, and says what became of each. */
function Documents() {
  const t = useSourcesMessages()
  const { documents, add, clear } = useImports()
  const [keepGoing, setKeepGoing] = useState(false)
  return (
    <Panel id="documents" title={t.documents} isOnScreen={documents.length === 0}>
      <DropZone
        words={{ drop: t.drop, choose: t.choose, accepted: t.accepted, noFiles: t.noFiles }}
        endings={endings}
        onFiles={(files) => add(files, keepGoing)}
      />
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

import { createLazyRoute } from '@tanstack/react-router'
import { useCommon } from '../i18n/common.ts'
import { useMay } from '../lib/me.ts'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { PanelsPage } from '../ui/layout/PanelsPage.tsx'
import { Documents } from './Documents.tsx'
import { useImportListMessages } from './import-list-messages.ts'
import { ImportList } from './ImportList.tsx'
import { useSourcesMessages } from './messages.ts'
import { WatchedSources } from './WatchedSources.tsx'

export const sourcesLazyRoute = createLazyRoute('/sources')({ component: SourcesPage })

function SourcesPage() {
  const t = useSourcesMessages()
  const importListText = useImportListMessages()
  const common = useCommon()
  const mayEdit = useMay('editor')
  return (
    <PanelsPage>
      <title>{`${common.pages.sources} – HotFix Report`}</title>
      <PageHeader title={common.pages.sources} note={t.note} />
      {mayEdit ? <Documents /> : <p className="muted">{t.onlyEditors}</p>}
      <WatchedSources />
      <Panel id="imports" title={importListText.title}>
        <ImportList />
      </Panel>
    </PanelsPage>
  )
}

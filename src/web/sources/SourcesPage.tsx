import { useEffect, useRef, useState } from 'react'
import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query'
import { createLazyRoute, Link } from '@tanstack/react-router'
import { ApiError, call, codeOf } from '../lib/api.ts'
import { refresh } from '../lib/live/refresh.ts'
import { useMay } from '../lib/me.ts'
import { sourceQueries } from './queries.ts'
import { importing } from '../../contract/endpoints/importing.ts'
import type { Source } from '../../contract/sources.ts'
import { DropZone } from './DropZone.tsx'
import { ImportList } from './ImportList.tsx'
import { isFinished } from './import-queue.ts'
import { ImportResults } from './ImportResults.tsx'
import { WatchedSources } from './WatchedSources.tsx'
import { useImportListMessages } from './import-list-messages.ts'
import { useCommon } from '../i18n/common.ts'
import { useSourcesMessages } from './messages.ts'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { useImports } from './use-imports.ts'
import { PanelsPage } from '../ui/layout/PanelsPage.tsx'
import './SourcesPage.css'

export const sourcesLazyRoute = createLazyRoute('/sources')({ component: SourcesPage })

/** How often the sources are asked for while one is being looked at, and while none is; in milliseconds. */
const [whileRunning, whileIdle] = [1000, 30_000]

const isRunning = (sources: readonly Source[] | undefined) => sources?.some((source) => source.isRunning) ?? false

function SourcesPage() {
  const t = useSourcesMessages()
  const common = useCommon()
  const may = useMay('editor')
  return (
    <PanelsPage className="sources-page">
      <title>{`${common.pages.sources} – HotFix Report`}</title>
      <PageHeader title={common.pages.sources} note={t.note} />
      {may ? <Documents /> : <p className="muted">{t.onlyEditors}</p>}
      <Watched />
      <Imports />
    </PanelsPage>
  )
}

function Documents() {
  const t = useSourcesMessages()
  const { documents, add, clear } = useImports()
  const [keepGoing, setKeepGoing] = useState(false)
  return (
    <Panel id="documents" title={t.documents}>
      <DropZone onFiles={(files) => add(files, keepGoing)} />
      <label className="check">
        <input type="checkbox" checked={keepGoing} onChange={({ target }) => setKeepGoing(target.checked)} />
        {t.keepGoing}
      </label>
      {documents.length > 0 && (
        <>
          <ImportResults
            documents={documents}
            link={(id) => (
              <Link to="/bulletins/$id" params={{ id }} search={{}} className="link">
                {id}
              </Link>
            )}
          />
          {documents.every(isFinished) && (
            <button type="button" className="button clear-results" onClick={clear}>
              {t.clear}
            </button>
          )}
        </>
      )}
    </Panel>
  )
}

function Watched() {
  const t = useSourcesMessages()
  const common = useCommon()
  const queryClient = useQueryClient()
  const may = useMay('editor')
  const [failure, setFailure] = useState<ApiError | null>(null)
  const { data: sources } = useSuspenseQuery({
    ...sourceQueries.list(),
    refetchInterval: ({ state }) => (isRunning(state.data) ? whileRunning : whileIdle),
  })
  // What a look has brought is read again when the look is over.
  const wasRunning = useRef(false)
  const runs = isRunning(sources)
  useEffect(() => {
    if (wasRunning.current && !runs) void refresh(queryClient, { bulletins: null })
    wasRunning.current = runs
  }, [queryClient, runs])

  const { queryKey } = sourceQueries.list()
  const reload = () => queryClient.invalidateQueries({ queryKey })
  /** Shows what a switch or button could not do; a form says it itself. */
  const tell = (error: unknown) => {
    if (!(error instanceof ApiError)) throw error
    setFailure(error)
    void reload()
  }
  return (
    <Panel id="watched" title={t.watched}>
      {failure !== null && (
        <p role="alert" className="hot">
          {common.problem[failure.code]}
        </p>
      )}
      <fieldset className="bare" disabled={!may}>
        <WatchedSources
          sources={sources}
          onAdd={(body) => call(importing.addSource, { params: {}, body }).then(reload)}
          onChange={(id, body) => call(importing.changeSource, { params: { id }, body }).then(reload)}
          countOf={(id) => call(importing.countSourceContents, { params: { id } })}
          onRemove={async (id, { withContents }) => {
            const query = { contents: withContents ? ('remove' as const) : ('keep' as const) }
            await call(importing.removeSource, { params: { id }, query })
            if (withContents) await refresh(queryClient, { bulletins: null })
            await reload()
          }}
          onSwitch={(id, body) => {
            setFailure(null)
            // Shown as switched at once; what the server then says counts.
            queryClient.setQueryData(queryKey, (known) =>
              known?.map((source) => (source.id === id ? { ...source, ...body } : source)),
            )
            call(importing.changeSource, { params: { id }, body }).then(reload, tell)
          }}
          onFetch={(id) => {
            setFailure(null)
            call(importing.fetchSource, { params: { id } }).then(reload, tell)
          }}
        />
      </fieldset>
    </Panel>
  )
}

function Imports() {
  const importListText = useImportListMessages()
  const queryClient = useQueryClient()
  const may = useMay('editor')
  const { data: sources } = useSuspenseQuery(sourceQueries.list())
  const common = useCommon()
  const { data: imports, error } = useQuery(sourceQueries.imports())
  if (imports === undefined)
    return (
      <Panel id="imports" title={importListText.title}>
        {error !== null && <p role="alert">{common.problem[codeOf(error)]}</p>}
      </Panel>
    )
  return (
    <Panel id="imports" title={importListText.title}>
      <ImportList
        imports={imports}
        titleOf={(id) => sources.find((source) => source.id === id)?.title ?? id}
        mayUndo={may}
        onUndo={async (id) => {
          const left = await call(importing.undoImport, { params: { id: String(id) } })
          queryClient.setQueryData(sourceQueries.imports().queryKey, left)
          await refresh(queryClient, { bulletins: null })
        }}
      />
    </Panel>
  )
}

import { memo } from 'react'
import { createLazyRoute, Link, useLocation, useRouter } from '@tanstack/react-router'
import { clsx } from 'clsx'
import { ExportMenu } from '../export/ExportMenu.tsx'
import { Conditions } from '../filters/Conditions.tsx'
import { optionName } from '../filters/facet-options.ts'
import { useFilterMessages } from '../filters/messages.ts'
import { NothingFound } from '../filters/NothingFound.tsx'
import { useExportNote } from '../filters/use-export-note.ts'
import { useFirstFiltered } from '../filters/use-filtered.tsx'
import { useCommon } from '../i18n/common.ts'
import { dot, formatDay, formatList } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useWords } from '../i18n/words.ts'
import { stringifySearch } from '../lib/search.ts'
import { ReleaseToggle } from '../releases/ReleaseToggle.tsx'
import { useRelease } from '../releases/use-release.ts'
import { SegmentedControl } from '../ui/forms/SegmentedControl.tsx'
import { Behind } from '../ui/layout/Behind.tsx'
import { PageHeader } from '../ui/layout/PageHeader.tsx'
import { useIsPrinting } from '../ui/use-is-printing.ts'
import { MatrixFooter } from './MatrixFooter.tsx'
import { MatrixGrid } from './MatrixGrid.tsx'
import { MatrixPaper } from './MatrixPaper.tsx'
import { matrixTable } from './matrix-table.ts'
import { useMatrixMessages } from './messages.ts'
import { Sentence } from './Sentence.tsx'
import { useLines } from './use-lines.ts'
import { listIn, useMatrix, type Matrix } from './use-matrix.ts'
import header from '../ui/layout/PageHeader.module.css'
import styles from './MatrixPage.module.css'

export const matrixLazyRoute = createLazyRoute('/filtered/matrix')({ component: MatrixPage })

const units = ['bulletin', 'vulnerability'] as const

/** The one of a list in an address that is not there yet is added, the other one is taken away. */
const toggled = (list: string, one: string): string | undefined => {
  const all = listIn(list)
  const next = all.includes(one) ? all.filter((other) => other !== one) : [...all, one]
  return next.length > 0 ? next.join(',') : undefined
}

/** Changes the address. */
function useChange() {
  const navigate = matrixLazyRoute.useNavigate()
  return (search: Partial<Record<'by' | 'unfold' | 'open' | 'scope' | 'release', string | undefined>>) =>
    void navigate({
      search: (before) => ({ ...before, ...search }) as typeof before,
      replace: true,
      resetScroll: false,
    })
}

/** Until the rows are known there is the heading. */
function MatrixPage() {
  const common = useCommon()
  return (
    <>
      <title>{`${common.pages.matrix} – HotFix Report`}</title>
      <Behind fallback={<Heading matrix={undefined} />}>
        <WholeMatrix />
      </Behind>
    </>
  )
}

function WholeMatrix() {
  const { by = 'bulletin', unfold = '', open = '' } = matrixLazyRoute.useSearch()
  const isPrinting = useIsPrinting()
  const matrix = useMatrix({ by, unfold, open, isWhole: isPrinting })
  return (
    <>
      <Heading matrix={matrix} />
      {matrix?.rows.source.listOf.length === 0 && <NothingFound />}
      {matrix !== undefined && matrix.rows.source.listOf.length > 0 && <Body matrix={matrix} isPrinting={isPrinting} />}
    </>
  )
}

/** `matrix`: undefined while that is on its way. */
function Heading({ matrix }: { matrix: Matrix | undefined }) {
  const t = useMatrixMessages()
  const common = useCommon()
  const filterText = useFilterMessages()
  const language = useLanguage()
  // What is asked for; the matrix may still be on its way.
  const by = useLocation({ select: ({ search }) => search.by }) ?? 'bulletin'
  const change = useChange()
  const words = useWords()
  const { filter, query, of } = useFirstFiltered()
  const { release } = useRelease()
  const columns = matrix?.view.columns ?? []
  const own = columns.filter(({ kind }) => kind === 'own').length
  const names = filter.release.map((key) => optionName('release', key, { t: filterText, words, language }))
  const scope = names.length === 0 ? t.everything : formatList(names, language)
  const patchTuesday = release !== null && release.key === query.release ? release.patchTuesday : null
  const note = (
    <>
      {[scope, patchTuesday && t.patchTuesday(formatDay(patchTuesday, language))].filter(Boolean).join(' ')}
      {matrix && dot(language)}
      {matrix && t.size(matrix.rows.source.listOf.length, own, columns.length - own)}
    </>
  )
  return (
    <>
      <PageHeader title={t.title} note={note} isLive>
        <div className={header['row']}>
          <ReleaseToggle
            shown={query.release}
            total={of}
            onChange={(key) =>
              change({ release: key ?? undefined, scope: key === null ? 'all' : undefined, open: undefined })
            }
          />
          <SegmentedControl
            label={t.by}
            value={by}
            options={units.map((value) => ({ value, label: t.rows[value] }))}
            onChange={(unit) => change({ by: unit === 'vulnerability' ? unit : undefined, open: undefined })}
          />
          <button type="button" className={clsx('button', styles['filter'])} popoverTarget="filters">
            {filterText.open}
          </button>
          <span className={styles['export']}>{matrix && <Export matrix={matrix} />}</span>
        </div>
      </PageHeader>
      <Conditions />
      {matrix === undefined && <p role="status">{common.loading}</p>}
    </>
  )
}

function Export({ matrix }: { matrix: Matrix }) {
  const t = useMatrixMessages()
  const common = useCommon()
  const lines = useLines(matrix)
  const note = useExportNote()
  return <ExportMenu table={() => ({ ...note(), ...matrixTable(matrix, lines, t, common.titleHead) })} name="matrix" />
}

/** What is drawn anew only when there is another matrix. */
const Body = memo(function MatrixBody({ matrix, isPrinting }: { matrix: Matrix; isPrinting: boolean }) {
  const t = useMatrixMessages()
  const router = useRouter()
  const change = useChange()
  const { unfold, open, query } = matrix
  const lines = useLines(matrix)
  const hrefOf = (id: string) => `/bulletins/${encodeURIComponent(id)}${stringifySearch(query)}#matrix`
  return (
    <>
      <Sentence matrix={matrix} />
      {matrix.own.length === 0 && (
        <p className={styles['no-fleet']}>
          {t.noFleet} <Link to="/fleet">{t.enterFleet}</Link>
        </p>
      )}
      {isPrinting ? (
        <MatrixPaper matrix={matrix} lines={lines} />
      ) : (
        <MatrixGrid
          matrix={matrix}
          lines={lines}
          unfolded={listIn(unfold)}
          hrefOf={hrefOf}
          onFollow={(href) => router.history.push(href)}
          onUnfold={(family) => change({ unfold: toggled(unfold, family) })}
          onOpen={(fold) => change({ open: toggled(open, fold) })}
        />
      )}
      <MatrixFooter matrix={matrix} />
    </>
  )
})

import { memo, useMemo } from 'react'
import { clsx } from 'clsx'
import type { LabCell, LabEdition, LabKind, TestGrid } from '../../contract/lab-grid.ts'
import { countCells } from '../../domain/lab/release-grid.ts'
import { rowName, toldApart } from '../../domain/lab/row-names.ts'
import { dot } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { readText } from '../i18n/local-text.tsx'
import { ScrollRegion } from '../ui/layout/DataTable.tsx'
import { CellContent } from './CellContent.tsx'
import { useGridMessages } from './grid-messages.ts'
import { isShownBy, type ShownOption } from './shown.ts'
import { ProgressBar } from '../ui/marks/ProgressBar.tsx'
import { useCellKeys } from './use-cell-keys.ts'
import styles from './ReleaseTable.module.css'

type Props = {
  grid: TestGrid
  only: ShownOption | null
  /** The cell whose result is recorded or shown beside. */
  chosen: LabCell | null
  hrefOf: (edition: LabEdition, cell: LabCell) => string
}

/** OS editions by kinds of fix: what is to be tested, and how that went. */
export function ReleaseTable({ grid, only, chosen, hrefOf }: Props) {
  const t = useGridMessages()
  const language = useLanguage()
  const table = useCellKeys()
  const { kinds, groups, editions, hasFleet } = grid
  const shown = useMemo(
    () => (only === null ? editions : editions.filter(({ cells }) => cells.some((cell) => isShownBy(only, cell)))),
    [editions, only],
  )
  const names = useMemo(
    () =>
      toldApart(editions, (row) => {
        const label = readText(row.label, language).value
        return { name: rowName(row.edition, label), label }
      }),
    [editions, language],
  )
  const kindName = ({ name, line }: LabKind) => name ?? t.lines[line]
  return (
    <ScrollRegion label={t.edition} className={styles['region']}>
      <table ref={table} className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{t.edition}</th>
            {hasFleet && (
              <th scope="col" className={styles['number']}>
                {t.machines}
              </th>
            )}
            <th scope="col">{t.progress}</th>
            {kinds.map((kind) => (
              <th key={kind.key} scope="col" className={styles['kind']}>
                {kindName(kind)}
              </th>
            ))}
          </tr>
        </thead>
        {groups.map((group) => {
          const own = shown.filter((edition) => edition.group === group.platform)
          if (own.length === 0) return null
          return (
            <tbody key={group.platform}>
              <GroupHead group={group} editions={own} hasFleet={hasFleet} columns={kinds.length + 2} />
              {own.map((edition) => (
                <Row
                  key={`${edition.platform} ${edition.edition}`}
                  {...{ edition, kinds, hasFleet, only, hrefOf }}
                  name={names.get(edition) ?? edition.edition}
                  chosen={chosen !== null && edition.cells.includes(chosen) ? chosen : null}
                />
              ))}
            </tbody>
          )
        })}
      </table>
    </ScrollRegion>
  )
}

type HeadProps = { group: TestGrid['groups'][number]; editions: LabEdition[]; hasFleet: boolean; columns: number }

/** A version, its machines, and its cumulative update with the build. */
function GroupHead({ group, editions, hasFleet, columns }: HeadProps) {
  const t = useGridMessages()
  const language = useLanguage()
  const machines = editions.reduce((sum, edition) => sum + (edition.machines ?? 0), 0)
  const main = editions
    .flatMap(({ cells }) => cells)
    .find(({ kind, need }) => kind === 'cumulative' && need === 'install')
  const build = main?.build?.replace(/^10\.0\./, '')
  const said = [hasFleet && machines > 0 && t.machineCount(machines), main && build && t.build(main.bulletin, build)]
  return (
    <tr className={styles['group']}>
      <th scope="rowgroup" colSpan={hasFleet ? columns + 1 : columns}>
        {readText(group.label, language).value} <span>{said.filter(Boolean).join(dot(language))}</span>
      </th>
    </tr>
  )
}

type RowProps = Omit<Props, 'grid'> & {
  edition: LabEdition
  name: string
  kinds: readonly LabKind[]
  hasFleet: boolean
}

const Row = memo(function Row({ edition, name, kinds, hasFleet, only, chosen, hrefOf }: RowProps) {
  const t = useGridMessages()
  const { total, untested } = countCells(edition.cells)
  const done = total - untested
  return (
    <tr>
      <th scope="row">{name}</th>
      {hasFleet && (
        <td className={clsx(styles['number'], styles['quiet'])} data-head={t.machines}>
          {edition.machines === null ? '–' : t.machinesHere(edition.machines)}
        </td>
      )}
      <td className={styles['progress']}>
        {total === 0 ? '–' : t.progressOf(done, total)}
        {total > 0 && <ProgressBar isThin done={done} total={total} />}
      </td>
      {kinds.map(({ key }) => {
        const cells = edition.cells.filter(({ kind }) => kind === key)
        return (
          <td key={key} className={styles['cells']}>
            {cells.length === 0 && <span className={styles['none']}>{t.nothingHere}</span>}
            {cells.map((cell) => (
              <CellContent
                key={cell.bulletin}
                cell={cell}
                edition={name}
                platform={edition.platform}
                href={hrefOf(edition, cell)}
                isChosen={cell === chosen}
                isDim={only !== null && !isShownBy(only, cell)}
              />
            ))}
          </td>
        )
      })}
    </tr>
  )
})

import { clsx } from 'clsx'
import { Text } from '../../contract/text.ts'
import type { ComparedRow, SectionName } from '../../domain/revisions/compare.ts'
import { useHistoryMessages } from './messages.ts'
import { readText } from '../i18n/local-text.tsx'
import { Panel } from '../ui/layout/Panel.tsx'
import { Pill } from '../ui/marks/Pill.tsx'
import { ScrollRegion, SpaceRow } from '../ui/layout/DataTable.tsx'
import { useRowsInSight } from '../ui/layout/use-rows-in-sight.ts'
import { useIsPrinting } from '../ui/use-is-printing.ts'
import { ChangedText } from './ChangedText.tsx'
import { valueText } from './value-text.ts'
import type { Wording } from './wording.ts'
import table from '../ui/layout/DataTable.module.css'
import styles from './Comparison.module.css'

type Props = {
  sections: readonly { section: SectionName; rows: readonly ComparedRow[] }[]
  /** The headings of the two columns. */
  heads: readonly [string, string]
  wording: Wording
}

const glyphs = { changed: '~', added: '+', removed: '−', same: '=' } as const
const tones = { changed: 'mixed', added: 'good', removed: 'bad', same: 'plain' } as const

/** Two versions side by side, a sheet for each section. */
export function Comparison({ sections, heads, wording }: Props) {
  const t = useHistoryMessages()
  return sections.map(({ section, rows }) => (
    <Panel key={section} id={section} title={t.sections[section]} note={countsOf(rows, t)}>
      <ScrollRegion label={t.sections[section]}>
        <table className={clsx(table['data-table'], styles['comparison'])}>
          <thead>
            <tr>
              <th scope="col">{t.field}</th>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <ComparedRows section={section} rows={rows} wording={wording} />
        </table>
      </ScrollRegion>
    </Panel>
  ))
}

function countsOf(rows: readonly ComparedRow[], t: ReturnType<typeof useHistoryMessages>): string | undefined {
  const [changed, added, removed] = (['changed', 'added', 'removed'] as const).map(
    (status) => rows.filter((row) => row.status === status).length,
  )
  return t.summary(changed ?? 0, added ?? 0, removed ?? 0)
}

/** Of rows with more fields than this only those in sight are drawn. */
const maxWhole = 100

/** In pixels, until a row is measured. */
const usualHeight = 240

type RowsProps = { section: SectionName; rows: readonly ComparedRow[]; wording: Wording }

function ComparedRows({ section, rows, wording }: RowsProps) {
  const isPrinting = useIsPrinting()
  const { box, before, after, measure, positions } = useRowsInSight<HTMLTableSectionElement>({
    count: rows.length,
    usualHeight,
    isWhole: isPrinting || rows.reduce((sum, row) => sum + fieldsOf(section, row).length, 0) <= maxWhole,
  })
  return (
    <>
      <tbody ref={box}>{before > 0 && <SpaceRow height={before} columns={3} />}</tbody>
      {positions.map((position) => {
        const row = rows[position]
        // Rows of one key may be several, and never move.
        return row && <ComparedFields key={position} {...{ section, row, position, measure, wording }} />
      })}
      <tbody>{after > 0 && <SpaceRow height={after} columns={3} />}</tbody>
    </>
  )
}

/** What is told of a row; what it is about is said over it already. */
const fieldsOf = (section: SectionName, row: ComparedRow): string[] =>
  (row.status === 'same' ? Object.keys(row.after ?? {}) : row.changed).filter(
    (field) => section === 'facts' || valueOf(row, field) !== row.key,
  )

type RowProps = {
  section: SectionName
  row: ComparedRow
  position: number
  measure: ((row: HTMLTableSectionElement | null) => void) | undefined
  wording: Wording
}

/** A row of the comparison: what it is about, and its fields in both versions. */
function ComparedFields({ section, row, position, measure, wording }: RowProps) {
  const { t } = wording
  const names: Record<string, string> = t.fields
  return (
    <tbody ref={measure} data-position={position}>
      {section !== 'facts' && (
        <tr>
          <th scope="rowgroup" colSpan={2}>
            <RowHead section={section} row={row} wording={wording} />
          </th>
          <td className={styles['filler']} />
        </tr>
      )}
      {fieldsOf(section, row).map((field) => (
        <tr key={field}>
          <th scope="row">{names[field] ?? field}</th>
          <td data-field={names[field] ?? field}>
            {row.before && <Value side="before" {...{ row, field, wording }} />}
          </td>
          <td>{row.after && <Value side="after" {...{ row, field, wording }} />}</td>
        </tr>
      ))}
    </tbody>
  )
}

const valueOf = ({ before, after }: ComparedRow, field: string): unknown => (after ?? before)?.[field]

/** What a row is about, and what has become of it. */
function RowHead({
  section,
  row: { key, status, before, after },
  wording,
}: Pick<RowProps, 'section' | 'row' | 'wording'>) {
  const { t, documentWords, language, names } = wording
  const title = (after ?? before)?.['title']
  const remedies: Record<string, string> = documentWords.remedy
  const name = section === 'platforms' ? names([key]) : section === 'remedies' ? (remedies[key] ?? key) : key
  return (
    <span className={styles['row-head']}>
      <Pill glyph={glyphs[status]} tone={tones[status]}>
        {t.status[status]}
      </Pill>
      {name}
      {isText(title) && <span className={table['kind']}>{readText(title, language).value}</span>}
    </span>
  )
}

const isText = (value: unknown): value is Text => Text.safeParse(value).success

type ValueProps = { side: 'before' | 'after'; row: ComparedRow; field: string; wording: Wording }

/** What one version says in a field; where the other says something else, its own words are marked. */
function Value({ side, row, field, wording }: ValueProps) {
  const written = (given: Wording) => ({
    before: valueText(field, row.before?.[field], given),
    after: valueText(field, row.after?.[field], given),
  })
  const own = written(wording)
  // A text may differ in the language that the reader did not choose.
  const isElsewhere = row.status === 'changed' && own.before === own.after
  const other = wording.language === 'ja' ? ('en' as const) : ('ja' as const)
  const { before, after } = isElsewhere ? written({ ...wording, language: other }) : own
  const language = isElsewhere ? other : wording.language
  return (
    <span className={styles['value']} lang={isElsewhere ? other : undefined}>
      {row.status === 'changed' ? (
        <ChangedText {...{ before, after, side, language }} />
      ) : side === 'before' ? (
        before
      ) : (
        after
      )}
    </span>
  )
}

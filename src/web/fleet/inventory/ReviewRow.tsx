import type { PreviewedMachine } from '../../../contract/inventory.ts'
import { shownBuild } from '../../../domain/bulletin/build-check.ts'
import { inventoryWords } from '../../../words/inventory.ts'
import { comma, formatMoment, formatNumber } from '../../i18n/format.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { Pill } from '../../ui/marks/Pill.tsx'
import { usePlatformName } from '../use-platform-name.ts'
import { useInventoryMessages } from './messages.ts'
import type { ReviewRow } from './review-rows.ts'
import table from '../../ui/layout/DataTable.module.css'

type Props = { row: ReviewRow; index: number; measure: ((element: Element | null) => void) | undefined }

const looks = {
  new: { glyph: '+', tone: 'good' },
  changed: { glyph: '↻', tone: 'mixed' },
  unchanged: { glyph: '=', tone: 'plain' },
} as const

/** A line with what it becomes, or why it does not become anything. */
export function Row({ row, index, measure }: Props) {
  return (
    // The heading is the first row.
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <Cells row={row} />
    </tr>
  )
}

function Cells({ row }: { row: ReviewRow }) {
  const t = useInventoryMessages()
  const language = useLanguage()
  switch (row.is) {
    case 'problem': {
      const { line, machine, fault, value } = row.problem
      return (
        <Told line={line} name={machine} glyph="✕" tone="bad" word={t.problem}>
          {inventoryWords[language].line[fault](value)}
        </Told>
      )
    }
    case 'passed': {
      const { line, name, why } = row.passed
      return (
        <Told line={line} name={name} glyph="–" tone="plain" word={t.left}>
          {t.passed[why]}
        </Told>
      )
    }
    case 'machine':
      return <Machine machine={row.machine} />
  }
}

type ToldProps = {
  line: number
  name: string | null
  glyph: string
  tone: 'bad' | 'plain'
  word: string
  children: string
}

/** A line that is told, and not taken. */
function Told({ line, name, glyph, tone, word, children }: ToldProps) {
  const t = useInventoryMessages()
  return (
    <>
      <td data-head={t.line}>{line}</td>
      <th scope="row">{name}</th>
      <td>
        <Pill glyph={glyph} tone={tone}>
          {word}
        </Pill>
      </td>
      <td colSpan={4}>{children}</td>
    </>
  )
}

function Machine({ machine }: { machine: PreviewedMachine }) {
  const t = useInventoryMessages()
  const language = useLanguage()
  const nameOf = usePlatformName()
  const { line, lines, name, becomes, platform, edition, why, build, fixes, attempts, seenAt } = machine
  const tells = [
    ...(fixes > 0 ? [t.fixes(formatNumber(fixes))] : []),
    ...(attempts > 0 ? [t.attempts(formatNumber(attempts))] : []),
  ]
  return (
    <>
      <td data-head={t.line}>
        {line}
        {lines > 1 && <span className={table['kind']}>{t.lines(formatNumber(lines))}</span>}
      </td>
      <th scope="row">{name}</th>
      <td>
        <Pill {...looks[becomes]}>{t.becomes[becomes]}</Pill>
      </td>
      <td>
        {platform === null ? <span className="muted">? {why !== undefined && t.unknown[why]}</span> : nameOf(platform)}
        {edition !== null && <span className={table['kind']}>{edition}</span>}
      </td>
      <td data-head={t.build}>{build !== null && <code>{shownBuild(build)}</code>}</td>
      <td>{tells.join(comma(language))}</td>
      <td className={table['day']}>{seenAt !== null && formatMoment(seenAt, language)}</td>
    </>
  )
}

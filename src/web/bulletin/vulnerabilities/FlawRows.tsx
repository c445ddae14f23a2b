import { useLayoutEffect, useRef, useState } from 'react'
import { useWindowVirtualizer } from '@tanstack/react-virtual'
import type { AssessedFlaw } from '../../../domain/vulnerability/assessed.ts'
import type { FlawTable } from './flaw-table.ts'
import { FlawRow } from './FlawRow.tsx'

/** Of more rows than this only those in sight are drawn. */
const maxWhole = 40

/** In pixels, until a row is measured. */
const usualHeight = 64

type Props = {
  bulletin: string
  flaws: readonly AssessedFlaw[]
  table: FlawTable
  opened: ReadonlySet<string>
  onToggle: (id: string) => void
}

/** The rows of vulnerabilities; of many only those in sight. */
export function FlawRows({ flaws, ...props }: Props) {
  if (flaws.length > maxWhole) return <CutRows flaws={flaws} {...props} />
  return flaws.map((assessed) => <Row key={assessed.flaw.id} assessed={assessed} {...props} />)
}

type RowProps = Omit<Props, 'flaws'> & { assessed: AssessedFlaw }

const Row = ({ opened, ...props }: RowProps) => <FlawRow isOpen={opened.has(props.assessed.flaw.id)} {...props} />

/** Spacers above and below are as high as the rows that are not drawn: a long table scrolls as if it were whole. */
function CutRows({ flaws, opened, ...props }: Props) {
  const above = useRef<HTMLTableSectionElement>(null)
  const [top, setTop] = useState(0)
  useLayoutEffect(() => {
    const look = () => setTop(Math.round((above.current?.getBoundingClientRect().top ?? 0) + window.scrollY))
    look()
    // What is above may grow: a row there is opened, a text comes in.
    const observer = new ResizeObserver(look)
    observer.observe(document.body)
    return () => observer.disconnect()
  }, [])
  const idAt = (position: number) => flaws[position]?.flaw.id ?? ''
  const virtualizer = useWindowVirtualizer({
    count: flaws.length,
    getItemKey: idAt,
    indexAttribute: 'data-position',
    estimateSize: () => usualHeight,
    overscan: 6,
    scrollMargin: top,
    initialRect: { width: 1000, height: 900 },
  })
  const items = virtualizer.getVirtualItems()
  const before = (items[0]?.start ?? top) - top
  const after = virtualizer.getTotalSize() - ((items.at(-1)?.end ?? top) - top)
  return (
    <>
      <tbody ref={above} aria-hidden>
        <tr style={{ height: before }} />
      </tbody>
      {items.map(({ index }) => {
        const assessed = flaws[index]
        return (
          assessed && (
            <FlawRow
              key={assessed.flaw.id}
              assessed={assessed}
              isOpen={opened.has(assessed.flaw.id)}
              position={index}
              measure={virtualizer.measureElement}
              {...props}
            />
          )
        )
      })}
      <tbody aria-hidden>
        <tr style={{ height: Math.max(0, after) }} />
      </tbody>
    </>
  )
}

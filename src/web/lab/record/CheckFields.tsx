import { useState } from 'react'
import { useQuery } from '@tanstack/react-query'
import type { CheckedPoints } from '../../../contract/checklist.ts'
import { useCommon } from '../../i18n/common.ts'
import { codeOf } from '../../lib/api.ts'
import { CheckBox } from '../../ui/forms/controls.tsx'
import { ChecklistEditor } from './ChecklistEditor.tsx'
import { labQueries } from '../queries.ts'
import { useRecordMessages } from './messages.ts'

type Props = {
  /** Undefined while none is ticked. */
  checks: CheckedPoints | undefined
  /** Whether the points are those of the result that is corrected. */
  isKept: boolean
  onChange: (checks: CheckedPoints) => void
}

/** What was tried in a test, by the team's list; the list itself is edited here, too. */
export function CheckFields({ checks, isKept, onChange }: Props) {
  const t = useRecordMessages()
  const common = useCommon()
  const { data: list, error } = useQuery(labQueries.checklist())
  const [isEditing, setEditing] = useState(false)
  if (list === undefined)
    return (
      error !== null && (
        <p className="muted" role="status">
          {t.pointsNotRead} {common.problem[codeOf(error)]}
        </p>
      )
    )
  const points = list.version === 0 ? t.proposedPoints : list.points
  const done = new Set(checks?.flatMap((each) => (each.done ? [each.point] : [])))
  const shown = isKept && checks !== undefined ? checks.map(({ point }) => point) : points
  const tick = (point: string, is: boolean) =>
    onChange(shown.map((each) => ({ point: each, done: each === point ? is : done.has(each) })))
  return (
    <fieldset>
      <legend>{t.checked(shown.filter((point) => done.has(point)).length, shown.length)}</legend>
      {!isEditing &&
        shown.map((point) => (
          <CheckBox key={point} label={point} isChecked={done.has(point)} onCheck={(is) => tick(point, is)} />
        ))}
      {isEditing ? (
        <ChecklistEditor version={list.version} points={points} onDone={() => setEditing(false)} />
      ) : (
        !isKept && (
          <button type="button" className="link" onClick={() => setEditing(true)}>
            {t.editPoints}
          </button>
        )
      )}
    </fieldset>
  )
}

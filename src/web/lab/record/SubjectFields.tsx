import { useCatalogue } from '../../catalogue/catalogue.ts'
import { BulletinField } from './BulletinField.tsx'
import type { Draft, Edit } from './draft.ts'
import { EditionFields } from './EditionFields.tsx'
import { useFirstFocus } from './use-first-focus.ts'
import form from './RecordForm.module.css'

type Props = {
  /** Empty where none is chosen yet. */
  bulletin: string
  draft: Draft
  /** Whether the bulletin stays as it is. */
  isFixed: boolean
  onChoose: (bulletin: string) => void
  onEdit: Edit
}

/** The bulletin and the OS edition of a result, where the cell does not say them. */
export function SubjectFields({ bulletin, draft, isFixed, onChoose, onEdit }: Props) {
  const { columns } = useCatalogue()
  const box = useFirstFocus()
  const row = bulletin === '' ? -1 : columns.table.columns.id.values.indexOf(bulletin)
  return (
    <div ref={box} className={form['fields']}>
      {!isFixed && <BulletinField bulletin={row < 0 ? '' : bulletin} onChoose={onChoose} />}
      <EditionFields draft={draft} bulletin={row < 0 ? null : columns.summaryAt(row)} onEdit={onEdit} />
    </div>
  )
}

import { getRouteApi } from '@tanstack/react-router'
import { useCatalogue } from '../catalogue/catalogue.ts'
import { RecordForm } from './RecordForm.tsx'
import { toChoose } from './route.ts'

const route = getRouteApi('/filtered/tests')

/** The dialog that records a result for the bulletin and the OS edition of the address; nothing where it names no bulletin. */
export function RecordDialog() {
  const { record, edition = '' } = route.useSearch()
  const { columns } = useCatalogue()
  const row = record === undefined ? -1 : columns.table.columns.id.values.indexOf(record)
  if (row < 0 && record !== toChoose) return null
  const bulletin = row < 0 ? null : columns.summaryAt(row)
  // A draft belongs to a cell. Where none was chosen, the bulletin is one of the fields, and may change.
  return (
    <RecordForm key={edition === '' ? '' : `${bulletin?.id ?? ''} ${edition}`} bulletin={bulletin} edition={edition} />
  )
}

import { queryOptions } from '@tanstack/react-query'
import { reading } from '../contract/endpoints/reading.ts'
import { call } from './api.ts'

/** Keys run from general to special, so that `['bulletins']` alone names all that is read of bulletins. */
export const bulletinQueries = {
  view: (id: string) =>
    queryOptions({
      queryKey: ['bulletins', 'view', id],
      queryFn: ({ signal }) => call(reading.viewBulletin, { params: { id }, signal }),
    }),
  labReports: () =>
    queryOptions({
      queryKey: ['bulletins', 'lab'],
      queryFn: ({ signal }) => call(reading.listLabReports, { params: {}, signal }),
    }),
}

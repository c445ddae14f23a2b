import { queryOptions } from '@tanstack/react-query'
import { endpoints } from '../contract/endpoints.ts'
import { call } from './api.ts'

/** Keys run from general to special, so that `['bulletins']` alone names all that is read of bulletins. */
export const bulletinQueries = {
  index: () =>
    queryOptions({
      queryKey: ['bulletins', 'index'],
      queryFn: ({ signal }) => call(endpoints.listBulletins, { params: {}, signal }),
    }),
  view: (id: string) =>
    queryOptions({
      queryKey: ['bulletins', 'view', id],
      queryFn: ({ signal }) => call(endpoints.viewBulletin, { params: { id }, signal }),
    }),
}

export const platformQueries = {
  tree: () =>
    queryOptions({
      queryKey: ['bulletins', 'platforms'],
      queryFn: ({ signal }) => call(endpoints.listPlatforms, { params: {}, signal }),
    }),
}

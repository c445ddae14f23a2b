import * as z from 'zod'
import { FilterChoice, OwnFilters, TeamFilters } from '../saved-filters.ts'
import { Assignees, TeamNames, Teams } from '../teams.ts'
import { nothing, type Endpoint } from './endpoint.ts'

/** Filters under names, and who alerts are assigned to. */
export const saved = {
  listFilters: {
    method: 'get',
    path: '/api/filters',
    role: 'viewer',
    params: nothing,
    query: nothing,
    reply: FilterChoice,
  },
  setOwnFilters: {
    method: 'put',
    path: '/api/filters/own',
    role: 'viewer',
    isPersonal: true,
    params: nothing,
    query: nothing,
    body: OwnFilters,
    bodyKiB: 1024,
    isConditional: true,
    reply: FilterChoice,
  },
  setTeamFilters: {
    method: 'put',
    path: '/api/filters/team',
    role: 'analyst',
    params: nothing,
    query: nothing,
    body: TeamFilters,
    bodyKiB: 1024,
    isConditional: true,
    reply: FilterChoice,
  },
  listAssignees: {
    method: 'get',
    path: '/api/assignees',
    role: 'analyst',
    params: nothing,
    query: nothing,
    reply: Assignees,
  },
  viewTeams: {
    method: 'get',
    path: '/api/teams',
    role: 'admin',
    params: nothing,
    query: nothing,
    reply: Teams,
  },
  setTeams: {
    method: 'put',
    path: '/api/teams',
    role: 'admin',
    params: nothing,
    query: nothing,
    body: z.object({ names: TeamNames }),
    isConditional: true,
    reply: Teams,
  },
} as const satisfies Record<string, Endpoint>

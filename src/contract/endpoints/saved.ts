import * as z from 'zod'
import { FilterChoice, OwnFilters, TeamFilters } from '../saved-filters.ts'
import { Assignees, TeamNames, Teams } from '../teams.ts'
import type { Endpoint } from './endpoint.ts'

/** Filters under names, and who alerts are assigned to. */
export const saved = {
  listFilters: {
    method: 'get',
    path: '/api/filters',
    role: 'viewer',
    reply: FilterChoice,
  },
  setOwnFilters: {
    method: 'put',
    path: '/api/filters/own',
    role: 'viewer',
    isPersonal: true,
    body: OwnFilters,
    bodyKiB: 1024,
    isConditional: true,
    reply: FilterChoice,
  },
  setTeamFilters: {
    method: 'put',
    path: '/api/filters/team',
    role: 'analyst',
    body: TeamFilters,
    bodyKiB: 1024,
    isConditional: true,
    reply: FilterChoice,
  },
  listAssignees: {
    method: 'get',
    path: '/api/assignees',
    role: 'analyst',
    reply: Assignees,
  },
  viewTeams: {
    method: 'get',
    path: '/api/teams',
    role: 'admin',
    reply: Teams,
  },
  setTeams: {
    method: 'put',
    path: '/api/teams',
    role: 'admin',
    body: z.object({ names: TeamNames }),
    isConditional: true,
    reply: Teams,
  },
} as const satisfies Record<string, Endpoint>

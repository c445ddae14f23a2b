import { createRoute } from '@tanstack/react-router'
import type { MachineQuery } from '../../contract/machines.ts'
import { rootRoute } from '../frame/Root.tsx'

/** What the list is narrowed to, and the machine whose panel is open. */
export type MachinesSearch = Partial<Record<Exclude<keyof MachineQuery, 'state'> | 'state' | 'machine', string>>

const names = ['platform', 'lacks', 'state', 'notSeenFor', 'search', 'machine'] as const

// Few open it first: what it reads comes with its parts.
export const machinesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/machines',
  validateSearch: (raw: Record<string, unknown>): MachinesSearch =>
    Object.fromEntries(
      names.flatMap((name) => {
        const value = raw[name]
        const text = typeof value === 'number' ? String(value) : value
        return typeof text === 'string' && text !== '' ? [[name, text]] : []
      }),
    ),
}).lazy(async () => (await import('./pages.ts')).loadMachinesPage())

import * as z from 'zod'
import {
  AttemptReport,
  AttemptsTaken,
  Forget,
  MachineCounts,
  MachineDetail,
  machineQuery,
  MachineRow,
  Retention,
} from '../machines.ts'
import { keptNumber } from '../text.ts'
import { nothing, type Endpoint } from './endpoint.ts'

const oneMachine = z.object({ id: keptNumber('expected the number of a machine') })

/** The machines that report themselves. Viewers see how many there are; who sees them by name is an analyst. */
export const machineList = {
  viewMachineCounts: {
    method: 'get',
    path: '/api/fleet/machines',
    role: 'viewer',
    reply: MachineCounts,
  },
  listMachines: {
    method: 'get',
    path: '/api/machines',
    role: 'analyst',
    query: machineQuery,
    isPaged: true,
    reply: z.array(MachineRow),
  },
  listMachineFixes: {
    method: 'get',
    path: '/api/machines/fixes.csv',
    role: 'analyst',
    query: machineQuery,
    reply: z.string(),
    media: 'text/csv',
  },
  viewMachine: {
    method: 'get',
    path: '/api/fleet/machines/{id}',
    role: 'analyst',
    params: oneMachine,
    reply: MachineDetail,
  },
  deleteMachine: {
    method: 'delete',
    path: '/api/fleet/machines/{id}',
    role: 'analyst',
    params: oneMachine,
    reply: nothing,
  },
  forgetMachine: {
    method: 'post',
    path: '/api/machines/forget',
    role: 'analyst',
    body: Forget,
    reply: MachineCounts,
  },
  setRetention: {
    method: 'put',
    path: '/api/fleet/retention',
    role: 'admin',
    body: Retention,
    reply: Retention,
  },
  reportAttempts: {
    method: 'post',
    path: '/api/attempts',
    role: 'analyst',
    isKeyed: true,
    body: AttemptReport,
    bodyKiB: 16_384,
    reply: AttemptsTaken,
  },
} as const satisfies Record<string, Endpoint>

import type { Principal } from './principal.ts'

/** Whether who asks may know machines by name: viewers see how many there are. */
export const seesMachines = (principal: Principal | null): boolean => principal !== null && principal.role !== 'viewer'

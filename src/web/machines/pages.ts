/** What loads the page of machines. */
export const loadMachinesPage = async () => (await import('./MachinesPage.tsx')).machinesLazyRoute

/** The main pages, in the order in which they are offered. */
export const mainPages = [
  { to: '/', name: 'overview' },
  { to: '/alerts', name: 'alerts' },
  { to: '/matrix', name: 'matrix' },
  { to: '/tests', name: 'tests' },
  { to: '/rollout', name: 'rollout' },
  { to: '/fleet', name: 'fleet' },
  { to: '/notices', name: 'notices' },
] as const

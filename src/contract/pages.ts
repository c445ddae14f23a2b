/** What the address of a page begins with; '' is the page that a visit begins on. Any other address is no page. */
export const pageRoots: readonly string[] = [
  '',
  'alerts',
  'bulletins',
  'fleet',
  'holds',
  'matrix',
  'password',
  'people',
  'plans',
  'platforms',
  'policy',
  'rollout',
  'sign-in',
  'sources',
  'tests',
  'vulnerabilities',
]

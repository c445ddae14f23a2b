/** What is counted of a release, in the order of the page. */
export const releaseFigures = [
  'fixes',
  'vulnerabilities',
  'exploited',
  'public',
  'moreLikely',
  'restart',
  'knownIssues',
  'mine',
] as const

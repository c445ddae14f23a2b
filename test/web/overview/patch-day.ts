import type { Overview } from '../../../src/contract/overview.ts'

const release = { release: '2025-06' }
const figure = (count: number, more: object = {}, median: number | null = null) => ({
  count,
  by: 'bulletin' as const,
  bulletins: count,
  query: { ...release, ...more },
  median,
})
const severities = { 1: 35, 2: 17, 3: 0, 4: 0, unrated: 28 }
const server = { id: 'windows-server-2022', label: { en: 'Windows Server 2022' } }
const client = { id: 'windows-10.22h2.x64', label: { en: 'Windows 10 Version 22H2 for x64-based Systems' } }
const toInstall = { ...release, mine: 'to-install' }
const fix = (id: string, left: number, of: number, platform: typeof server): Overview['actNow']['fixes'][number] => ({
  id,
  title: { en: `Security update ${id}` },
  severity: 1,
  urgency: 'immediate',
  due: {
    on: '2025-06-24',
    rule: { by: 'table', urgency: 'immediate', environment: 'server', days: 14 },
    first: '2025-06-10',
    left: -1,
  },
  exploit: 'exploited',
  disclosure: 'private',
  exploitedBy: ['kev'],
  exploited: ['CVE-2025-33053'],
  public: [],
  moreLikely: [],
  restart: 'required',
  vulnerabilities: 38,
  platforms: [platform],
  machines: { applied: of - left, of },
  tests: { passed: 1 },
  untested: 0,
  knownIssues: 0,
  triage: 'deploying',
  assignee: null,
})
const onPlatform = (
  platform: typeof server,
  id: string,
  applied: number,
  of: number,
): Overview['platforms'][number] => ({
  ...platform,
  machines: of,
  install: [
    { id, severity: 1, build: '10.0.20348.3807', machines: { applied, of }, triage: 'deploying', isOfRelease: true },
  ],
  installCount: 1,
  alternatives: [],
  alternativeCount: 0,
  contained: [],
  containedCount: 0,
  apps: [],
  affected: { count: 2, query: { ...release, platform: platform.id } },
})
const curve = (consoles: number, minutes: number) => ({
  consoles,
  points: [
    { machines: 1, minutes: 0, low: 0, high: 0 },
    { machines: 75, minutes, low: minutes / 2, high: minutes * 2 },
  ],
})

/** What the service answers of a made-up patch day, two weeks later. */
export const patchDay: Overview = {
  today: '2025-06-25',
  state: 'to-do',
  machines: 160,
  release: {
    key: '2025-06',
    publisher: 'Microsoft',
    month: '2025-06',
    patchTuesday: '2025-06-10',
    outOfBand: [],
    publishedOn: '2025-06-10',
    updatedOn: '2025-06-23',
    count: 80,
    severities,
    query: release,
    daysSince: 15,
    previous: '2025-04',
    following: null,
    nextPatchTuesday: { on: '2025-07-08', daysLeft: 13 },
  },
  months: [
    { month: '2025-04', key: '2025-04', severities, isOutOfBand: true },
    { month: '2025-05', key: null, severities: null, isOutOfBand: false },
    { month: '2025-06', key: '2025-06', severities, isOutOfBand: false },
  ],
  sentence: [
    { code: 'to-install', count: 2, query: toInstall },
    { code: 'overdue', count: 1, query: { ...toInstall, due: 'overdue' }, machines: 3, days: 1 },
    { code: 'left', machines: 75 },
  ],
  figures: {
    fixes: figure(80, {}, 73),
    vulnerabilities: figure(137, {}, 104),
    exploited: { ...figure(2, { exploit: 'exploited' }, 3), by: 'vulnerability', bulletins: 16 },
    public: figure(0, { disclosure: 'public' }, 2),
    moreLikely: figure(9),
    restart: figure(33, { restart: 'required' }),
    knownIssues: figure(11, { knownIssues: 'yes' }),
    mine: figure(14, { mine: 'affected' }),
  },
  actNow: {
    fixes: [fix('KB5060526', 3, 60, server), fix('KB5060533', 72, 100, client)],
    count: 2,
    query: toInstall,
    unassigned: { count: 2, query: { ...toInstall, assignee: 'nobody' } },
    overdue: { count: 1, query: { ...toInstall, due: 'overdue' } },
  },
  platforms: [onPlatform(client, 'KB5060533', 28, 100), onPlatform(server, 'KB5060526', 57, 60)],
  platformCount: 2,
  tests: {
    editions: [
      {
        edition: 'Standard',
        platform: server,
        machines: 60,
        fixes: [{ id: 'KB5060526', outcome: 'passed' }],
        count: 1,
      },
      { edition: null, platform: client, machines: 100, fixes: [{ id: 'KB5060533', outcome: null }], count: 1 },
    ],
    editionCount: 2,
    tested: 1,
    of: 2,
    issues: [
      {
        bulletin: 'KB5060533',
        id: 'KB5060533',
        title: { en: 'A measuring program does not start' },
        platforms: [client],
        workaround: 'no',
        on: null,
      },
    ],
    issueCount: 1,
    unreadCount: 2,
  },
  due: [
    { bucket: 'overdue', count: 1, query: { ...toInstall, due: 'overdue' }, left: 3 },
    { bucket: '3', count: 1, query: { ...toInstall, due: '0-3' }, left: 72 },
  ],
  plans: [],
  rollout: { machines: 160, patched: 85, curves: [curve(1, 120), curve(2, 60), curve(4, 30)], isAssumed: true },
  changes: {
    since: 3,
    last: 9,
    classes: [
      {
        kind: 'known-issue-added',
        count: 1,
        query: { ...release, changed: 'known-issue-added' },
        at: '2025-06-20T08:00:00Z',
        bulletin: 'KB5060533',
        title: { en: 'Security update KB5060533' },
        change: null,
      },
    ],
    others: 2,
    count: 3,
    query: { ...release, changedSince: '3' },
  },
  data: { readAt: '2025-06-25T00:10:00Z', sources: [], off: 6 },
}

import { addOverviewMessages, type OverviewMessages } from './messages.ts'

const plural = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

const overviewMessagesEn: OverviewMessages = {
  previous: 'Previous month',
  following: 'Next month',
  sincePublished: (days) =>
    days < 0
      ? `In ${plural(-days, 'day', 'days')}`
      : days === 0
        ? 'Published today'
        : `Published ${plural(days, 'day', 'days')} ago`,
  updated: (day) => `last updated ${day}`,
  outOfBand: (days) => `out of band ${days}`,
  noOutOfBand: 'nothing out of band',
  next: (day, left) =>
    `next Patch Tuesday ${day}${left === 0 ? ', today' : left === 1 ? ', tomorrow' : `, in ${left} days`}`,

  toInstall: (n) => ['', plural(n, 'fix', 'fixes'), ' to install. '],
  overdueAll: (n, days, isOne) => [
    '',
    n === '1' ? 'The one machine left' : `All ${n} machines left`,
    `${n === '1' ? ' is' : ' are'} overdue, by ${isOne ? '' : 'up to '}${plural(days, 'day', 'days')}. `,
  ],
  overdue: (n, days, isOne) => [
    '',
    `${n} ${n === '1' ? 'machine' : 'machines'}`,
    `${n === '1' ? ' is' : ' are'} overdue by ${isOne ? '' : 'up to '}${plural(days, 'day', 'days')}, `,
  ],
  left: (n) => `${n} ${n === '1' ? 'machine' : 'machines'} left. `,
  allDone: (day) => (day === null ? 'Nothing to install. ' : `Nothing to install: all done on ${day}. `),
  nextRelease: (day) => `The next Patch Tuesday is ${day}. `,
  noFleet: ['', 'Enter your fleet', ' to see what is to be installed. '],
  noRelease: 'No release has been imported yet. Three steps to start:',
  inAll: (n, overdue) => [
    'With all other months, ',
    plural(n, 'fix', 'fixes'),
    `${n === 1 ? ' is' : ' are'} open${overdue === 0 ? '' : `, ${overdue} of them overdue`}. `,
  ],

  medianHead: 'Median of the 12 months before',
  median: (n) => `median ${n}`,
  figure: {
    fixes: (n) => ['', n, n === '1' ? ' fix' : ' fixes'],
    vulnerabilities: (n) => ['', n, n === '1' ? ' vulnerability' : ' vulnerabilities'],
    exploited: (n) => ['', n, ' exploited'],
    public: (n) => ['', n, ' public'],
    moreLikely: (n) => ['', n, ' more likely to be exploited'],
    restart: (n) => ['', n, n === '1' ? ' needs a restart' : ' need a restart'],
    knownIssues: (n) => ['', n, ' with known issues'],
    mine: (n, machines) => ['', n, ` for your ${machines} machines`],
  },

  actNow: 'Act now',
  actNowNote: (n, mine) =>
    mine === null ? plural(n, 'fix', 'fixes') : `${n} to install, of ${mine} for your machines`,
  mostUrgent: 'Most urgent first',
  unassigned: (n) => `${n} unassigned`,
  overdueCount: (n) => `${n} overdue`,
  alerts: (n) => (n === 1 ? '1 alert' : `All ${n} alerts`),
  inAlerts: (n) => (n === 1 ? 'in 1 alert' : `in ${n} alerts`),
  more: (n) => `${n} more`,
  head: { due: 'Due', what: 'Fix and reason', machines: 'Machines left', tests: 'Tests', state: 'Who and status' },
  daysLeft: (days) => (days > 0 ? `${days} d left` : days === 0 ? 'Today' : `${-days} d overdue`),
  noDue: 'No due day',
  exploited: 'Exploited',
  others: (n) => `+${n}`,
  public: (n) => `${n} public`,
  moreLikely: (n) => `${n} more likely`,
  vulnerabilities: (n) => plural(n, 'vulnerability', 'vulnerabilities'),
  noRestart: 'no restart',
  left1: (left, of) => ['', left, ` of ${of} left`],
  done1: (of) => `All ${of} done`,
  tested: { failed: 'Failed', 'passed-with-issues': 'With issues', passed: 'Passed', unrecorded: 'No result' },
  knownIssues: (n) => plural(n, 'known issue', 'known issues'),
  untested: (n) => `${n} untested`,
  notToTest: 'Nothing to test',
  nobody: 'Unassigned',
  nothingToDo: 'Nothing of this release is left to install.',

  platforms: 'Your platforms',
  platformsNote: 'The framed one is what to install',
  toMatrix: 'Matrix',
  columns: { install: 'To install', alternatives: 'Alternatives', contained: 'Contained, not needed', apps: 'Apps' },
  machines: (n) => `${n} ${n === '1' ? 'machine' : 'machines'}`,
  doneOf: (done, of) => `${done} of ${of}`,
  leftOf: (n) => `${n} left`,
  affected: (n) => `${plural(n, 'fix', 'fixes')} for it`,
  upToDate: 'Nothing to install',
  morePlatforms: (n) => `${plural(n, 'platform', 'platforms')} more`,
  moreEditions: (n) => `${plural(n, 'edition', 'editions')} more`,
  noPlatforms: 'With your fleet, each platform has the one fix that it needs.',
  toFleet: 'Enter your fleet',

  tests: 'Tests',
  testsNote: (editions, of, tested, issues, unread) =>
    `${plural(editions, 'OS edition', 'OS editions')} × fixes to install: ${tested} of ${of} tested${issues === 0 ? '' : `, ${plural(issues, 'open known issue', 'open known issues')}`}${unread === 0 ? '' : `, ${plural(unread, 'known-issue page', 'known-issue pages')} unread`}`,
  noTests: 'Nothing to test.',
  toTests: 'Record results',
  outcomes: (outcome, n) => `${n} ${outcome.toLowerCase()}`,
  workaround: { yes: 'workaround', no: 'no workaround', unread: 'workaround not checked' },

  due: 'Due',
  dueNote: (n) => `${plural(n, 'fix', 'fixes')}, and the machines left`,
  toHandling: 'How we are doing',
  toPolicy: 'Due day policy',
  buckets: {
    overdue: 'Overdue',
    '3': 'Within 3 days',
    '14': '4 to 14 days',
    '60': '15 to 60 days',
    later: 'Later or none',
  },
  dueCount: (bucket, n) => `${bucket}: ${plural(n, 'fix', 'fixes')}`,

  rollout: 'Rollout',
  toPlan: 'Plan the rollout',
  patched: (of, share) => ` of ${of} machines, ${share}`,
  estimate: (machines, one, two, four) => [
    `To finish the ${machines} left: `,
    one,
    ' with 1 console, ',
    two,
    ' with 2, ',
    four,
    ' with 4.',
  ],
  assumed: 'No times of these fixes were published or measured: this is the usual curve.',
  curveOf: (machines) => `Time over machines, up to the ${machines} left`,
  consoles: (n) => plural(n, 'console', 'consoles'),
  tableMachines: 'Machines',

  changes: 'Changed since your last visit',
  since: (moment) => `since ${moment}`,
  seen: 'Mark as seen',

  data: 'Data',
  sources: (n) => plural(n, 'source', 'sources'),
  noSources: 'No source is fetched by itself',
  failing: 'failing',
  never: 'never read',
  toSources: 'Sources',

  steps: {
    import: ['Import fixes', 'Choose monthly documents of Microsoft (CVRF) or CSAF, or switch a source on.'],
    fleet: ['Enter your fleet', 'The machines of each platform decide what to install, and until when.'],
    plan: ['Plan the rollout', 'Time windows and consoles tell when it will be done.'],
  },
}

addOverviewMessages('en', overviewMessagesEn)

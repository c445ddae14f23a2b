/** What the API description says of each endpoint beyond its shapes. It is kept here, since the browser loads the endpoint table. */
import type * as z from 'zod'
import type { endpoints } from '../../contract/endpoints.ts'
import { BulletinDueConflict, KeptDueConflict } from '../../contract/due.ts'
import { HoldConflict } from '../../contract/holds.ts'
import { SubscriptionConflict } from '../../contract/notices.ts'
import { PlanConflict } from '../../contract/plans.ts'
import { WeeklyConflict } from '../../contract/weekly.ts'
import { TriageConflict } from '../../contract/triage.ts'

export type EndpointName = keyof typeof endpoints

export const tags = {
  bulletins: 'Bulletins, their platforms, vulnerabilities and earlier versions',
  publishing: 'Bulletins for other readers and tools: CSV, Atom, CSAF',
  changes: 'What has changed, and up to where you have seen it',
  triage: 'How far the team is with each bulletin, and the discussion of it',
  board: 'What people say to each other, saw outside the lab, and what concerns you',
  due: 'Until when policy wants each bulletin deployed',
  reports: 'How the team does, and the records of bulletins and plans: all from the log',
  lab: 'Test results, known issues, and go or no-go',
  fleet: 'The machines, where a fix is installed, and how long rollouts took',
  holds: 'What must not be deployed where, and what may be',
  plans: 'Kept plans: waves, gates, and how far they are',
  machines: 'The machines that report themselves, what each lacks, and attempts to install it',
  notices: 'Who is told what, where and when',
  weekly: 'HotFix Weekly: its issues, and when it comes out',
  imports: 'Documents that are brought in, and the sources that are watched',
  live: 'Changes as they happen',
  access: 'Signing in and out',
  people: 'Accounts, tokens for programs, and the audit log',
  server: 'The server itself',
} as const

export type Operation = {
  tag: keyof typeof tags
  summary: string
  description?: string
  /** The status of success where it is not 200 alone. */
  success?: readonly (200 | 201 | 302)[]
  /** Error statuses that do not follow from the endpoint itself. */
  errors?: readonly (404 | 409 | 412 | 422 | 429)[]
  /** What a lost race (412) tells beyond the usual. */
  conflict?: z.ZodType
}

const redirect = { success: [302], errors: [404, 429] } as const

export const operations: Readonly<Record<EndpointName, Operation>> = {
  listBulletins: { tag: 'bulletins', summary: 'List bulletin summaries, optionally filtered and sorted' },
  listFirstRows: {
    tag: 'bulletins',
    summary: 'List the first bulletins that a filter finds, as columns, with the platforms that they name',
    description:
      'What a list begins with while the index is loaded. For other clients `listBulletins` is easier to read.',
  },
  indexBulletins: {
    tag: 'bulletins',
    summary: 'Get all bulletin summaries as columns, whole, by parts, or those that have changed since a version',
    description:
      'What the pages load. For other clients `listBulletins` is easier to read. The rows of all parts of one `version` ' +
      'are the same bulletins in the same order. With `since` they are those that have changed after that version, and ' +
      '`removed` names those that are gone; without `since` in the answer it was too long ago, and all rows are there.',
  },
  listWeekly: {
    tag: 'weekly',
    summary: 'List the issues of a year, or those that words are found in',
    description: 'The newest first, each with its headline as the clauses that it is made of.',
  },
  feedWeekly: { tag: 'weekly', summary: 'Get the newest issues as an Atom feed' },
  viewWeeklySettings: {
    tag: 'weekly',
    summary: 'Get when issues come out',
    description: '`setWeeklySettings` expects the ETag of this answer in `If-Match`.',
  },
  setWeeklySettings: { tag: 'weekly', summary: 'Replace when issues come out', conflict: WeeklyConflict },
  previewWeekly: {
    tag: 'weekly',
    summary: 'Get the next issue as it would be now',
    description: 'Nothing is kept. Its number is the one that it would have.',
  },
  viewWeekly: { tag: 'weekly', summary: 'Get an issue, or the `latest`', errors: [404] },
  tryWeekly: { tag: 'weekly', summary: 'Send an issue to your own mail', errors: [404, 409, 429] },
  exportWeekly: { tag: 'weekly', summary: 'Get an issue as Markdown', errors: [404] },
  listReleases: {
    tag: 'bulletins',
    summary: 'List what publishers brought out together: months of Microsoft, and of other publishers',
  },
  viewOverview: {
    tag: 'bulletins',
    summary: 'See how a release is, and how far the fleet is with it',
    description:
      'Everything that is counted comes with the filter of `listBulletins` that lists exactly these bulletins. Without ' +
      '`release` it is the newest; without `since` changes count from what the person who asks has seen.',
    errors: [404],
  },
  viewHandling: {
    tag: 'reports',
    summary: 'See how long alerts take to each step, what is in time, what is overdue, and what piles up',
    description:
      'Times are in hours from when an alert was known: it came on file, or was published where that was later. An alert ' +
      'counts that is to be installed on the fleet, or that a person has set, tested or decided. It is deployed once its ' +
      'state is set to done. Fewer than three give no median, fewer than ten no 90 %.',
  },
  listHandled: {
    tag: 'reports',
    summary: 'List the alerts behind a figure of the report on handling, the one known last first',
  },
  viewRecord: {
    tag: 'reports',
    summary: 'Get the record of a bulletin: who knew, tested, decided and deployed when, and on what facts',
    description: 'All of it is from the log, oldest first. Machines are counted and not named.',
    errors: [404],
  },
  viewPlanRecord: {
    tag: 'reports',
    summary: 'Get the record of a kept plan: its history, and the record of each of its bulletins',
    description: 'The history is oldest first. Machines are counted and not named.',
    errors: [404],
  },
  searchTexts: {
    tag: 'bulletins',
    summary: 'Search the texts of bulletins and their discussion',
    description:
      'Tells where words occur beside ids, titles and platforms: files, registry keys, builds, tools, known issues, comments.',
  },
  viewBulletin: { tag: 'bulletins', summary: 'Get a bulletin' },
  viewBulletinContext: {
    tag: 'bulletins',
    summary: 'Get what is on file around a bulletin',
    description:
      'What catalogues say of its vulnerabilities, how each is attacked by its CVSS vector, what it replaces and is replaced by, and its platforms.',
  },
  listLifecycles: {
    tag: 'bulletins',
    summary: 'List the ends of support of the platforms on file, as far as they are known',
  },
  listPlatforms: { tag: 'bulletins', summary: 'List the platform tree with the number of bulletins for each platform' },
  listVulnerabilities: {
    tag: 'bulletins',
    summary: 'List all vulnerabilities with their ratings by platform, as columns',
  },
  viewVulnerability: {
    tag: 'bulletins',
    summary: 'Get a vulnerability with all that bulletins and catalogues say of it',
    description:
      'By its CVE, or of a flaw without one by `BULLETIN~FLAW`. A CVE that is in no bulletin is found where a catalogue ' +
      '(KEV, EPSS, CVE records) knows it.',
  },
  viewHistory: { tag: 'bulletins', summary: 'List the versions and events of a bulletin' },
  viewVersion: { tag: 'bulletins', summary: 'Get a version of a bulletin', description: 'The oldest is 1.' },

  listFilters: { tag: 'triage', summary: 'Get the saved filters of the person who asks, and of the team' },
  setOwnFilters: { tag: 'triage', summary: 'Set the saved filters of the person who asks' },
  setTeamFilters: { tag: 'triage', summary: 'Set the saved filters of the team' },
  listAssignees: { tag: 'triage', summary: 'List the people and teams that alerts can be assigned to' },
  viewTeams: { tag: 'people', summary: 'Get the teams that alerts can be assigned to' },
  setTeams: { tag: 'people', summary: 'Set the teams that alerts can be assigned to' },

  exportBulletins: { tag: 'publishing', summary: 'Export bulletin summaries as CSV' },
  feedBulletins: { tag: 'publishing', summary: 'Get the bulletins that were revised last as an Atom feed' },
  listPrivateFeeds: { tag: 'publishing', summary: 'List your private addresses, without their secrets' },
  viewPrivateFeed: { tag: 'publishing', summary: 'Get one of your private addresses, without its secret' },
  makePrivateFeed: {
    tag: 'publishing',
    success: [201],
    summary: 'Create a private address for a feed reader or a calendar, which cannot sign in',
    description: 'The address itself is part of this answer only. It ends with the role of its person.',
    errors: [409],
  },
  revokePrivateFeed: { tag: 'publishing', summary: 'Revoke one of your private addresses' },
  listPeopleFeeds: { tag: 'people', summary: 'List the private addresses of all people, without their secrets' },
  revokePersonFeed: { tag: 'people', summary: 'Revoke a private address of any person' },
  readPrivateFeed: {
    tag: 'publishing',
    summary: 'Get bulletins as an Atom feed by a private address',
    description: 'What may not leave the organisation (TLP:AMBER+STRICT, TLP:RED) is left out.',
    errors: [429],
  },
  readPrivateCalendar: {
    tag: 'publishing',
    summary: 'Get due days and kept plans as a calendar by a private address',
    description:
      'Entries keep their UID, SEQUENCE grows with every change, and what falls away is told as cancelled for 60 days.',
    errors: [429],
  },
  exportAdvisory: { tag: 'publishing', summary: 'Export a bulletin as a CSAF 2.0 advisory in one language' },

  listTriage: {
    tag: 'triage',
    summary: 'List the triage states that were set, or those that changed after a version',
  },
  setTriageOfMany: {
    tag: 'triage',
    summary: 'Set the triage states of many bulletins, all or nothing',
    description: 'Each change names the version that it replaces. If one of them is outdated, nothing is changed.',
    errors: [404, 412],
    conflict: TriageConflict,
  },
  viewTriage: {
    tag: 'triage',
    summary: 'Get the triage state of a bulletin',
    description: '`setTriage` expects the ETag of this answer in `If-Match`.',
  },
  setTriage: { tag: 'triage', summary: 'Set the triage state of a bulletin', conflict: TriageConflict },
  addComment: { tag: 'triage', success: [201], summary: 'Add a comment to a bulletin' },
  viewComment: { tag: 'triage', summary: 'Get a comment; its text is null once it was retracted' },
  retractComment: { tag: 'triage', summary: 'Retract one of your own comments' },

  listBoard: {
    tag: 'board',
    summary: 'List what people have said of all bulletins, the newest first',
    description:
      '`view`: all, your own, what names or answers you, what is said of bulletins that you watch, or field reports.',
  },
  listFieldReports: { tag: 'board', summary: 'List what was seen outside the lab, oldest first' },
  viewFieldReport: { tag: 'board', summary: 'Get a field report' },
  countFieldReports: {
    tag: 'board',
    summary: 'Count the field reports of each bulletin: on how many machines it works, and on how many it broke',
  },
  addFieldReport: { tag: 'board', success: [201], summary: 'Report that a fix works, or broke something, on machines' },
  takeBackFieldReport: { tag: 'board', summary: 'Take back one of your own field reports' },
  listWatches: { tag: 'board', summary: 'List the bulletins that you watch' },
  setWatch: { tag: 'board', summary: 'Watch a bulletin, or watch it no longer' },
  viewConcerns: {
    tag: 'board',
    summary: 'Get what concerns you, the newest first, and how much of it is unread',
    description:
      'What is assigned to you, names you or answers you, due days of yours that are near or over, gates of your plans ' +
      'that keep a wave, and what has happened to bulletins that you watch. What you do yourself is not among it.',
  },
  setRead: {
    tag: 'board',
    summary: 'Say up to where you have read what concerns you',
    description: 'Send `upTo` of what you have read. It never goes back.',
  },
  viewMyWork: {
    tag: 'board',
    summary: 'Get what is open and assigned to you, and what is urgent and assigned to nobody, by due day',
  },
  handOver: {
    tag: 'triage',
    summary: 'Assign a bulletin to a person or team, with a note',
    description: 'One write: the assignee, and the note in the history.',
    conflict: TriageConflict,
  },

  listDue: {
    tag: 'due',
    summary: 'List the due days of what is to be installed',
    description:
      'Of every bulletin that is to be installed on the fleet or, without a fleet, that nothing on file replaces; whatever its triage state.',
  },
  viewDueCalendar: {
    tag: 'due',
    summary: 'Get the due days of the bulletins that a filter finds as a calendar file, one entry a day',
  },
  viewDuePolicy: {
    tag: 'due',
    summary: 'Get the policy that due days come from',
    description: '`setDuePolicy` expects the ETag of this answer in `If-Match`.',
  },
  setDuePolicy: { tag: 'due', summary: 'Replace the policy of due days', conflict: KeptDueConflict },
  previewDuePolicy: {
    tag: 'due',
    summary: 'Tell what another policy would change',
    description: 'Nothing is saved. What is done or not applicable is left out.',
  },
  viewBulletinDue: {
    tag: 'due',
    summary: 'Get the due day of a bulletin, with the rules and facts that it comes from',
    description: '`extendDue` expects the ETag of this answer in `If-Match`.',
  },
  extendDue: {
    tag: 'due',
    summary: 'Move the due day of a bulletin to a later one, or renew that',
    description: 'The exception ends by itself with its day; the first day is kept.',
    conflict: BulletinDueConflict,
  },
  endDueException: { tag: 'due', summary: 'End the exception of a bulletin before its day', errors: [404] },
  listChanges: {
    tag: 'changes',
    summary: 'List what has changed, newest first, or what has changed after an event',
    description: 'Changes that need no notice, such as of links, are left out. `kind` finds events with such a change.',
  },
  lastChanges: {
    tag: 'changes',
    summary: 'Get the last change of each kind for every bulletin',
    description: 'What the pages load. Bulletins that changed at one moment in one way are together.',
  },
  setSeen: {
    tag: 'changes',
    summary: 'Say up to which event you have seen the changes',
    description: 'It never goes back. Where nobody signs in, each browser keeps this by itself.',
    errors: [404],
  },

  listLabReports: { tag: 'lab', summary: 'List the test results and known issues of all bulletins that have any' },
  viewTestGrid: {
    tag: 'lab',
    summary: 'Get what is to be tested of a release on each OS edition, and how that went',
    description:
      'The OS editions are those of the fleet or, without a fleet, the platforms of the release. Without `release` it is the newest one.',
  },
  viewChecklist: {
    tag: 'lab',
    summary: 'Get what the lab tries in every test',
    description: '`setChecklist` expects the ETag of this answer in `If-Match`.',
  },
  setChecklist: { tag: 'lab', summary: 'Replace what the lab tries in every test' },
  listRecordedTests: {
    tag: 'lab',
    summary: 'List the recorded test results of a bulletin, oldest first',
    description: 'Includes results that were corrected later.',
  },
  recordTest: { tag: 'lab', success: [201], summary: 'Record a test result, or correct an earlier one', errors: [412] },
  setIssueState: { tag: 'lab', summary: 'Resolve or reopen a known issue', errors: [412] },
  decide: {
    tag: 'lab',
    success: [201],
    summary: 'Sign go or no-go for a bulletin',
    description: 'Refused with 412 if something relevant has happened after the event named by `seen`.',
    errors: [412],
  },

  viewRecordedTest: { tag: 'lab', summary: 'Get a recorded test result' },
  viewDecision: { tag: 'lab', summary: 'Get a signed go or no-go' },

  viewMachineCounts: {
    tag: 'machines',
    summary: 'Count the machines that report themselves',
  },
  listMachines: {
    tag: 'machines',
    summary: 'List the machines that report themselves, with the fixes that each lacks and why',
    description:
      'By name. `notSeenFor` is a number of days; machines of which nothing was ever reported are among these.',
  },
  listMachineFixes: {
    tag: 'machines',
    summary: 'Export which machine lacks which fix as CSV',
    description:
      'A line for each machine and each fix that is to be installed on it and that it does not have in full.',
  },
  viewMachine: {
    tag: 'machines',
    summary: 'Get a machine with all fixes of its platform, and the attempts to install them',
  },
  deleteMachine: {
    tag: 'machines',
    summary: 'Delete a machine, and its name from all reports',
  },
  forgetMachine: {
    tag: 'machines',
    summary: 'Delete all that is known under the name of a machine',
    description: 'Also where only a verification script has reported it.',
    errors: [404],
  },
  setRetention: {
    tag: 'machines',
    summary: 'Set after how many days without a report machines are deleted',
  },
  reportAttempts: {
    tag: 'machines',
    summary: 'Report attempts to install or remove fixes',
    description: 'Each attempt counts once, however often it is sent. A machine that is not on file is added.',
  },
  viewFleet: {
    tag: 'fleet',
    summary: 'Get the machines by platform',
    description: '`setFleet` expects the ETag of this answer in `If-Match`.',
  },
  setFleet: { tag: 'fleet', summary: 'Replace the whole fleet' },
  previewInventory: {
    tag: 'fleet',
    summary: 'See what a file of an inventory or deployment tool would change, without changing it',
    description:
      'Intune, Configuration Manager or WSUS, Get-HotFix, Get-ComputerInfo, systeminfo, Windows Update history, osquery, a ' +
      'plain CSV, or what our own script prints: recognised by what it holds.',
    errors: [429],
  },
  takeInventory: {
    tag: 'fleet',
    summary: 'Take over the machines of such a file, all or none of them',
    description:
      'With a line that cannot be read it is refused, and each such line is told, unless `leaveOut` leaves the machines of ' +
      'these lines out. What is sent again changes nothing.',
    errors: [422, 429],
  },
  viewPlatformFixes: {
    tag: 'fleet',
    summary: 'Get the fix that brings a platform up to date, its alternatives, and what it contains',
    description: 'For each product that the platform may be, by product lines, with the reason and what is doubtful.',
    errors: [404],
  },
  listBulletinFixes: {
    tag: 'fleet',
    summary: 'List what a bulletin is on each platform of the fleet: to install, an alternative, or contained',
    description: 'Without a fleet on file: on each platform that it is for.',
  },
  viewFleetProgress: { tag: 'fleet', summary: 'Count the machines that have what is to be installed' },
  viewFleetFixes: { tag: 'fleet', summary: 'Get all fixes of the fleet, by bulletin and platform' },
  viewCoverage: { tag: 'fleet', summary: 'List the machines that were checked for a fix' },
  reportCoverage: {
    tag: 'fleet',
    summary: 'Report the output of the verification script',
    description: 'At most 10,000 machines. A later report of a machine replaces an earlier one.',
  },
  listRollouts: { tag: 'fleet', summary: 'List the measured rollouts, oldest first' },
  recordRollout: { tag: 'fleet', success: [201], summary: 'Record how long a rollout of a bulletin took' },
  viewRollout: { tag: 'fleet', summary: 'Get a measured rollout' },
  withdrawRollout: { tag: 'fleet', summary: 'Withdraw a measured rollout' },

  listHolds: {
    tag: 'holds',
    summary: 'List what must not be deployed now, and on which machines',
    description:
      'Those in force today, the one that ends first at the start. Without a query it is all that a deployment tool needs; ' +
      'with `bulletin`, `platform` and `role` it lists what forbids that fix there.',
  },
  setHold: { tag: 'holds', success: [201], summary: 'Set a hold', errors: [404] },
  viewHold: {
    tag: 'holds',
    summary: 'Get a hold',
    description: '`renewHold` and `endHold` expect the ETag of this answer in `If-Match`.',
  },
  renewHold: {
    tag: 'holds',
    summary: 'Renew a hold until another day',
    description:
      'Who has set it and when is kept, and renewals are counted. One that a person has ended is not renewed.',
    errors: [409],
    conflict: HoldConflict,
  },
  endHold: { tag: 'holds', summary: 'End a hold before its last day', errors: [409], conflict: HoldConflict },
  listDeployments: {
    tag: 'holds',
    summary: 'List what is to be installed on each platform of the fleet: approve, or hold and why',
    description:
      'A fix is approved where go was signed, no hold is on it, and no test has failed there since. Empty without a fleet.',
  },
  exportDeployments: { tag: 'holds', summary: 'Export the same as CSV, a row for each fix and platform' },
  listPlans: { tag: 'plans', summary: 'List the kept plans, the one changed last first' },
  keepPlan: {
    tag: 'plans',
    success: [201],
    summary: 'Keep a plan',
    description:
      '`inputs` is the text after `plan=` in the link of a draft. Without `waves` they are a pilot, clients, servers, and domain controllers last.',
  },
  viewPlan: {
    tag: 'plans',
    summary: 'Get a plan with its gates, what was planned and done, and what is to be expected',
    description: 'Its ETag is what `changePlan`, `setPlanState` and `openGate` expect in `If-Match`.',
  },
  changePlan: {
    tag: 'plans',
    summary: 'Change a plan',
    description: 'With other inputs or waves it is a draft again, and asks for another approval.',
    errors: [409],
    conflict: PlanConflict,
  },
  setPlanState: {
    tag: 'plans',
    summary: 'Approve, start, stop or finish a plan',
    errors: [409],
    conflict: PlanConflict,
  },
  openGate: {
    tag: 'plans',
    summary: 'Open a gate that waits or is stopped, or take that back',
    errors: [409],
    conflict: PlanConflict,
  },
  countPlan: {
    tag: 'plans',
    summary: 'Record how many machines of a wave are done, counted by hand',
    description: 'A count replaces an earlier one of the same wave and moment.',
    errors: [409],
  },
  viewPlanCalendar: {
    tag: 'plans',
    summary: 'Get the sessions and maintenance windows of a plan as a calendar file',
    description:
      'An entry keeps its UID when it moves, and its SEQUENCE grows; what falls away is told as cancelled for 60 days.',
  },
  viewPlanHistory: { tag: 'plans', summary: 'List what has happened to a plan, newest first' },

  listChannels: { tag: 'notices', summary: 'List where notices go: your own channels, and those of the teams' },
  viewChannel: { tag: 'notices', summary: 'Get a channel' },
  addChannel: {
    tag: 'notices',
    success: [201],
    summary: 'Add your own mail address, or a channel of a team',
    description:
      'Channels of teams take the role admin. A mail address is confirmed by a link that is sent there first. The address ' +
      'of a receiver is a secret: only its host is told again. `secret`, by which a receiver of webhooks knows that a ' +
      'notice is ours (Standard Webhooks), is part of this answer only.',
    errors: [409],
  },
  removeChannel: { tag: 'notices', summary: 'Remove a channel that no subscription has', errors: [409] },
  setChannelState: {
    tag: 'notices',
    summary: 'Stop a channel, or have it used again',
    description: 'A mail address that is used again is confirmed once more.',
  },
  testChannel: { tag: 'notices', summary: 'Send a test to a channel', errors: [409] },
  resendConfirmation: {
    tag: 'notices',
    summary: 'Send the link that confirms a mail address once more',
    description: 'The link that was sent before counts no more.',
    errors: [409],
  },
  confirmAddress: {
    tag: 'notices',
    summary: 'Confirm a mail address by the secret of the link',
    errors: [404],
  },
  reportBounce: {
    tag: 'notices',
    summary: 'Report that mail to an address comes back for good',
    description: 'For mail systems, by a token. Every channel of the address is stopped, and its owner is told.',
  },
  listSubscriptions: { tag: 'notices', summary: 'List your own subscriptions, and those of the teams' },
  viewSubscription: { tag: 'notices', summary: 'Get a subscription' },
  addSubscription: {
    tag: 'notices',
    success: [201],
    summary: 'Subscribe to what a filter finds, to your own mail or to a channel of a team',
    description: 'Subscriptions of teams take the role analyst.',
    errors: [409],
  },
  previewSubscription: {
    tag: 'notices',
    summary: 'See what a subscription would have sent',
    description:
      'From the events of the last 90 days, the last 20,000 at most, by how everything is now. Nothing is kept, and its ' +
      'channel need not be there.',
  },
  changeSubscription: { tag: 'notices', summary: 'Change a subscription', conflict: SubscriptionConflict },
  removeSubscription: { tag: 'notices', summary: 'Remove a subscription', conflict: SubscriptionConflict },
  setSubscriptionState: { tag: 'notices', summary: 'Pause a subscription, or have it sent again' },
  testSubscription: { tag: 'notices', summary: 'Send a test to the channel of a subscription', errors: [409] },
  listNotices: {
    tag: 'notices',
    summary: 'List what was sent, to whom and when, and what came back',
    description:
      'The newest first, by pages of 100 unless `limit` says otherwise: your own, and those of teams. With `failing=yes` ' +
      'only those that are to be tried again, or were given up. They are kept for 400 days.',
  },
  viewNoticeHealth: {
    tag: 'notices',
    summary: 'See how well notices have arrived in the last 30 days, by kind of channel',
  },
  openUnsubscribe: {
    tag: 'notices',
    success: [302],
    summary: 'Lead to the page that ends a subscription',
    description: 'For mail programs that open the address in place of posting to it. It ends nothing.',
  },
  unsubscribe: {
    tag: 'notices',
    summary: 'End a subscription by the link of its notices (RFC 8058)',
    description: 'The body may be `List-Unsubscribe=One-Click`, as a form. Only this subscription ends.',
  },

  importDocument: {
    tag: 'imports',
    summary: 'Import a document',
    description: 'A monthly CVRF document of Microsoft, a CSAF advisory, the KEV catalogue, or bulletins in JSON.',
    errors: [422],
  },
  listImports: { tag: 'imports', summary: 'List the last hundred imports that changed something, newest first' },
  undoImport: {
    tag: 'imports',
    summary: 'Undo an import',
    description: 'What it added is removed, what it replaced returns. Triage, comments and test results are kept.',
    errors: [409],
  },
  listSources: { tag: 'imports', summary: 'List the watched sources and their last run' },
  viewSource: { tag: 'imports', summary: 'Get a watched source' },
  addSource: { tag: 'imports', success: [201], summary: 'Add a source' },
  changeSource: { tag: 'imports', summary: 'Change a source, or switch it on or off' },
  removeSource: {
    tag: 'imports',
    summary: 'Remove a source that was added',
    description: 'The bulletins it brought are kept unless `contents=remove`. What the team recorded is always kept.',
  },
  countSourceContents: { tag: 'imports', summary: 'Count what a source has brought' },
  fetchSource: {
    tag: 'imports',
    summary: 'Start fetching a source now',
    description: 'The answer does not wait for the end.',
  },

  viewBackups: { tag: 'server', summary: 'Get how backups on the schedule go' },
  makeBackup: {
    tag: 'server',
    summary: 'Start a backup now',
    description: 'The answer does not wait for the end. While one is under way none is started.',
    errors: [409],
  },

  watchEvents: {
    tag: 'live',
    summary: 'Stream changes as server-sent events',
    description: 'Events are `changes`, and `alive` every 20 seconds.',
    errors: [429],
  },

  viewMe: { tag: 'access', summary: 'Get who you are and your role' },
  signIn: {
    tag: 'access',
    summary: 'Sign in with a local account',
    description: 'The answer sets the session cookie. 404 where people sign in another way.',
    errors: [404],
  },
  signOut: { tag: 'access', summary: 'End the session' },
  setOwnPassword: {
    tag: 'access',
    summary: 'Change your own password',
    description: 'Ends all your other sessions.',
    errors: [404],
  },
  proveSession: {
    tag: 'access',
    summary: 'Show by your password that it is still you who uses the session',
    description: 'For ten minutes people, tokens and channels may be changed then.',
    errors: [404],
  },
  listSignIns: {
    tag: 'access',
    summary: 'List the browsers in which you are signed in: the one that asks, then the one last used',
  },
  endOtherSignIns: { tag: 'access', summary: 'End all your sessions but the one that asks' },
  endSignIn: { tag: 'access', summary: 'End one of your sessions', errors: [404] },
  beginOpenId: { tag: 'access', summary: 'Redirect the browser to the OpenID provider', ...redirect },
  finishOpenId: { tag: 'access', summary: 'Receive the browser from the OpenID provider', ...redirect },

  listPeople: { tag: 'people', summary: 'List the people who may sign in' },
  setPerson: {
    tag: 'people',
    summary: 'Add an account, or change its role or password',
    success: [200, 201],
    description: 'Ends the sessions of that person.',
  },
  removePerson: {
    tag: 'people',
    summary: 'Remove a person',
    description: 'Ends their sessions. What they did stays in the history.',
  },
  viewPerson: { tag: 'people', summary: 'Get a person' },
  viewToken: { tag: 'people', summary: 'Get an API token, without its secret' },
  listTokens: { tag: 'people', summary: 'List the API tokens' },
  addToken: {
    tag: 'people',
    success: [201],
    summary: 'Create an API token',
    description: 'The token itself is part of this answer only.',
  },
  revokeToken: { tag: 'people', summary: 'Revoke an API token' },
  listAudit: { tag: 'people', summary: 'List the audit log, newest first, 200 entries at a time' },

  describeApi: { tag: 'server', summary: 'Get this description' },
  viewHealth: { tag: 'server', summary: 'Check that the server is running' },
  viewReadiness: { tag: 'server', summary: 'Check that the database can be reached' },
  viewMetrics: {
    tag: 'server',
    summary: 'Get the figures of the server in OpenMetrics',
    description:
      'For a token of any role, or without one on the machine of the server, where it listens on that alone, no proxy is in front and `PUBLIC_URL` is not set.',
    errors: [404],
  },
}

import type { AlertsMessages } from './messages.ts'
import { plural } from '../i18n/format.ts'

export const alertsMessagesEn: AlertsMessages = {
  title: (shown) => plural(shown, 'alert'),
  of: (all) => `of ${all}`,
  all: (all) => `All ${all} on file`,
  updated: (day) => `updated ${day}`,
  whyFirst: 'Why first',
  why: { ransomware: 'Used by ransomware', public: 'Publicly disclosed', 'more-likely': 'Exploitation more likely' },
  exploitedBy: (by) => `Exploited (${by})`,
  overdue: (days) => plural(days, 'day overdue', 'days overdue'),
  dueOn: (day) => `due ${day}`,
  machines: (n) => plural(n, 'machine'),
  elsewhere: (severity) => `${severity} elsewhere`,
  impact: 'Impact',
  restart: 'Restart',
  environments: 'Applies to',
  vulnerabilities: 'CVEs',
  count: (n) => `${n}`,
  platforms: 'Affected platforms',
  tests: 'Lab tests',
  testsDone: (n) => plural(n, 'OS', 'OSes'),
  knownIssues: (n) => plural(n, 'known issue'),
  unreadIssues: (n) => plural(n, 'known-issue page unread', 'known-issue pages unread'),
  rollout: (machines, consoles) => `${plural(machines, 'machine')}, ${plural(consoles, 'console')}:`,
  onChosen: 'On the chosen platforms',
  select: (id) => `Select ${id}`,
}

/** What calendars say. */
const ja = {
  /** The name of the calendar of one plan. */
  plan: (name: string) => `適用計画 ${name}`,
  due: '期限',
  list: '、',
  machines: (count: string) => `${count} 台`,
  consoles: (count: number) => `コンソール ${count} 台`,
  owner: (name: string) => `担当 ${name}`,
  ticket: (number: string) => `変更番号 ${number}`,
  states: { draft: '下書き', approved: null, running: null, stopped: '中断', finished: null },
  marked: (title: string, mark: string) => `${title}（${mark}）`,
  session: (wave: string, plan: string, machines: string) => `${wave} ${plan} ${machines}`,
  window: (plan: string) => `メンテナンス時間帯 ${plan}`,
  dueTitle: (ids: string, others: number, isExploited: boolean) =>
    `期限${isExploited ? '（KEV）' : ''} ${ids}${others > 0 ? ` ほか ${others} 件` : ''}`,
  andMore: (n: number) => `ほか ${n} 件`,
}

const en: typeof ja = {
  plan: (name) => `Plan ${name}`,
  due: 'Due days',
  list: ', ',
  machines: (count) => (count === '1' ? '1 machine' : `${count} machines`),
  consoles: (count) => (count === 1 ? '1 console' : `${count} consoles`),
  owner: (name) => `Owner ${name}`,
  ticket: (number) => `Change ${number}`,
  states: { draft: 'draft', approved: null, running: null, stopped: 'stopped', finished: null },
  marked: (title, mark) => `${title} (${mark})`,
  session: (wave, plan, machines) => `${wave}: ${plan}, ${machines}`,
  window: (plan) => `Maintenance window: ${plan}`,
  dueTitle: (ids, others, isExploited) =>
    `Due${isExploited ? ' (KEV)' : ''}: ${ids}${others > 0 ? ` and ${others} more` : ''}`,
  andMore: (n) => `and ${n} more`,
}

export const calendarWords = { ja, en }

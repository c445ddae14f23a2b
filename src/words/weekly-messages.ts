/** What HotFix Weekly says beside the words of the contract. */
import { monthName, releaseName } from './releases.ts'

const ja = {
  number: (number: number) => `第 ${number} 号`,
  next: '次の号（見本）',
  join: '',
  /** Between facts of a line. */
  dot: ' ・ ',
  comma: '、',
  release: (key: string, month: string, isMicrosoft: boolean, year: string) =>
    isMicrosoft
      ? month.startsWith(year)
        ? `${Number(month.slice(5))}月の定例`
        : `${monthName(month, 'ja')}の定例`
      : releaseName(key, 'ja'),
  clause: {
    release: (name: string, count: number, own: number | null, exploited: number, more: number) =>
      `${name} ${count} 件${own === null ? '' : own === 0 ? '、自社に関わるものなし' : `、うち自社 ${own} 件`}${
        exploited === 0 ? '' : `、悪用を確認 ${exploited} 件`
      }${more === 0 ? '' : `。ほかに ${more} か月分を取り込み`}。`,
    exploited: (count: number) => `自社に関わる ${count} 件で悪用を確認。`,
    overdue: (count: number, machines: string | null) =>
      machines === null ? `期限超過 ${count} 件。` : `期限超過 ${count} 件、${machines} 台。`,
    left: (machines: string) => `残り ${machines} 台。`,
    gate: (plan: string, wave: string, openBy: string, finish: string | null) =>
      finish === null
        ? `「${plan}」は ${openBy} までに「${wave}」のゲートを開ける必要がある。`
        : `${openBy} までに「${wave}」のゲートを開ければ、「${plan}」は ${finish} に終わる。`,
    finish: (plan: string, finish: string) => `「${plan}」は ${finish} に終わる見込み。`,
    done: (name: string | null, machines: string) =>
      `${name === null ? '' : `${name}は `}${machines} 台すべて適用済み。`,
    new: (count: number) => `自社に関わる新しい修正 ${count} 件。`,
    escalated: (count: number) => `急ぎに変わったもの ${count} 件。`,
    due: (count: number, machines: string | null) =>
      machines === null ? `7 日以内の期限 ${count} 件。` : `7 日以内の期限 ${count} 件、${machines} 台。`,
    quiet: (others: number, hasFleet: boolean) =>
      others === 0 ? '静かな週。' : `静かな週、${hasFleet ? '自社に関わらない' : '急がない'}変更 ${others} 件。`,
  },
  scope: (machines: string, versions: number) =>
    `自社の ${versions} プラットフォーム ${machines} 台に関わることを先に、ほかは件数だけ。`,
  noFleet: '台数が登録されていないため、すべてを対象としている。',
  span: (from: string, to: string, zone: string) => `対象は ${from} から ${to} (${zone})。`,
  late: (at: string) => `期限と進みは ${at} 現在。`,
  empty: (next: string) => `変わったことも、7 日以内の期限もない。次の定例は ${next}。`,
  nothing: 'なし。',
  count: (count: number) => `${count} 件`,
  more: (count: number) => `ほか ${count} 件。`,
  withheld: (count: number) => `公開範囲 (TLP) の定めにより、ここには載せないもの ${count} 件。`,
  platforms: (names: string, more: number) => (more === 0 ? names : `${names} ほか ${more} プラットフォーム`),
  new: {
    title: '新着',
    note: (own: number, next: string) => `${own} 件 ・ 次の定例は ${next}`,
    none: (hasFleet: boolean): string => (hasFleet ? '自社に関わる新しい修正はない。' : '新しい修正はない。'),
    contained: (count: number) => `自社に及び、入れるものに含まれる修正 ${count} 件。`,
    others: (count: number, urgent: number) =>
      `自社にないプラットフォームでは ${count} 件${urgent === 0 ? '' : `、うち緊急適用 ${urgent} 件`}。`,
    exploited: (names: string, more: number) => `悪用を確認 ${names}${more === 0 ? '' : ` ほか ${more} 件`}`,
    vulnerabilities: (count: number) => `脆弱性 ${count} 件`,
    restart: { required: '再起動が必要', maybe: '場合により再起動', 'not-required': '再起動なし', unknown: '' },
  },
  escalated: {
    title: '急ぎに変わったもの',
    none: 'なし。',
    others: (count: number) => `自社に入れるもの以外で ${count} 件。`,
  },
  reReleased: {
    title: '再リリース',
    none: 'なし。',
    packages: '修正プログラムに変更あり',
    samePackages: '修正プログラムに変更なし',
    others: (count: number) => `自社に入れるもの以外で ${count} 件。`,
    rest: (count: number, textOnly: number, withdrawn: number) =>
      `このほかに変更のあったもの ${count} 件${textOnly === 0 ? '' : `、うち文章のみ ${textOnly} 件`}${
        withdrawn === 0 ? '' : `、取り下げ ${withdrawn} 件`
      }。`,
  },
  issues: {
    title: '既知の問題',
    note: (opened: number, closed: number, open: number) => `新しく ${opened} ・ 解消 ${closed} ・ 開いている ${open}`,
    none: '新しいものも、解消したものもない。',
    others: (count: number) => `自社に入れるもの以外で ${count} 件。`,
    closed: '解消',
    workaround: { yes: '回避策あり', no: '回避策なし', unread: '回避策は未確認' },
  },
  due: {
    title: '来週までの期限',
    note: (count: number, machines: string | null) =>
      machines === null ? `${count} 件` : `${count} 件 ・ ${machines} 台`,
    none: (until: string) => `${until} までに期限の来るものはない。`,
    left: (days: number) => (days < 0 ? `${-days} 日超過` : days === 0 ? '今日まで' : `あと ${days} 日`),
    machines: (left: string) => `${left} 台`,
    machinesOf: (left: string, of: string) => `残り ${left} / ${of} 台`,
    basis: {
      kev: (day: string) => `KEV の期日 ${day}`,
      table: (day: string) => `期限 ${day}`,
      'bod-26-04': (day: string) => `BOD 26-04 の期日 ${day}`,
      extended: (day: string) => `${day} に延長`,
    },
  },
  progress: {
    title: '適用の進み',
    note: (applied: string, of: string) => `${applied} / ${of} 台`,
    none: '入れるものがないか、台数が登録されていない。',
    machines: (applied: string, of: string) => `${applied} / ${of} 台`,
    tests: (tested: number, of: number, failed: number, withIssues: number) =>
      `適用テストは ${of} 件のうち ${tested} 件が済み${failed === 0 ? '' : `、失敗 ${failed} 件`}${
        withIssues === 0 ? '' : `、問題あり ${withIssues} 件`
      }。`,
    plan: (name: string, done: string, of: string) => `「${name}」${done} / ${of} 台`,
    finish: (at: string) => `完了の見込みは ${at}`,
    slip: (hours: string, isLate: boolean) => `計画より ${hours} ${isLate ? '遅れ' : '早い'}`,
    hours: (hours: number) => (hours < 48 ? `${hours} 時間` : `${Math.round(hours / 24)} 日`),
    stoppedPlan: '停止中',
    gate: (wave: string, state: string) => `次の「${wave}」のゲートは${state}`,
    gateState: {
      open: '開いている',
      'opened-by-hand': '人が開けた',
      waits: '前の波を待っている',
      opensAt: (at: string) => ` ${at} に開く`,
      failures: (percent: string, limit: string) => `失敗率 ${percent}% (上限 ${limit}%) で停止`,
      hold: '保留命令で停止',
      'new-issue': '新しい既知の問題で停止',
      wave: '前の波が停止したため停止',
    },
    waves: {
      pilot: '先行',
      clients: 'クライアント',
      servers: 'サーバ',
      'domain-controllers': 'ドメイン コントローラー',
    } as Readonly<Partial<Record<string, string>>>,
    wave: (number: string) => `第${number}波`,
  },
  read: '画面で読む',
  alerts: 'アラート一覧',
  archive: '過去の号',
}

const plural = (count: number | string, one: string, many: string) => `${count} ${String(count) === '1' ? one : many}`
const machines = (count: string) => plural(count, 'machine', 'machines')

const en: typeof ja = {
  number: (number) => `No. ${number}`,
  next: 'The next issue (sample)',
  join: ' ',
  dot: ' · ',
  comma: ', ',
  release: (key, month, isMicrosoft, year) => {
    if (!isMicrosoft) return releaseName(key, 'en')
    const name = monthName(month, 'en')
    return month.startsWith(year) ? name.replace(/ \d+$/, '') : name
  },
  clause: {
    release: (name, count, own, exploited, more) =>
      `${name}: ${plural(count, 'fix', 'fixes')}${own === null ? '' : own === 0 ? ', none of them ours' : `, ${own} of them ours`}${
        exploited === 0 ? '' : `, ${exploited} exploited`
      }${more === 0 ? '' : `; ${plural(more, 'other month', 'other months')} came in, too`}.`,
    exploited: (count) =>
      `${plural(count, 'alert', 'alerts')} on our machines ${count === 1 ? 'is' : 'are'} exploited now.`,
    overdue: (count, number) =>
      `${plural(count, 'fix', 'fixes')} overdue${number === null ? '' : ` on ${machines(number)}`}.`,
    left: (number) => `${machines(number)} left.`,
    gate: (plan, wave, openBy, finish) =>
      finish === null
        ? `“${plan}” needs the gate of “${wave}” open by ${openBy}.`
        : `With the gate of “${wave}” open by ${openBy}, “${plan}” ends on ${finish}.`,
    finish: (plan, finish) => `“${plan}” should end on ${finish}.`,
    done: (name, number) => `${name === null ? 'Everything' : name} is installed on ${machines(number)}.`,
    new: (count) => `${plural(count, 'new fix', 'new fixes')} for our machines.`,
    escalated: (count) => `${plural(count, 'alert', 'alerts')} more urgent.`,
    due: (count, number) =>
      `${plural(count, 'fix', 'fixes')} due within 7 days${number === null ? '' : ` on ${machines(number)}`}.`,
    quiet: (others, hasFleet) =>
      others === 0
        ? 'A quiet week.'
        : `A quiet week: ${plural(others, 'change', 'changes')}${hasFleet ? ', none of them ours' : ', none of them urgent'}.`,
  },
  scope: (number, versions) =>
    `What concerns our ${machines(number)} of ${plural(versions, 'version', 'versions')} comes first; of the rest there are only numbers.`,
  noFleet: 'No fleet is entered, so everything is told.',
  span: (from, to, zone) => `From ${from} to ${to} (${zone}).`,
  late: (at) => `What is due and done is as of ${at}.`,
  empty: (next) => `Nothing has changed, and nothing is due within 7 days. Next Patch Tuesday is ${next}.`,
  nothing: 'None.',
  count: (count) => String(count),
  more: (count) => `${count} more.`,
  withheld: (count) => `${plural(count, 'alert is', 'alerts are')} left out here, as TLP demands.`,
  platforms: (names, more) => (more === 0 ? names : `${names} and ${more} more`),
  new: {
    title: 'New',
    note: (own, next) => `${own} · next Patch Tuesday ${next}`,
    none: (hasFleet) => (hasFleet ? 'No new fixes for our machines.' : 'No new fixes.'),
    contained: (count) =>
      `${plural(count, 'fix', 'fixes')} for our machines ${count === 1 ? 'is' : 'are'} contained in what is to be installed.`,
    others: (count, urgent) =>
      `${count} for platforms that we do not have${urgent === 0 ? '' : `, ${urgent} of them immediate`}.`,
    exploited: (names, more) => `exploited: ${names}${more === 0 ? '' : ` and ${more} more`}`,
    vulnerabilities: (count) => plural(count, 'vulnerability', 'vulnerabilities'),
    restart: { required: 'restart needed', maybe: 'restart may be needed', 'not-required': 'no restart', unknown: '' },
  },
  escalated: {
    title: 'More urgent',
    none: 'None.',
    others: (count) => `${count} other than what we are to install.`,
  },
  reReleased: {
    title: 'Re-released',
    none: 'None.',
    packages: 'packages changed',
    samePackages: 'same packages',
    others: (count) => `${count} other than what we are to install.`,
    rest: (count, textOnly, withdrawn) =>
      `${plural(count, 'alert has', 'alerts have')} changed otherwise${textOnly === 0 ? '' : `, ${textOnly} in text only`}${
        withdrawn === 0 ? '' : `, ${withdrawn} withdrawn`
      }.`,
  },
  issues: {
    title: 'Known issues',
    note: (opened, closed, open) => `${opened} new · ${closed} closed · ${open} open`,
    none: 'None new, none closed.',
    others: (count) => `${count} of other fixes.`,
    closed: 'closed',
    workaround: { yes: 'workaround', no: 'no workaround', unread: 'workaround not read' },
  },
  due: {
    title: 'Due by next week',
    note: (count, number) => (number === null ? String(count) : `${count} · ${machines(number)}`),
    none: (until) => `Nothing is due until ${until}.`,
    left: (days) =>
      days < 0
        ? `${plural(-days, 'day', 'days')} overdue`
        : days === 0
          ? 'due today'
          : `${plural(days, 'day', 'days')} left`,
    machines: (left) => machines(left),
    machinesOf: (left, of) => `${left} of ${machines(of)} left`,
    basis: {
      kev: (day) => `KEV due day ${day}`,
      table: (day) => `due ${day}`,
      'bod-26-04': (day) => `BOD 26-04 due day ${day}`,
      extended: (day) => `extended to ${day}`,
    },
  },
  progress: {
    title: 'Rollout',
    note: (applied, of) => `${applied} of ${machines(of)}`,
    none: 'Nothing is to be installed, or no fleet is entered.',
    machines: (applied, of) => `${applied} of ${of}`,
    tests: (tested, of, failed, withIssues) =>
      `${tested} of ${plural(of, 'lab test', 'lab tests')} done${failed === 0 ? '' : `, ${failed} failed`}${
        withIssues === 0 ? '' : `, ${withIssues} with issues`
      }.`,
    plan: (name, done, of) => `“${name}”: ${done} of ${machines(of)}`,
    finish: (at) => `expected to end on ${at}`,
    slip: (hours, isLate) => `${hours} ${isLate ? 'behind' : 'ahead of'} plan`,
    hours: (hours) => (hours < 48 ? plural(hours, 'hour', 'hours') : plural(Math.round(hours / 24), 'day', 'days')),
    stoppedPlan: 'stopped',
    gate: (wave, state) => `the gate of “${wave}” ${state}`,
    gateState: {
      open: 'is open',
      'opened-by-hand': 'was opened by hand',
      waits: 'waits for the waves before it',
      opensAt: (at) => `opens on ${at}`,
      failures: (percent, limit) => `is stopped: ${percent}% failed (limit ${limit}%)`,
      hold: 'is stopped by a hold',
      'new-issue': 'is stopped by a new known issue',
      wave: 'is stopped, as a wave before it is',
    },
    waves: { pilot: 'Pilot', clients: 'Clients', servers: 'Servers', 'domain-controllers': 'Domain controllers' },
    wave: (number) => `Wave ${number}`,
  },
  read: 'Read it here',
  alerts: 'All alerts',
  archive: 'Archive',
}

export const weeklyWords = { ja, en }
export type WeeklyMessages = typeof ja

import type { Generated, Kysely, Transaction } from 'kysely'
import type { ChangeKind } from '../../../contract/changes.ts'
import type { Topic } from '../../../contract/events.ts'
import type { ChannelKind, NoticeOwner, noticeStates } from '../../../contract/notices.ts'

/** JSON is kept as text, so that one schema serves every engine. The big document is in a table apart from the narrow row. */
export type Tables = {
  /** `changed`: no greater than the number of the last event of the write that wrote it. */
  bulletin: { id: string; summary: string; changed: Generated<number> }
  bulletin_document: { bulletin_id: string; document: string }
  /** What a bulletin brings to install, as JSON: made from its document, so that the choice of a fix reads no documents. */
  bulletin_fix: { bulletin_id: string; facts: string }
  /**
   * What each document says of a bulletin, as it was read; the bulletin is made from its parts. `source` is the key of the
   * document, `import_id` the import that has brought it last; null where that was not kept yet, and for what ships.
   */
  bulletin_source: { bulletin_id: string; source: string; content: string; import_id: number | null }
  /** The version of a document that is on file, as JSON, and the import that has brought it. */
  document: { key: string; version: string; read_at: string; read_by: string; import_id: number }
  /**
   * What has come in: of which document (null for bulletins in our own shape), from which watched source, and to what it
   * came, as JSON. While it is held it can be undone: `before` is the row of `document` that it replaced, as JSON.
   */
  import: {
    id: Generated<number>
    at: string
    actor: string
    name: string
    kind: string
    document: string | null
    source_id: string | null
    counts: string
    before: string | null
    is_held: number
    undone_at: string | null
    undone_by: string | null
  }
  /**
   * What an import has replaced: of a document (`source`) what it said of a bulletin, or of a CVE in the catalogue of
   * exploited ones (`subject`); null where it said nothing. `was_withdrawn`: whether no document spoke of it.
   */
  replaced_source: { import_id: number; source: string; subject: string; content: string | null; was_withdrawn: number }
  /** What a bulletin was until a moment, and what has changed since; `updated_on` and `revision` are those of the document. */
  bulletin_revision: {
    id: Generated<number>
    bulletin_id: string
    until: string
    updated_on: string
    revision: string
    document: string
    changes: string
  }
  /** The addresses that are watched, and what was last known of each document there. */
  source: { id: string; settings: string; run: string }
  fetched_document: {
    source_id: string
    url: string
    updated: string | null
    etag: string | null
    last_modified: string | null
    problem: string | null
  }
  known_exploited: { cve: string; entry: string }
  /**
   * Scores of EPSS, a row for each thousand numbers of a year (`2025-33`) of the list that an import has brought; in
   * `about` is which list that is, as JSON.
   */
  epss_block: { import_id: number; block: string; content: string }
  /** What the newest record of a CVE says, as JSON, and the import that has brought it. */
  cve_record: { cve: string; record: string; import_id: number }
  /** What documents say that are no bulletins, as JSON. `subject`: the KB of a support page, or the product of a lifecycle. */
  reference_document: { key: string; kind: 'kb-page' | 'lifecycle'; subject: string; content: string }
  platform: { id: string; position: number; document: string }
  /** Ids that platforms went by before. */
  former_platform: { former_id: string; platform_id: string }
  /**
   * The texts that are searched, each once however many bulletins have it, with the index of their pairs beside them
   * (`passage_gram`, see `GramIndex`); and where they are in which bulletin. Made from bulletins and events.
   */
  passage: { id: Generated<number>; hash: string; text: string }
  bulletin_passage: { bulletin_id: string; place: string; about: string; passage_id: number }
  /** The bulletins whose texts are indexed, and the last event that the index has seen (one row). */
  indexed_bulletin: { bulletin_id: string }
  indexed_event: { last: number }
  /** Due days as they were last compared, under which setting of policy, exceptions and fleet. */
  due_day: { bulletin_id: string; on_day: string; setting: string }
  /** Filters that are kept under names, as JSON: of a person, of who works alone (`single-user`), or of the `team`. */
  filter_list: { owner: string; person_id: number | null; version: number; content: string }
  /** What happened: the history of everything, in order. */
  event: {
    id: Generated<number>
    at: string
    actor: string
    topic: Topic | 'access'
    action: string
    bulletin_id: string | null
    detail: string | null
    /** The idempotency key of its sender; null for a write that is not sent again. */
    key: string | null
    /** The import run that it belongs to; null where it is of none. */
    run_id: Generated<number | null>
  }
  /**
   * What one look at a source, one command or one document has brought in. `seen_at`: when its process has last said that
   * it is there. `last_event`: the number of the last event when it ended.
   */
  import_run: {
    id: Generated<number>
    name: string
    began_at: string
    seen_at: string
    ended_at: string | null
    last_event: number | null
  }
  /**
   * What is told to whom. `message`: the id by which a receiver knows a repetition. `once`: a key under which there is one.
   * In a `queue` one goes after the other, by `due_at`, which is null while its import run goes on. `content` is null until
   * the first attempt: then it is settled, as JSON. `leased_until`: while a server is sending it.
   */
  notice: {
    id: Generated<number>
    message: string
    once: string | null
    queue: string
    subscription_id: number | null
    name: string
    owner_kind: NoticeOwner['kind']
    owner: string
    channel_id: number
    kind: ChannelKind
    address: string
    state: (typeof noticeStates)[number]
    run_id: number | null
    not_before: string | null
    due_at: string | null
    made_at: string
    day_lines: string | null
    content: string | null
    next_at: string | null
    leased_until: string | null
    sent_at: string | null
    failures: number
  }
  /** In which notice an event is told to a subscription. `line`: as JSON, until the notice is settled. */
  notice_event: {
    subscription_id: number
    event_id: number
    subject: string
    notice_id: number
    urgency_rank: number
    line: string | null
  }
  notice_attempt: { notice_id: number; number: number; at: string; outcome: string; answer: string }
  /** Up to which event notices are made (`events`), and up to when the days of a subscription were looked at (`day 12`). */
  notice_cursor: { name: string; place: string }
  /** The kinds of change that events brought to bulletins, quiet ones left out: an index over the log. */
  bulletin_change: { event_id: number; bulletin_id: string; kind: ChangeKind }
  /** The last event whose changes a person has seen. */
  seen_change: { person_id: number; event_id: number }
  /** Which events are something that a person has said: an index over the log. `reply_to`: the event that it answers. */
  talk: {
    event_id: number
    bulletin_id: string
    actor: string
    kind: 'comment' | 'handover' | 'field-report'
    reply_to: number | null
  }
  /** Whom an event is addressed to: of a person, or of who works alone (`single-user`), as with filters. */
  addressed: {
    owner: string
    event_id: number
    reason: 'assigned' | 'mentioned' | 'replied' | 'triaged'
    person_id: number | null
  }
  /** What a person watches; `since` which event. */
  watch: { owner: string; bulletin_id: string; person_id: number | null; since: number }
  /** Up to which event, and which moment, a person has read what concerns them. */
  read_concern: { owner: string; person_id: number | null; event_id: number; at: string }
  /** How far the team is with a bulletin; `version` is the id of the event that made it so. */
  triage: { bulletin_id: string; version: number; at: string; by: string; state: string }
  /** A kept plan as it is now, as JSON: what its events add up to. `id` is the number of the event that created it. */
  plan: { id: number; content: string }
  /** Which plan an event is about: an index over the log. */
  plan_event: { event_id: number; plan_id: number }
  /**
   * Issues of HotFix Weekly: from which moment to which, after which event and up to which, and what each says, as JSON. No
   * two begin or end alike. `words`: the texts of both languages in small letters, for the search.
   */
  weekly_issue: {
    number: number
    kind: string
    from_at: string
    to_at: string
    since_event: number
    last_event: number
    made_at: string
    year: string
    content: string
    words: string
  }
  /** What was ever known of a bulletin, and since when, as JSON; of those that ship with the product nothing. */
  due_facts: { bulletin_id: string; facts: string }
  /** Who has moved the due day of a bulletin last, to when and why, as JSON. */
  due_exception: { bulletin_id: string; exception: string }
  /**
   * Machines that report. `name_key`: what names of one machine have in common. What is known of machines that are alike
   * is kept once, as JSON, by its hash.
   */
  machine: { id: Generated<number>; name_key: string; name: string; profile_id: number; last_seen: string | null }
  machine_profile: { id: Generated<number>; hash: string; facts: string }
  /** The newest report of each kind, as JSON, and since when each fix and build was seen. */
  machine_report: { machine_id: number; kind: string; content: string }
  machine_shown: { machine_id: number; content: string }
  /** What was attempted on a machine. `fix`: a KB or a bulletin. */
  attempt: { machine_id: number; fix: string; at: string; outcome: string; code: string | null }
  /**
   * Who may come in: with a password that is kept here as a hash, or by the issuer and subject of a provider. No two have
   * the same key of their names. The role is `none` for whom the provider gives none any more.
   */
  person: {
    id: Generated<number>
    name: string
    name_key: string
    role: string
    password: string | null
    subject: string | null
    last_sign_in_at: string | null
    /** Who has set the password and when, where that was another person and it has not been changed since. */
    password_set_by: string | null
    password_set_at: string | null
  }
  /** Names that people had: nobody else gets them. By the subject a person of a provider is known again. */
  former_name: { name_key: string; subject: string | null }
  /**
   * Private addresses, by the hash of their secret. `person_id` is null for who works alone; `way`: how its person signed in;
   * `content`: what it gives, as JSON.
   */
  private_feed: {
    id: Generated<number>
    hash: string
    person_id: number | null
    way: string
    content: string
    made_at: string
    last_used_at: string | null
  }
  /** What calendars were told of each entry last, as JSON: of a kept plan all the same, of due days by private address. */
  told_entry: {
    uid: string
    plan_id: number | null
    feed_id: number | null
    sequence: number
    modified_at: string
    gone_at: string | null
    fact: string
  }
  /**
   * Where notices go. `id` is the number of the event that made it. `person_id`: whose it is; null of teams, and of who
   * works alone. `target` is the whole address, of which `address` is what may be shown; `secret` signs what is sent.
   * `confirmation`: the secret of the link by which an address is confirmed before a moment.
   */
  channel: {
    id: number
    kind: string
    owner_kind: string
    owner_name: string
    person_id: number | null
    name: string
    address: string
    target: string
    secret: string | null
    language: string
    state: string
    why: string | null
    by: string
    at: string
    confirmation: string | null
    confirm_before: string | null
  }
  /**
   * What is asked for, its settings as JSON. `id` is the number of the event that made it, `version` that of its last one.
   * `unsubscribe`: the secret of the link that ends it, which every notice has.
   */
  subscription: {
    id: number
    version: number
    owner_kind: string
    owner_name: string
    person_id: number | null
    channel_id: number
    settings: string
    state: string
    by: string
    at: string
    made_by: string
    unsubscribe: string
  }
  /** Backups on the schedule: `result` as JSON; null while a server is at it, which it says by `leased_until`, or was cut off. */
  backup_run: {
    id: Generated<number>
    began_at: string
    file: string
    asked_by: string | null
    leased_until: string
    result: string | null
  }
  /**
   * Open sessions and tokens, by the hash of their secret. `id`: by what their person knows them. `address`: from where it
   * was last used. `proved_at`: when its person last showed who they are.
   */
  session: {
    hash: string
    id: string
    person_id: number
    started_at: string
    expires_at: string
    used_at: string
    way: string
    address: string | null
    browser: string | null
    system: string | null
    proved_at: string | null
  }
  token: {
    id: Generated<number>
    hash: string
    title: string
    role: string
    made_by: string
    /** Null where nobody signed in. */
    maker_id: number | null
    made_at: string
    expires_at: string
    last_used_at: string | null
  }
}

export type Db = Kysely<Tables>

/** What reads: a database, or a transaction. */
export type Reader = Pick<Db, 'selectFrom'>

/** A transaction that writes: nobody else writes until it ends. */
export type Tx = Transaction<Tables>

/** What a room of the store needs. */
export type Access = {
  /** Reads what is on file, and waits for no writer. */
  db: Reader
  /** Writes all or nothing, one after the other. A quiet write is one that no open page has to hear of. */
  write: <T>(work: (tx: Tx) => Promise<T>, how?: 'quietly') => Promise<T>
  /** For a single statement that adds nothing to the log, such as when a token was used: it waits for no writer of another server. */
  single: Db
  /** Tells the time of an event. */
  now: () => Date
}

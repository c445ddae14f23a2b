import { useState } from 'react'
import { readQuery } from '../../../domain/filter/query.ts'
import * as limits from '../../../contract/limits.ts'
import type { Channel, NoticeOwner, Subscription } from '../../../contract/notices.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { codeOf } from '../../lib/api.ts'
import { useZone } from '../../lib/clock.tsx'
import { clearSentDraft, useDraftItem } from '../../lib/drafts.ts'
import { stringifySearch } from '../../lib/search.ts'
import { Choice } from '../../ui/forms/Choice.tsx'
import { TextField } from '../../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../../ui/forms/Form.tsx'
import { focusWrong } from '../../ui/forms/focus-wrong.ts'
import { ConditionFields } from './ConditionFields.tsx'
import { subscriptionDraft, newDraft, draftOfSubscription, readDraftSettings, type SubscriptionDraft } from './draft.ts'
import { useFormMessages } from './messages.ts'
import { KindFields } from './KindFields.tsx'
import { LastNotices } from '../LastNotices.tsx'
import { useNoticeMessages } from '../messages.ts'
import { noticesLazyRoute } from '../NoticesPage.tsx'
import { OwnerFields } from './OwnerFields.tsx'
import { ofFilter, startingPoints } from './starting-points.ts'
import { useFieldRefusal } from '../refusal.ts'
import { StartFields } from './StartFields.tsx'
import { TimingFields } from './TimingFields.tsx'
import { useSettled } from './use-settled.ts'
import { useSubscriptionWords } from '../use-subscription-words.ts'
import { WhereFields } from './WhereFields.tsx'
import { useSaveSubscription } from '../writing.ts'
import styles from './SubscriptionEditor.module.css'

type Props = {
  /** The reader. */
  me: NoticeOwner
  /** The subscription as it was when the form was opened; null for a new one. */
  seen: Subscription | null
  channels: readonly Channel[]
}

/** What the page's address asks for: a filter to be told of, or a ready-made one. */
function useStart(owner: NoticeOwner, channels: readonly Channel[]): { key: string; empty: SubscriptionDraft } {
  const t = useNoticeMessages()
  const search = noticesLazyRoute.useSearch()
  const { filterNames } = useSubscriptionWords()
  const language = useLanguage()
  const zone = useZone()
  const { sort: _, ...conditions } = readQuery(search)
  const filter = stringifySearch(conditions)
  const channel = channels.find(({ owner: other }) => other.kind === 'person')?.id ?? null
  const own = { owner, channel, zone, language }
  const made = startingPoints(t.readyMade, zone)
  const from = made.find(({ key }) => key === (filter === '' ? (search.from ?? 'urgent') : search.from))
  if (from !== undefined) {
    const { key, ...point } = from
    return { key, empty: newDraft(point, own) }
  }
  const name = filterNames(filter).join(t.comma).slice(0, limits.subscriptionName.maxLength)
  return { key: `of ${filter}`, empty: newDraft(ofFilter(name, filter), own) }
}

/** Makes or edits a subscription. Beside it is what it would have sent, from what is entered now. */
export function SubscriptionEditor({ me, seen, channels }: Props) {
  const t = useFormMessages()
  const refusal = useFieldRefusal()
  const zone = useZone()
  const navigate = noticesLazyRoute.useNavigate()
  const start = useStart(me, channels)
  // What another person sets meanwhile does not change what is being edited.
  const [item] = useState(() =>
    seen === null
      ? subscriptionDraft(start.key, start.empty)
      : subscriptionDraft(String(seen.id), draftOfSubscription(seen, zone)),
  )
  const [draft, keep] = useDraftItem(item)
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useSaveSubscription(seen)
  const { settings, wrong } = readDraftSettings(draft)
  const edit = (change: Partial<SubscriptionDraft>) => keep({ ...draft, ...change })
  const shown = isTried ? wrong : {}

  function save(form: HTMLFormElement) {
    if (Object.keys(wrong).length > 0) {
      focusWrong(form, () => setTried(true))
      return
    }
    mutate(
      { settings, address: draft.channel === null ? draft.address.trim() : null },
      {
        onSuccess({ id }) {
          clearSentDraft(item, draft)
          leave(String(id))
        },
      },
    )
  }
  const leave = (subscription: string | undefined) =>
    void navigate({ search: ({ whose }) => ({ whose, subscription }) })

  return (
    <div className={styles['subscription-editor']}>
      <Form
        className={styles['form']}
        aria-label={seen === null ? t.newTitle : t.editTitle(seen.name)}
        noValidate
        pending={isPending}
        error={error && `${t.failed} ${codeOf(error) === 'conflict' ? t.conflict : refusal(error)}`}
        onSubmit={save}
      >
        <h2>{seen === null ? t.newTitle : t.editTitle(seen.name)}</h2>
        {seen === null && (
          <StartFields draft={draft} filter={start.key.startsWith('of ') ? start.empty : null} onStart={edit} />
        )}
        <TextField
          label={t.name}
          limits={limits.subscriptionName}
          error={shown.name ? t.nameMissing : null}
          value={draft.name}
          onText={(name) => edit({ name })}
        />
        <OwnerFields draft={draft} own={me} channels={channels} onEdit={edit} />
        <Choice
          label={t.about}
          value={draft.about}
          options={(['changes', 'weekly'] as const).map((value) => ({ value, label: t.abouts[value] }))}
          onChange={(about) => edit({ about })}
        />
        {draft.about === 'changes' && (
          <>
            <ConditionFields draft={draft} onEdit={edit} />
            <KindFields
              kinds={draft.kinds}
              error={shown.kinds ? t.kindsMissing : null}
              onChange={(kinds) => edit({ kinds })}
            />
          </>
        )}
        <WhereFields draft={draft} channels={channels} error={shown.channel ? t.channelMissing : null} onEdit={edit} />
        {draft.about === 'changes' && (
          <TimingFields draft={draft} error={shown.at ? t.atMissing : null} onEdit={edit} />
        )}
        <Choice
          label={t.language}
          value={draft.language}
          options={(['ja', 'en'] as const).map((value) => ({ value, label: t.languages[value] }))}
          onChange={(language) => edit({ language })}
        />
        <SubmitRow
          label={t.save}
          onCancel={() => {
            keep(item.empty)
            leave(seen === null ? undefined : String(seen.id))
          }}
        />
      </Form>
      <div className={styles['preview']}>
        <h2>{t.preview}</h2>
        <Preview settings={settings} />
      </div>
    </div>
  )
}

/** Asks once what is typed has come to rest. */
function Preview({ settings }: { settings: ReturnType<typeof readDraftSettings>['settings'] }) {
  const t = useFormMessages()
  const settled = useSettled(settings)
  if (settled.about === 'changes' && settled.kinds.length === 0) return <p className="muted">{t.kindsMissing}</p>
  return <LastNotices settings={settled} />
}

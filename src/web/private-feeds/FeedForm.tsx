import { useState } from 'react'
import { clsx } from 'clsx'
import * as limits from '../../contract/limits.ts'
import { calendarParts, privateFeedKinds, type NewPrivateFeed } from '../../contract/private-feeds.ts'
import { useCommon } from '../i18n/common.ts'
import { useLanguage } from '../i18n/language.tsx'
import { codeOf } from '../lib/api.ts'
import { parseSearch, stringifySearch } from '../lib/search.ts'
import { useSavedFilters } from '../lib/use-saved-filters.ts'
import { CheckBox, ListField, TextField } from '../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { SegmentedControl } from '../ui/forms/SegmentedControl.tsx'
import { useFeedsMessages } from './messages.ts'
import { useFilterText } from './use-filter-text.ts'
import styles from './FeedForm.module.css'

type Props = {
  /** The filter of the list that led here; empty for none. */
  filter: string
  isMaking: boolean
  error: Error | null
  onMake: (feed: NewPrivateFeed, onSuccess: () => void) => void
}

/** The filters to choose from: none, that of the list that led here, those that are kept under names. */
function useFilterChoice(filter: string) {
  const t = useFeedsMessages()
  const filterText = useFilterText()
  const { own, team } = useSavedFilters()
  const kept = new Map([...team, ...own.list].map(({ search, name }) => [search, name]))
  kept.delete('')
  kept.delete(filter)
  return [
    { value: '', label: t.all },
    ...(filter === '' ? [] : [{ value: filter, label: t.fromList(filterText(filter)) }]),
    ...Array.from(kept, ([value, label]) => ({ value, label, title: filterText(value) })),
  ]
}

/** What a new address is to give. What is entered stays until it is made. */
export function FeedForm({ filter, isMaking, error, onMake }: Props) {
  const t = useFeedsMessages()
  const common = useCommon()
  const own = useLanguage()
  const [kind, setKind] = useState<NewPrivateFeed['kind']>(filter === '' ? 'calendar' : 'atom')
  const [name, setName] = useState('')
  const [search, setSearch] = useState(filter)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(calendarParts))
  const [language, setLanguage] = useState<NewPrivateFeed['language']>(own)
  const filters = useFilterChoice(filter)
  const parts = kind === 'calendar' ? calendarParts.filter((part) => chosen.has(part)) : []
  const isEmpty = kind === 'calendar' && parts.length === 0
  const code = error === null ? null : codeOf(error)
  const refusal = code === null ? null : code === 'conflict' ? t.tooMany : `${t.failed} ${common.problem[code]}`
  return (
    <Form
      className={clsx('on-screen', styles['feed-form'])}
      pending={isMaking}
      error={isEmpty ? t.nothingChosen : refusal}
      onSubmit={() => {
        if (!isEmpty) onMake({ name, kind, parts, search, language }, () => setName(''))
      }}
    >
      <SegmentedControl
        label={t.kind}
        value={kind}
        options={privateFeedKinds.toReversed().map((value) => ({ value, label: t.kinds[value] }))}
        onChange={setKind}
      />
      <TextField
        label={t.name}
        help={t.nameHelp}
        limits={limits.privateFeedName}
        value={name}
        onText={setName}
        autoComplete="off"
      />
      {kind === 'calendar' && (
        <fieldset className={styles['parts']}>
          <legend>{t.calendarOf}</legend>
          {calendarParts.map((part) => (
            <CheckBox
              key={part}
              label={t.parts[part]}
              isChecked={chosen.has(part)}
              onCheck={(is) => setChosen(is ? chosen.union(new Set([part])) : chosen.difference(new Set([part])))}
            />
          ))}
        </fieldset>
      )}
      {(kind === 'atom' || chosen.has('due')) && (
        <ListField
          label={kind === 'atom' ? t.filter : t.filterOfDue}
          value={search}
          options={filters}
          onChoose={setSearch}
        />
      )}
      {kind === 'calendar' && chosen.has('due') && (
        <a
          className="link"
          href={`/api/due/calendar${stringifySearch({ ...parseSearch(search), lang: language })}`}
          download
        >
          {t.asFile}
        </a>
      )}
      <ListField
        label={t.language}
        value={language}
        options={(['ja', 'en'] as const).map((value) => ({ value, label: t.languages[value] }))}
        onChoose={setLanguage}
      />
      <p className="muted">{t.tlp}</p>
      <SubmitRow label={t.submit} isDisabled={isEmpty} />
    </Form>
  )
}

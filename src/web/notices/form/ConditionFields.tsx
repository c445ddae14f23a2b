import { facetTable, type Facet, type Option } from '../../../contract/facets.ts'
import { searchText } from '../../../contract/filter-limits.ts'
import { Link } from '@tanstack/react-router'
import { filterOf, type Filter } from '../../../domain/filter/filter.ts'
import { changeQuery, readQuery } from '../../../domain/filter/query.ts'
import { useFleet } from '../../catalogue/fleet.ts'
import { usePlatforms } from '../../catalogue/platforms.ts'
import { useShortPlatformNames } from '../../catalogue/use-platform-names.ts'
import { ActiveFilters } from '../../filters/ActiveFilters.tsx'
import { optionName } from '../../filters/facet-options.ts'
import { useFilterMessages } from '../../filters/messages.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useWords } from '../../i18n/words.ts'
import { parseSearch, stringifySearch } from '../../lib/search.ts'
import { CheckBox, TextField } from '../../ui/forms/controls.tsx'
import { Field } from '../../ui/forms/Field.tsx'
import type { SubscriptionDraft } from './draft.ts'
import { useFormMessages } from './messages.ts'
import styles from './SubscriptionEditor.module.css'

type Props = { draft: SubscriptionDraft; onEdit: (change: Partial<SubscriptionDraft>) => void }

/** What can be added here; all else is chosen in the list of alerts. */
const offeredFacets = [
  'mine',
  'urgency',
  'severity',
  'exploit',
  'exploitedBy',
  'ransomware',
  'disclosure',
  'impact',
  'reach',
  'cvss',
  'epss',
  'exploitability',
  'restart',
  'knownIssues',
  'lab',
  'triage',
  'due',
] as const satisfies Facet[]

/** Which alerts a subscription is about: the conditions of a filter, one by one, and whose they are. */
export function ConditionFields({ draft, onEdit }: Props) {
  const t = useFormMessages()
  const platforms = usePlatforms()
  const query = readQuery(parseSearch(draft.search))
  const filter = filterOf(query)
  const change = (next: Partial<Filter>) => onEdit({ search: stringifySearch(changeQuery(query, next)) })
  return (
    <fieldset className={styles['conditions']}>
      <legend>{t.condition}</legend>
      <ActiveFilters filter={filter} platforms={platforms} onChange={change} onClear={() => onEdit({ search: '' })} />
      {draft.search === '' && <p className="muted">{t.conditionAll}</p>}
      <div className={styles['side-by-side']}>
        <AddCondition filter={filter} onAdd={change} />
        <TextField label={t.words} limits={searchText} value={filter.q} onText={(q) => change({ q })} />
      </div>
      <CheckBox
        label={t.isAssigned(draft.owner.kind === 'team')}
        isChecked={draft.isAssigned}
        onCheck={(isAssigned) => onEdit({ isAssigned })}
      />
      {draft.owner.kind === 'person' && (
        <CheckBox label={t.isWatched} isChecked={draft.isWatched} onCheck={(isWatched) => onEdit({ isWatched })} />
      )}
      <Link to="/alerts" search={query} className="link">
        {t.toAlerts}
      </Link>
    </fieldset>
  )
}

/** Platforms beside our own that the list has, those with most alerts; all are in the filters of the alerts. */
const maxOthers = 60

/** One more condition, out of a list: facets with their options, own platforms first among the platforms. */
function AddCondition({ filter, onAdd }: { filter: Filter; onAdd: (change: Partial<Filter>) => void }) {
  const t = useFormMessages()
  const filterText = useFilterMessages()
  const words = useWords()
  const language = useLanguage()
  const names = useShortPlatformNames()
  const own = [...new Set(useFleet().map(({ platform }) => platform))]
  const others = usePlatforms()
    .filter(({ id, bulletins }) => bulletins > 0 && !own.includes(id))
    .toSorted((a, b) => b.bulletins - a.bulletins)
    .slice(0, maxOthers)
  const add = (facet: Facet, option: Option) => {
    const chosen: readonly Option[] = filter[facet]
    onAdd({ [facet]: [...chosen, option] })
  }
  const group = (facet: Facet, title: string, options: readonly Option[], nameOf: (option: Option) => string) => {
    const chosen: readonly Option[] = filter[facet]
    const left = options.filter((option) => !chosen.includes(option))
    return (
      left.length > 0 && (
        <optgroup key={`${facet} ${title}`} label={title}>
          {left.map((option) => (
            <option key={option} value={`${facet} ${option}`}>
              {nameOf(option)}
            </option>
          ))}
        </optgroup>
      )
    )
  }
  const platformName = (id: Option) => names([String(id)])
  return (
    <Field label={t.addCondition}>
      {(control) => (
        <select
          {...control}
          value=""
          onChange={({ target: { value } }) => {
            const at = value.indexOf(' ')
            const [name, text] = [value.slice(0, at), value.slice(at + 1)]
            if (name === 'platform') return add('platform', text)
            const facet = offeredFacets.find((each) => each === name)
            const options: readonly Option[] = facet === undefined ? [] : facetTable[facet].options
            const option = options.find((each) => String(each) === text)
            return facet !== undefined && option !== undefined && add(facet, option)
          }}
        >
          <option value="">{t.choose}</option>
          {group('platform', filterText.myMachines, own, platformName)}
          {offeredFacets.map((facet) =>
            group(facet, filterText[facet], facetTable[facet].options, (option) =>
              optionName(facet, option, { t: filterText, words, language }),
            ),
          )}
          {group(
            'platform',
            filterText.platform,
            others.map(({ id }) => id),
            platformName,
          )}
        </select>
      )}
    </Field>
  )
}

import { Link } from '@tanstack/react-router'
import { facets, facetTable, type Option } from '../../contract/facets.ts'
import { filterOf } from '../../domain/filter/filter.ts'
import { normalise } from '../../domain/filter/text-search.ts'
import { useLanguage } from '../i18n/language.tsx'
import { useWords } from '../i18n/words.ts'
import { optionName } from './facet-options.ts'
import { useFilterMessages } from './messages.ts'
import { useCommon } from '../i18n/common.ts'
import { ProblemNotice } from '../ui/layout/ProblemNotice.tsx'
import { useFirstFiltered } from './use-filtered.tsx'

/** How many values of the filter are offered for a word, at most. */
const maxOffered = 3

/** The values of the filter that go by a word, on the page or in addresses: who searches for "ransomware" means them. */
function useValuesNamed(word: string) {
  const t = useFilterMessages()
  const words = useWords()
  const language = useLanguage()
  const wanted = normalise(word)
  if (wanted.length < 2) return []
  return facets
    .flatMap((facet) => {
      const { kind, options } = facetTable[facet]
      return kind === 'listed' ? options.map((option: Option) => ({ facet, option })) : []
    })
    .map((value) => ({
      ...value,
      name: `${t[value.facet]}: ${optionName(value.facet, value.option, { t, words, language })}`,
    }))
    .filter(({ facet, option, name }) => normalise(`${facet} ${option} ${name}`).includes(wanted))
    .slice(0, maxOffered)
}

/** An empty list and the way out of it: no bulletin on file at all, or none that matches. */
export function NothingFound() {
  const t = useFilterMessages()
  const common = useCommon()
  const { of, filter, query, clear, change } = useFirstFiltered()
  const named = useValuesNamed(filter.q)
  if (of === 0) return <ProblemNotice of="part" title={t.emptyTitle} hint={t.emptyHint} />
  const { q: _, sort: _order, ...others } = query
  const hasOthers = Object.keys(others).length > 0
  return (
    <ProblemNotice
      of="part"
      title={filter.q === '' ? t.noneTitle : t.noneFor(filter.q)}
      hint={filter.q === '' ? t.noneHint : t.noneOfHint}
    >
      {named.map(({ facet, option, name }) => (
        <button
          key={name}
          type="button"
          className="button"
          onClick={() => change({ ...filterOf({}), [facet]: [option] })}
        >
          {name}
        </button>
      ))}
      {filter.q !== '' && hasOthers && (
        <button type="button" className="button" onClick={() => change({ ...filterOf({}), q: filter.q })}>
          {t.searchAll}
        </button>
      )}
      {filter.q !== '' && (
        <Link to="/sources" className="button">
          {t.importDocuments}
        </Link>
      )}
      <button type="button" className="button" onClick={clear}>
        {common.clearAll}
      </button>
    </ProblemNotice>
  )
}

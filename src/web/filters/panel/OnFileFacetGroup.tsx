import { useState } from 'react'
import { facetTable, type OnFileFacet, type Option } from '../../../contract/facets.ts'
import { normalise } from '../../../domain/filter/text-search.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { useWords } from '../../i18n/words.ts'
import { optionName } from '../facet-options.ts'
import { ListFacetGroup, type FacetProps } from './ListFacetGroup.tsx'
import { useFilterMessages } from '../messages.ts'
import search from './PlatformFacet.module.css'

/** More than these are found by search. */
const inSight = 8

type Counted = readonly [option: Option, count: number]

const mostFirst = ([a, countOfA]: Counted, [b, countOfB]: Counted) => countOfB - countOfA || (a < b ? -1 : 1)

/** Releases by month; of one month, Microsoft's comes first. */
const newestFirst = ([a]: Counted, [b]: Counted) => {
  const [month, other] = [a, b].map((key) => String(key).slice(-7))
  return (other ?? '').localeCompare(month ?? '') || String(a).length - String(b).length
}

/** A facet whose options are what is on file: those of most alerts first, the others by search. */
export function OnFileFacetGroup(props: FacetProps<Exclude<OnFileFacet, 'platform'>>) {
  const { facet, chosen, counts } = props
  const t = useFilterMessages()
  const words = useWords()
  const language = useLanguage()
  const [text, setText] = useState('')
  const fixed: readonly Option[] = facetTable[facet].options
  const named = (option: Option) =>
    normalise(optionName(facet, option, { t, words, language })).includes(normalise(text))
  const first = [...fixed, ...chosen.filter((option) => !fixed.includes(option))]
  const others = Array.from(counts)
    .filter(([option]) => !first.includes(option))
    .toSorted(facet === 'release' ? newestFirst : mostFirst)
    .map(([option]) => option)
  const found = text.trim() === '' ? others : others.filter(named)
  const more = found.length - inSight
  return (
    <>
      {others.length > inSight && (
        <input
          type="search"
          className={search['search']}
          aria-label={t.findIn(t[facet])}
          placeholder={t.findIn(t[facet])}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      )}
      <ListFacetGroup {...props} options={[...first, ...found.slice(0, inSight)]} />
      {more > 0 && <p className="muted">{t.moreOnFile(more)}</p>}
    </>
  )
}

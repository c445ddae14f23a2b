import type { Platform } from '../../contract/platform.ts'
import type { Facet, Filter } from '../../domain/filter/filter.ts'
import { readText } from '../../i18n/local-text.tsx'
import { useMessages } from '../../i18n/messages.ts'
import './ActiveFilters.css'

type Props = {
  filter: Filter
  platforms: readonly Platform[]
  onChange: (change: Partial<Filter>) => void
  onClear: () => void
}

/** A chip for each active condition, which removes it; nothing where no condition is active. */
export function ActiveFilters({ filter, platforms, onChange, onClear }: Props) {
  const { t, w, language } = useMessages()
  const platformName = (id: string) => {
    const label = platforms.find((platform) => platform.id === id)?.label
    return label ? readText(label, language).value : id
  }
  const chips = <F extends Facet>(facet: F, name: (option: Filter[F][number]) => string) => {
    const chosen: readonly Filter[F][number][] = filter[facet]
    return chosen.map((option) => ({
      key: `${facet}:${option}`,
      name: name(option),
      remove: () => onChange({ [facet]: chosen.filter((other) => other !== option) }),
    }))
  }
  const all = [
    ...chips('severity', (severity) => `${severity} ${w.severity[severity]}`),
    ...chips('urgency', (urgency) => w.urgency[urgency]),
    ...chips('platform', platformName),
    ...chips('exploit', (exploit) => `${t.filters.exploit}: ${w.exploit[exploit]}`),
    ...chips('restart', (restart) => `${t.filters.restart}: ${w.restart[restart]}`),
    ...(filter.q === '' ? [] : [{ key: 'q', name: `“${filter.q}”`, remove: () => onChange({ q: '' }) }]),
  ]
  if (all.length === 0) return null
  return (
    <ul className="active-filters" aria-label={t.filters.active}>
      {all.map(({ key, name, remove }) => (
        <li key={key}>
          <button type="button" onClick={remove} aria-label={t.filters.remove(name)}>
            {name} <span aria-hidden>×</span>
          </button>
        </li>
      ))}
      <li>
        <button type="button" className="all link" onClick={onClear}>
          {t.filters.clearAll}
        </button>
      </li>
    </ul>
  )
}

import { useId } from 'react'
import * as limits from '../../../contract/limits.ts'
import type { PlatformId } from '../../../contract/platform.ts'
import type { Summary } from '../../../contract/summary.ts'
import { isAffected } from '../../../domain/bulletin/severity.ts'
import { appliesTo } from '../../../domain/lab/applies.ts'
import { byId } from '../../../domain/table/by-id.ts'
import { useCatalogue } from '../../catalogue/catalogue.ts'
import { usePlatformNames } from '../../catalogue/use-platform-names.ts'
import { useLanguage } from '../../i18n/language.tsx'
import { readText } from '../../i18n/local-text.tsx'
import { useRecordMessages } from './messages.ts'
import type { Draft, Edit } from './draft.ts'
import { ListField, TextField } from '../../ui/forms/controls.tsx'
import { FieldPair } from './FieldPair.tsx'
import { useKnownEditions } from '../use-known-editions.ts'

type Props = {
  draft: Draft
  /** Null where none is chosen yet. */
  bulletin: Summary | null
  onEdit: Edit
}

/** The OS edition that was tested. The platform of a known edition is known; of another one it has to be chosen. */
export function EditionFields({ draft, bulletin, onEdit }: Props) {
  const t = useRecordMessages()
  const list = useId()
  const { platforms } = useCatalogue()
  const editions = useKnownEditions()
  const offered = useOfferedPlatforms(bulletin, draft.platform)
  const known = byId(platforms)
  const isNotFor = draft.platform !== null && appliesTo(bulletin?.platforms ?? [], draft.platform, known) === false
  const platformOf = (name: string) => editions.find(({ edition }) => edition === name)?.platform ?? null
  const rename = (edition: string) => {
    // A platform that came with the edition before goes with it.
    const chosen = draft.platform === platformOf(draft.edition) ? null : draft.platform
    onEdit({ edition, platform: platformOf(edition) ?? chosen })
  }
  return (
    <>
      <FieldPair>
        <TextField
          label={t.edition}
          limits={limits.osEdition}
          list={list}
          value={draft.edition}
          data-first-focus={(bulletin !== null && draft.edition === '') || undefined}
          onText={rename}
        />
        <datalist id={list}>
          {[...new Set(editions.map(({ edition }) => edition))].map((edition) => (
            <option key={edition} value={edition} />
          ))}
        </datalist>
        <ListField
          label={t.platform}
          required
          value={draft.platform ?? ''}
          options={[{ value: '', label: t.choosePlatform }, ...offered]}
          onChoose={(platform) => onEdit({ platform: platform || null })}
        />
      </FieldPair>
      {isNotFor && (
        <p role="status" className="hot">
          {t.notFor}
        </p>
      )}
    </>
  )
}

/** The platforms that the fix is for, and the one that is chosen already. */
function useOfferedPlatforms(bulletin: Summary | null, chosen: PlatformId | null) {
  const { platforms } = useCatalogue()
  const names = usePlatformNames()
  const language = useLanguage()
  const affected = new Set(
    bulletin?.platforms.filter(({ rating }) => isAffected(rating)).map(({ platform }) => platform),
  )
  const offered = platforms
    .filter(({ id }) => affected.has(id))
    .map(({ id, label }) => ({ value: id, label: readText(label, language).value }))
  if (chosen === null || offered.some(({ value }) => value === chosen)) return offered
  return [{ value: chosen, label: names([chosen]) }, ...offered]
}

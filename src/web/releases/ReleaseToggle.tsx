import { formatNumber } from '../i18n/format.ts'
import { useLanguage } from '../i18n/language.tsx'
import { SegmentedControl } from '../ui/forms/SegmentedControl.tsx'
import { releaseName } from '../../words/releases.ts'
import { useReleaseMessages } from './messages.ts'
import { useRelease } from './use-release.ts'

type Props = {
  /** The release that the page shows, as its address names it; absent for all that is on file. */
  shown: string | undefined
  /** How many bulletins are on file in all. */
  total: number
  /** `key`: the release to show; null for all. */
  onChange: (key: string | null) => void
}

/**
 * One release or all that is on file, with how many bulletins each has; neither is chosen where the address names
 * something else. Nothing where there is no release.
 */
export function ReleaseToggle({ shown, total, onChange }: Props) {
  const t = useReleaseMessages()
  const language = useLanguage()
  const { release, newest } = useRelease()
  if (release === null) return null
  const { key, count } = release
  return (
    <SegmentedControl
      label={t.scope}
      value={shown === undefined ? 'all' : shown === key ? 'release' : null}
      options={[
        { value: 'release', label: t.thisRelease(releaseName(key, language), key === newest, formatNumber(count)) },
        { value: 'all', label: t.all(formatNumber(total)) },
      ]}
      onChange={(chosen) => onChange(chosen === 'release' ? key : null)}
    />
  )
}

import { useNavigate } from '@tanstack/react-router'
import { SegmentedControl } from '../ui/forms/SegmentedControl.tsx'
import { useGridMessages } from './grid-messages.ts'

/** The tests of the release, or all that there are, those of 2005 too. */
export function ScopeChoice({ value }: { value: 'release' | 'all' }) {
  const t = useGridMessages()
  const navigate = useNavigate()
  return (
    <SegmentedControl
      label={t.scope}
      value={value}
      options={[
        { value: 'release', label: t.thisRelease },
        { value: 'all', label: t.all },
      ]}
      onChange={(scope) => void navigate(scope === 'all' ? { to: '/tests/all' } : { to: '/tests' })}
    />
  )
}

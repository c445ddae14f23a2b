import { useState } from 'react'
import { clsx } from 'clsx'
import { holdReason, machineRole } from '../../contract/limits.ts'
import { proposedRoles } from '../../contract/fleet.ts'
import { machinesByPlatform } from '../../domain/fleet/exposure.ts'
import { useFleet } from '../catalogue/fleet.ts'
import { useShortPlatformNames } from '../catalogue/use-platform-names.ts'
import { useCommon } from '../i18n/common.ts'
import { formatNumber } from '../i18n/format.ts'
import { codeOf } from '../lib/api.ts'
import { clearSentDraft, useDraftItem } from '../lib/drafts.ts'
import { Choice } from '../ui/forms/Choice.tsx'
import { CheckBox, TextField } from '../ui/forms/controls.tsx'
import { Form, SubmitRow } from '../ui/forms/Form.tsx'
import { focusWrong } from '../ui/forms/focus-wrong.ts'
import { holdDraft, readHoldDraft } from './draft.ts'
import { useHoldMessages } from './messages.ts'
import { useHoldsDay } from './queries.ts'
import { useSetHold } from './writing.ts'
import styles from './HoldForm.module.css'

type Props = {
  /** The fix on whose page it is; null where it is on no such page. */
  fix: string | null
  onClose: () => void
}

/** Sets a hold: on which fixes, platforms and roles, until when and why. */
export function HoldForm({ fix, onClose }: Props) {
  const t = useHoldMessages()
  const common = useCommon()
  const today = useHoldsDay()
  const item = holdDraft(fix)
  const [draft, keep] = useDraftItem(item)
  const [isTried, setTried] = useState(false)
  const { mutate, isPending, error } = useSetHold()
  const { hold, wrong } = readHoldDraft(draft, today)
  const change = (next: Partial<typeof draft>) => keep({ ...draft, ...next })
  const shown = isTried ? wrong : {}

  function save(form: HTMLFormElement) {
    if (Object.keys(wrong).length > 0) return focusWrong(form, () => setTried(true))
    return mutate(hold, {
      onSuccess() {
        clearSentDraft(item, draft)
        onClose()
      },
    })
  }
  const isUnknown = error !== null && codeOf(error) === 'not_found'
  const problem = error && `${t.failed} ${isUnknown ? t.unknownFix : common.problem[codeOf(error)]}`
  return (
    <Form
      className={clsx('on-screen', styles['hold-form'])}
      noValidate
      pending={isPending}
      error={problem}
      onSubmit={save}
    >
      <Choice
        label={t.scope}
        value={draft.isEvery ? 'every' : 'some'}
        options={[
          { value: 'some', label: fix === null ? t.someFixes : t.thisFix(fix) },
          { value: 'every', label: t.everyFix },
        ]}
        onChange={(value) => change({ isEvery: value === 'every' })}
      />
      {fix === null && !draft.isEvery && (
        <TextField
          label={t.fixIds}
          value={draft.fixes}
          placeholder="KB5060842"
          onText={(fixes) => change({ fixes })}
          error={shown.fixes ? t.fixIdsMissing : null}
        />
      )}
      <PlatformBoxes chosen={draft.platforms} onChange={(platforms) => change({ platforms })} />
      <RoleBoxes chosen={draft.roles} onChange={(roles) => change({ roles })} />
      <TextField
        label={t.otherRoles}
        value={draft.otherRoles}
        onText={(otherRoles) => change({ otherRoles })}
        error={shown.roles ? t.rolesTooLong(machineRole.maxLength) : null}
      />
      <TextField
        label={t.reason}
        limits={holdReason}
        value={draft.reason}
        onText={(reason) => change({ reason })}
        error={shown.reason ? t.reasonMissing : null}
      />
      <TextField
        label={t.until}
        type="date"
        min={today}
        value={draft.until}
        help={t.endsItself}
        onText={(until) => change({ until })}
        error={shown.until ? t.untilMissing : null}
      />
      <SubmitRow label={t.save} onCancel={onClose} />
    </Form>
  )
}

type BoxesProps = { chosen: readonly string[]; onChange: (chosen: string[]) => void }

const toggled = (chosen: readonly string[], one: string, is: boolean): string[] =>
  is ? [...chosen, one] : chosen.filter((other) => other !== one)

/** The platforms of the fleet with their machines. */
function PlatformBoxes({ chosen, onChange }: BoxesProps) {
  const t = useHoldMessages()
  const names = useShortPlatformNames()
  const fleet = [...machinesByPlatform(useFleet())]
  return (
    <fieldset>
      <legend>{t.platforms}</legend>
      <div className={styles['boxes']}>
        {fleet.map(([platform, machines]) => (
          <CheckBox
            key={platform}
            label={`${names([platform])} (${t.machineCount(formatNumber(machines))})`}
            isChecked={chosen.includes(platform)}
            onCheck={(is) => onChange(toggled(chosen, platform, is))}
          />
        ))}
      </div>
      <p className="muted">{fleet.length === 0 ? t.noFleet : t.platformsHint}</p>
    </fieldset>
  )
}

/** The roles that the fleet names, and the usual ones. */
function RoleBoxes({ chosen, onChange }: BoxesProps) {
  const t = useHoldMessages()
  const roles = [...new Set([...useFleet().flatMap((line) => line.roles ?? []), ...proposedRoles, ...chosen])]
  return (
    <fieldset>
      <legend>{t.roles}</legend>
      <div className={styles['boxes']}>
        {roles.map((role) => (
          <CheckBox
            key={role}
            label={role}
            isChecked={chosen.includes(role)}
            onCheck={(is) => onChange(toggled(chosen, role, is))}
          />
        ))}
      </div>
      <p className="muted">{t.rolesHint}</p>
    </fieldset>
  )
}

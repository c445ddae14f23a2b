import type { PlanView } from '../../../contract/plan-view.ts'
import { usePerson } from '../../lib/me.ts'
import { CountDialog } from './CountDialog.tsx'
import type { PlanDialog } from './dialogs.ts'
import { EditDialog } from './EditDialog.tsx'
import { GateDialog } from './GateDialog.tsx'
import { HistoryDialog } from './HistoryDialog.tsx'
import { KeepDialog } from './KeepDialog.tsx'
import { usePlanActionMessages } from './messages.ts'
import { StateDialog } from './StateDialog.tsx'

type Props = { view: PlanView; dialog: PlanDialog; onClose: () => void }

/** The dialog in which a plan is changed, or its history is read. */
export function PlanDialogs({ view, dialog, onClose }: Props) {
  const t = usePlanActionMessages()
  const me = usePerson()?.name ?? ''
  switch (dialog.kind) {
    case 'gate':
      return <GateDialog view={view} wave={dialog.wave} isOpen={dialog.isOpen} onClose={onClose} />
    case 'state':
      return <StateDialog view={view} state={dialog.state} onClose={onClose} />
    case 'count':
      return <CountDialog view={view} onClose={onClose} />
    case 'edit':
      return <EditDialog view={view} onClose={onClose} />
    case 'history':
      return <HistoryDialog view={view} onClose={onClose} />
    case 'duplicate':
      return (
        <KeepDialog
          title={t.duplicateOf(view.plan.name)}
          name={t.copyOf(view.plan.name)}
          owner={view.plan.owner ?? me}
          inputs={view.plan.inputs}
          choices={[{ label: view.plan.name, waves: view.plan.waves }]}
          onClose={onClose}
        />
      )
  }
}

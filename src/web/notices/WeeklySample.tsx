import { SideBoard } from './SideBoard.tsx'
import { useSideMessages } from './side-messages.ts'

/** The newest issue of HotFix Weekly in short. */
export function WeeklySample() {
  const t = useSideMessages()
  return (
    <SideBoard id="weekly" title={t.weekly}>
      <p className="muted">{t.noIssue}</p>
    </SideBoard>
  )
}

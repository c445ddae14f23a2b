/** What is changed of where a bulletin comes from. */
import type { Bulletin } from '../../../contract/bulletin.ts'
import { valueChange, type FoundChange } from './finding.ts'

/** Another state of the document; that it was taken back, or was not after all, has a kind of its own. */
function changedStatus(from = 'final', to = 'final'): FoundChange[] {
  if (from === to) return []
  if (to === 'withdrawn') return [{ kind: 'withdrawn' }]
  if (from === 'withdrawn') return [{ kind: 'reinstated' }]
  return valueChange('document-status', from, to)
}

export function changedSource({ source: before }: Bulletin, { source: after }: Bulletin): FoundChange[] {
  return [...changedStatus(before.status, after.status), ...valueChange('tlp', before.tlp, after.tlp)]
}

/** Drafts of plans have nobody who keeps what was told of them: their own text, and the clock, have to do. */
import type { RolloutInputs } from '../rollout/inputs.ts'

/** A number from a text, always the same from the same one (FNV-1a, 32 bits). */
function hash(text: string, start: number): number {
  let value = start
  for (let at = 0; at < text.length; at++) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value >>> 0
}

/**
 * What the ids of a draft begin with: the same on another first day and in other windows, another for other machines,
 * since plans of one bulletin for two sites are two plans.
 */
export function draftKey({ bulletins, zone, fleet }: Pick<RolloutInputs, 'bulletins' | 'zone' | 'fleet'>): string {
  const text = JSON.stringify([bulletins, zone, fleet.map(({ platform, count }) => [platform, count])])
  return `draft-${hash(text, 0x811c9dc5).toString(36)}${hash(text, 0x9e3779b9).toString(36)}`
}

const beginning = Date.UTC(2025, 0, 1)

/** Seconds since 2025: whatever is saved later counts as a later version. `at`: in milliseconds since 1970 UTC. */
export const sequenceAt = (at: number): number => Math.max(0, Math.floor((at - beginning) / 1000))

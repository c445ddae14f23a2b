/** What all axes and lines of charts have in common. */
export const axis = {
  type: 'number',
  tickLine: false,
  axisLine: false,
  tick: { fontSize: 12, fill: 'var(--ink-2)' },
} as const
export const solidLine = { type: 'linear', dot: false, activeDot: false, isAnimationActive: false } as const

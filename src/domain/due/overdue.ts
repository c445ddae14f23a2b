import type { Due, DueBasis } from '../../contract/due.ts'

/** Whether a day is over; not where there is none. */
export const isOverdue = (due: Pick<Due, 'left'> | null | undefined): boolean => (due?.left ?? 0) < 0

/** Whether a person has moved a day, and that counts today. */
export const isExtended = (exception: Due['exception']): exception is NonNullable<Due['exception']> =>
  exception?.isOver === false

/** What sets a day, as things are today. */
export const dueBasis = ({ rule, exception }: Pick<Due, 'rule' | 'exception'>): DueBasis =>
  isExtended(exception) ? 'extended' : rule.by

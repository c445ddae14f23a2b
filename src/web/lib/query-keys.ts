/** Under which keys the pages keep what they have read, where a change elsewhere may make it old. */

/** What is read of everything at once. */
export type WholeKey =
  | 'catalogue'
  | 'vulnerabilities'
  | 'lab'
  | 'lab-grid'
  | 'checklist'
  | 'imports'
  | 'triage'
  | 'rollouts'
  | 'plans'
  | 'fleet'
  | 'machines'
  | 'fixes'
  | 'lifecycle'
  | 'texts'
  | 'changes'
  | 'vulnerability'
  | 'due'
  | 'due-policy'
  | 'filters'
  | 'assignees'
  | 'releases'
  | 'overview'
  | 'holds'
  | 'board'
  | 'field-reports'
  | 'watches'
  | 'concerns'
  | 'my-work'
  | 'notices'
  | 'weekly'

/** What is read of one bulletin. */
export type BulletinKey = 'bulletin' | 'context' | 'history' | 'version' | 'recorded' | 'coverage' | 'fixes' | 'due'

export const wholeKey = (name: WholeKey) => [name] as const

/** `more`: which part of it, such as the number of a version. */
export const bulletinKey = (name: BulletinKey, id: string, ...more: number[]) => [name, id, ...more] as const

/** What begins the keys of every bulletin. */
export const everyBulletinKey = (name: BulletinKey) => [name] as const

/** What a page does where a write takes a proof that it is still its person who writes. */

type Proving = {
  /** Asks the reader for it; false where they would rather not. Null until the frame can ask. */
  ask: (() => Promise<boolean>) | null
}

export const proving: Proving = { ask: null }

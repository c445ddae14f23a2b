/** The same person used the key for something else before: nothing is done now. */
export class IdempotencyKeyReused extends Error {
  override readonly name = 'IdempotencyKeyReused'
  constructor(key: string) {
    super(`something else was sent under the key ${key} before; nothing of this was saved`)
  }
}

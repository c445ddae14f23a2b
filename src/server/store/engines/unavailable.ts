/** The store cannot be used; the message says why and what to do. */
export class StoreUnavailable extends Error {
  override readonly name = 'StoreUnavailable'
}

type Made<A, T> = { get: (argument: A) => T | undefined; set: (argument: A, value: T) => unknown }

const keptIn =
  <A, T>(made: Made<A, T>, make: (argument: A) => T) =>
  (argument: A): T => {
    const known = made.get(argument)
    if (known !== undefined) return known
    const value = make(argument)
    made.set(argument, value)
    return value
  }

/** A function that computes its value once for each argument. */
export const once = <A, T>(make: (argument: A) => T) => keptIn(new Map<A, T>(), make)

/** A function that computes its value once for each object, and lets go of it with the object. */
export const oncePer = <A extends object, T>(make: (argument: A) => T) => keptIn(new WeakMap<A, T>(), make)

import { memo, type FunctionComponent } from 'react'
import { replaceEqualDeep } from '@tanstack/react-query'

/** A component that is drawn anew only for what is different in its props, though these are made anew each time. */
export const memoByValue = <Props extends object>(component: FunctionComponent<Props>) =>
  memo(component, (before, after) => replaceEqualDeep(before, after) === before)

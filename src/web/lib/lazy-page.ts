import { createLazyRoute } from '@tanstack/react-router'

/** A page that is loaded when it is first opened. Of the library it is the first load's, so that pages share no file for it. */
export const lazyPage = createLazyRoute

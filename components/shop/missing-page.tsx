'use client'

import { lazy } from 'react'

const View = lazy(() => import('./missing-page-view').then(({ MissingPageView }) => ({ default: MissingPageView })))

/** What is shown for a page that is not there. Every page of the shop names it, so it brings nothing along until it is needed. */
export function MissingPage() {
  return <View />
}

'use client'

import { useRouter } from 'next/navigation'
import { startTransition, useEffect, useLayoutEffect, useRef, useState } from 'react'
import { isTurning, turnedByLink } from './turning'

const linkOf = ({ target }: Event) => (target instanceof Element ? target.closest<HTMLAnchorElement>('a[data-soft]') : null)
const inside = ({ pathname, search, hash }: HTMLAnchorElement) => pathname + search + hash

type Fetched = NonNullable<Parameters<ReturnType<typeof useRouter>['prefetch']>[1]>
/** All of a page; unasked, Next fetches only how it is put together, and the rest after the click. */
const whole: Fetched = { kind: 'full' as Fetched['kind'] }
/** What is the same for everybody and is kept finished: fetching it costs next to nothing. */
const isKept = ({ pathname, search }: HTMLAnchorElement) => !search && /^\/(?:is|en)(?:\/[pc]\/[^/]+)?$/.test(pathname)

/** Whether the browser itself would change the page in this tab. */
const isPlain = (event: MouseEvent) =>
  !event.defaultPrevented && event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey

/**
 * Scripts that were fetched ahead are marked as React marks its own, by which it knows that they are there: it would
 * add them to the page once more, and the browser run them again before it lays out the page.
 */
function keepScripts(): void {
  for (const script of document.querySelectorAll<HTMLScriptElement>('head > script[src]:not([async], [nomodule])')) script.async = true
}

const blink = 150

/** Changes the page in the tab for every `HoverLink` there is; without it they are links like any other. */
export function SoftNavigation() {
  const router = useRouter()
  // Of the pages asked for by a link, counted: the last that has come, which is said together with the page, and the last
  // that took longer than a blink. React's own word for it, useTransition, would be put together before the page is.
  const [arrived, setArrived] = useState(0)
  const [late, setLate] = useState(0)
  const toTop = useRef(0)
  // Next would go to the top while React puts the page into the tab, for which the browser lays it out there and then. In
  // the frame that shows the page it does so anyway, and that frame comes sooner.
  useLayoutEffect(() => {
    if (!arrived || arrived !== toTop.current || !isTurning()) return
    const frame = requestAnimationFrame(() => scrollTo(0, 0))
    return () => cancelAnimationFrame(frame)
  }, [arrived])
  useEffect(() => {
    let last: HTMLAnchorElement | null = null
    let asked = 0
    const come = (event: Event) => {
      const link = linkOf(event)
      if (link && link !== last) router.prefetch(inside(link), isKept(link) ? whole : undefined)
      last = link ?? last
    }
    const go = (event: MouseEvent) => {
      const link = linkOf(event)
      if (!link || !isPlain(event)) return
      event.preventDefault()
      turnedByLink(true)
      keepScripts()
      const turn = ++asked
      const isToTop = isKept(link) && !link.hash
      if (isToTop) toTop.current = turn
      setTimeout(() => setLate(turn), blink)
      startTransition(() => {
        setArrived(turn)
        router.push(inside(link), { scroll: !isToTop })
      })
    }
    const back = () => turnedByLink(false)
    const near = ['mouseover', 'touchstart', 'focusin'] as const
    for (const name of near) document.addEventListener(name, come, { passive: true })
    document.addEventListener('click', go)
    // Ahead of Next's own listener, upon which React puts the page together at once.
    addEventListener('popstate', back, true)
    return () => {
      for (const name of near) document.removeEventListener(name, come)
      document.removeEventListener('click', go)
      removeEventListener('popstate', back, true)
    }
  }, [router])
  // While a page takes longer than a blink to come, a thread is drawn along the top of the screen. Not sooner, even
  // unseen: the browser would make a frame of it, and the page would come that much later.
  return late > arrived ? <span aria-hidden className="fixed inset-x-0 top-0 z-50 h-1 drawn-thread bg-accent" /> : null
}

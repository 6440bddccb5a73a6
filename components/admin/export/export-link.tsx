'use client'

import { Download } from 'lucide-react'
import { useEffect, useRef, useState, type MouseEvent } from 'react'
import { buttonLook } from '@/components/ui/button-look'
import type { ExportWords } from './export-words'
import { handOver, takeFile, type Progress } from './take-file'

type ExportLinkProps = { href: string; label: string; title?: string | undefined; words: ExportWords }
type State = 'idle' | 'taking' | 'ready' | 'failed'

/** How often the figures move: more is not read, and costs the page its time. */
const everyMs = 120

/** A file to fetch, with how far it is. Without JavaScript, and in a tab of its own, it is the plain download it looks like. */
export function ExportLink({ href, label, title, words }: ExportLinkProps) {
  const [state, setState] = useState<State>('idle')
  const [progress, setProgress] = useState<Progress | null>(null)
  const abort = useRef<AbortController>(null)
  useEffect(() => () => abort.current?.abort(), [])

  async function take(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    if (state === 'taking') return
    const mine = new AbortController()
    abort.current = mine
    setState('taking')
    setProgress(null)
    let toldAt = 0
    const tell = (now: Progress) => {
      if (performance.now() - toldAt < everyMs) return
      toldAt = performance.now()
      setProgress(now)
    }
    try {
      const taken = await takeFile(await fetch(href, { signal: mine.signal, redirect: 'manual' }), tell)
      // Not a file: the browser shows what it is.
      if (!taken) return location.assign(href)
      handOver(taken)
      setState('ready')
    } catch {
      if (abort.current === mine) setState(mine.signal.aborted ? 'idle' : 'failed')
    }
  }

  return (
    <div className="grid justify-items-start gap-2 sm:justify-items-end">
      <a
        href={href}
        download
        title={title}
        onClick={take}
        aria-disabled={state === 'taking' || undefined}
        className={buttonLook({ variant: 'secondary', size: 'small' })}
      >
        <Download aria-hidden className="size-4" />
        {label}
      </a>
      {state === 'taking' && (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm">
          <progress
            aria-label={label}
            value={progress?.all ? progress.done : undefined}
            max={progress?.all || undefined}
            className="h-2 w-32 accent-accent"
          />
          <span className="text-muted tabular-nums">{told(progress, words)}</span>
          <button
            type="button"
            onClick={() => abort.current?.abort()}
            className="min-h-11 cursor-pointer font-semibold underline underline-offset-4"
          >
            {words.cancel}
          </button>
        </div>
      )}
      <p role="status" className={state === 'failed' ? 'max-w-64 text-sm font-semibold text-bad' : 'sr-only'}>
        {state === 'failed' ? words.failed : state === 'ready' ? words.ready : ''}
      </p>
    </div>
  )
}

function told(progress: Progress | null, { begins, of, lines, group }: ExportWords): string {
  if (!progress) return begins
  const figure = (count: number) => String(count).replace(/\B(?=(\d{3})+$)/g, group)
  return (progress.all === undefined ? lines : of).replace('{done}', figure(progress.done)).replace('{all}', figure(progress.all ?? 0))
}

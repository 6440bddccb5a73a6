import type { Chart } from './chart'
import { edges } from './edges'
import { large } from './large'
import { small } from './small'

export const motifs = { ...small, ...edges, ...large } as const satisfies Record<string, Chart>

export type MotifName = keyof typeof motifs

const byCode = new Map<string, MotifName>(Object.entries(motifs).map(([name, motif]) => [motif.code, name as MotifName]))

export const motifByCode = (code: string): MotifName | undefined => byCode.get(code)

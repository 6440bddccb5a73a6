import type { Drawing } from '../drawing/spec'
import { garmentWords, woolWords } from './drawing-words'
import { fold } from './fold'

/** Texts as the search column holds them: folded, each word once. */
export const searchable = (texts: readonly string[]): string => [...new Set(fold(texts.join(' ')).match(/[a-z0-9]+/g) ?? [])].join(' ')

/** What a picture says in words: what kind of thing it is, and of what colour. */
export function wordsOfDrawing({ garment, palette }: Pick<Drawing, 'garment' | 'palette'>): readonly string[] {
  return [...garmentWords[garment], ...woolWords[palette[0] ?? 'white']]
}

// What a seeded defect is.

export type Defect = {
  readonly name: string
  readonly file: string
  readonly changes: readonly (readonly [from: string, to: string])[]
  /** The part of the suite that must notice it, */
  readonly noticedBy: 'directed' | 'storms' | 'refunds' | 'interleavings'
  /** and what that must then say: the name of a check, or the complaint. Another failure does not count. */
  readonly saying: RegExp
}

type One = Omit<Defect, 'name' | 'changes' | 'noticedBy'> & { readonly from: string; readonly to: string; readonly noticedBy?: Defect['noticedBy'] }
export const one = (name: string, { from, to, noticedBy = 'directed', ...rest }: One): Defect => ({ name, changes: [[from, to]], noticedBy, ...rest })

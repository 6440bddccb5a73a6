import type { ReactNode } from 'react'

type FiguresTableProps = {
  title: string
  /** Of each column; all but the first are figures and stand at the right. */
  head: readonly string[]
  rows: readonly (readonly ReactNode[])[]
  sum?: readonly ReactNode[]
  note?: string
  /** For the one table of a page. */
  tall?: boolean
}

/** A small table of figures under its own heading; a long one scrolls in itself. */
export function FiguresTable({ title, head, rows, sum, note, tall }: FiguresTableProps) {
  return (
    <div className="grid content-start gap-3 rounded-card border border-line bg-surface p-4 sm:p-5">
      <h2 className="text-lg font-semibold">{title}</h2>
      <div tabIndex={0} role="region" aria-label={title} className={tall ? 'max-h-[44rem] overflow-auto' : 'max-h-96 overflow-auto'}>
        <table className="w-full text-sm tabular-nums">
          <thead className="sticky top-0 bg-surface">
            <tr>
              {head.map((text, i) => (
                <th key={text} scope="col" className={`py-1.5 font-semibold text-muted ${i ? 'pl-4 text-right' : 'text-left'}`}>
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((cells, row) => (
              <tr key={row} className="border-t border-line">
                {cells.map((cell, i) => (
                  <Cell key={i} first={i === 0}>
                    {cell}
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
          {sum && (
            <tfoot className="sticky bottom-0 bg-surface font-semibold shadow-[0_-2px_0_var(--line-strong)]">
              <tr>
                {sum.map((cell, i) => (
                  <Cell key={i} first={i === 0}>
                    {cell}
                  </Cell>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {note && <p className="text-xs text-muted">{note}</p>}
    </div>
  )
}

function Cell({ first, children }: { first: boolean; children: ReactNode }) {
  return first ? (
    <th scope="row" className="py-1.5 text-left font-[inherit]">
      {children}
    </th>
  ) : (
    <td className="py-1.5 pl-4 text-right whitespace-nowrap">{children}</td>
  )
}

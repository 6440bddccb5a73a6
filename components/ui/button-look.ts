import { cva, type VariantProps } from 'class-variance-authority'

/** Without `cn`, which is 8 kB: for the components that run in the browser. */
export const buttonLook = cva('button', {
  variants: {
    variant: {
      primary: 'bg-accent text-on-accent hover:bg-accent-strong',
      secondary: 'border border-line-strong bg-surface text-ink hover:border-ink hover:bg-sunken',
      ghost: 'text-ink underline decoration-line-strong decoration-1 underline-offset-4 hover:bg-sunken hover:decoration-ink',
      danger: 'bg-bad text-paper not-disabled:not-aria-disabled:hover:opacity-90',
    },
    size: {
      small: 'min-h-11 px-4 py-2 text-sm',
      medium: 'min-h-12 px-6 py-2.5 text-base',
      large: 'min-h-14 px-8 py-3 text-lg',
    },
    wide: { true: 'w-full' },
  },
  defaultVariants: { variant: 'primary', size: 'medium' },
})

export type ButtonLook = VariantProps<typeof buttonLook>

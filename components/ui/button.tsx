import type { ComponentProps } from 'react'
import { buttonLook, type ButtonLook } from './button-look'
import { cn } from './cn'

/** The look of a button, for whatever else must look like one: a link, a summary, a label. */
export const buttonClass = ({ className, ...options }: ButtonLook & { className?: string } = {}): string =>
  cn(buttonLook(options), className)

type ButtonProps = ComponentProps<'button'> & ButtonLook

export function Button({ variant, size, wide, className, type = 'button', ...rest }: ButtonProps) {
  return <button type={type} className={buttonClass({ variant, size, wide, className })} {...rest} />
}

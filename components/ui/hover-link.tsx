import type { ComponentProps } from 'react'

/**
 * A link to a page of the shop, whose page is fetched when a pointer or the focus comes near and changed in the tab.
 * A plain link: `SoftNavigation` listens for all of them, where a component for each would cost the phone more than
 * the rest of the page.
 */
export const HoverLink = (props: ComponentProps<'a'> & { href: string }) => <a data-soft="" {...props} />

/** Fired on `window` by whatever changes the cart without leaving the page; the number in the header follows. */
export const cartChanged = 'cart:changed'

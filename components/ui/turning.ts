/** Whether the last change of the page in this tab came from one of our links: not from loading it or from going back. */
let turning = false

export const isTurning = () => turning
export const turnedByLink = (byLink: boolean): void => {
  turning = byLink
}

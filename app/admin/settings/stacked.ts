/** Names of variables are long and unbreakable: on a narrow screen each fact has two lines. */
export const stacked = 'max-sm:grid-cols-1 max-sm:gap-y-0 max-sm:[&_dd]:mb-2 max-sm:[&_dd]:text-left'

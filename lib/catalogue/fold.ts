const letters: Record<string, string> = { þ: 'th', ð: 'd', æ: 'ae' }

/** Text as the search compares it: lower case, Icelandic letters and accents spelt in a to z. */
export const fold = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[þðæ]/g, (letter) => letters[letter] ?? letter)
    .normalize('NFD')
    .replace(/\p{M}/gu, '')

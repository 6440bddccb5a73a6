export const things = Array.from({ length: 50 }, (_, i) => i + 1)

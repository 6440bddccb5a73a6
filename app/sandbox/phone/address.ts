type Phone = { readonly number?: string; readonly view?: string; readonly embed?: string; readonly done?: string; readonly did?: string }

/** The phone's own address, with whatever it should keep in mind. */
export function phoneAddress(phone: Phone): string {
  const query = new URLSearchParams(Object.entries(phone).filter((entry): entry is [string, string] => Boolean(entry[1])))
  return query.size ? `/sandbox/phone?${query}` : '/sandbox/phone'
}

// The audit can never be erased, so nothing may get into it that somebody has the right to have erased. People are
// named by their accounts; what is typed as a reason may still hold a customer's address or number.

const email = /[^\s@,;<>()]+@[^\s@,;<>()]+\.[a-z]{2,}/gi
// A kennitala, a phone number with or without the country's, a card: seven digits and more, however they are grouped (not by points: an amount is).
const number = /(?<![\w-])(?:\+|00)?\d(?:[ -]?\d){6,}(?![\w])/g

/** The text with e-mail addresses and long numbers left out. Amounts and order numbers are left alone. */
export const withoutParticulars = (text: string): string => text.replace(email, '…').replace(number, '…')

// Every move a payment may make, written out apart from the shop's own table.
const list = `
  created > sent failed cancelled
  sent > unknown pending needs_code cancelling reserved confirmed surplus declined cancelled expired failed
  unknown > pending needs_code cancelling reserved confirmed surplus declined cancelled expired failed
  pending > needs_code reserved confirmed surplus declined cancelled expired failed cancelling
  needs_code > reserved confirmed surplus declined cancelled expired failed cancelling
  reserved > confirming confirmed surplus cancelled expired late_unhonoured
  confirming > confirm_unknown confirmed surplus declined cancelled expired
  confirm_unknown > reserved confirmed surplus declined cancelled expired
  cancelling > reserved confirmed surplus declined cancelled expired
  declined > late_unhonoured confirmed surplus
  cancelled > reserved late_unhonoured confirmed surplus
  expired > reserved late_unhonoured confirmed surplus
  failed > late_unhonoured confirmed surplus
  late_unhonoured > confirmed surplus`

export const moves: ReadonlySet<string> = new Set(
  list
    .trim()
    .split('\n')
    .flatMap((line) => {
      const [from = '', to = ''] = line.split('>')
      return to.trim().split(' ').map((state) => `${from.trim()}>${state}`)
    }),
)

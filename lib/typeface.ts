// The shop's typeface: one family for everything, Bricolage Grotesque, a single file of 41 kB (public/typeface, under the
// SIL Open Font License). Its rules stand in each page itself, not in a stylesheet: text laid out before a browser knows
// of them is laid out again when it does, all of it.

/**
 * Until the file is here, a common font as wide and as high, so that nothing moves. As wide on the average of our own
 * pages: 105.15 % at the weight of text, between 100.9 and 102.3 % at those of headings.
 */
export const typeface = [
  "@font-face{font-family:Bricolage;src:url(/typeface/bricolage-grotesque-latin-wght-5.3.0.woff2)format('woff2');font-weight:200 800;font-display:swap}",
  "@font-face{font-family:'Bricolage fallback';src:local(Arial),local('Liberation Sans'),local(Roboto);font-weight:200 500;ascent-override:88.45%;descent-override:25.68%;line-gap-override:0%;size-adjust:105.15%}",
  "@font-face{font-family:'Bricolage fallback';src:local('Arial Bold'),local('Liberation Sans Bold'),local('Roboto Bold');font-weight:600 800;ascent-override:91.53%;descent-override:26.57%;line-gap-override:0%;size-adjust:101.6%}",
].join('')

/** By which a policy that names the styles it allows knows these; a test holds the two together. */
export const typefaceHash = 'sha256-0sWWnaUxia/jdTYQQ0J5wVW2HJ9gLa1plm0++riHxFM='

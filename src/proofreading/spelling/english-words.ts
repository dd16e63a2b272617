/** English word lists that no dictionary holds. */

/** Abbreviations written in lower case in letters. */
export const ENGLISH_ABBREVIATIONS: ReadonlySet<string> = new Set(
  `asap dep arr fyi eta etd approx incl excl qty ref tel dept acct amt mins secs hrs wks yrs mths tbc tbd faq faqs pdf sms usb gps led lcd hdmi ssd dvd
  vat gbp usd eur iban bic cvv cvc ssn dob eod cob attn encl tcs temp info admin promo ok www http https html url kg km cm mm ml cl ghz mhz
  sku skus rma wifi isp vpn sim esim app apps inc ltd plc llc est pst cst gmt utc bst jan feb mar apr jun jul aug sept oct nov dec mon tue tues wed thu thur thurs fri sat`
    .split(/\s+/)
    .filter(Boolean),
)

/** Prefixes that a hyphen joins to a whole word. */
export const ENGLISH_PREFIXES: ReadonlySet<string> = new Set(
  `anti auto bi co cyber de eco ex extra inter intra macro mega micro mid mini mono mis multi neo non over post pre pro pseudo quasi re self semi sub super trans tri ultra un under e`.split(
    ' ',
  ),
)

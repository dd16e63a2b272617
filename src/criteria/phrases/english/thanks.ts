/** How English customer services thank, and what they thank for; patterns over folded text. */

/** Any word of thanks. */
export const THANKS_EN =
  /\b(?:thank you|thank-you|thanks|thanking you|thankful|grateful|gratitude|appreciate[ds]?|appreciated)\b/g

/** After the word: thanks for the message or for having written. */
export const THANKS_MESSAGE_EN =
  /^(?: (?:so|very|ever so|really|again|kindly|both|once) ?(?:much|again|more)?| a lot| a million| much)?(?:,? [a-z]+(?:\.? [a-z]+)?,)? ?(?:for|to you for|that you|it that you|you|the fact that you|your|us with|me with)\b[^.!?\n]{0,50}\b(?:contact(?:ing|ed)?|reach(?:ing|ed)|writing|wrote|written|getting (?:back )?in touch|getting (?:back )?(?:to|in contact)|got in touch|e-?mail(?:ing|s|ed)?|mail|messag(?:e|es|ing)|ask(?:ing|ed)|rais(?:ing|ed)|bringing|brought|letting (?:us|me) know|let (?:us|me) know|(?:tak(?:e|ing|en)|took) (?:the|a) (?:time|trouble|moment)|making (?:us|me) aware|alert(?:ing|ed)|inform(?:ing|ed)|notif(?:ying|ied)|coming (?:back )?to us|approaching|time (?:to|you)|shar(?:ing|ed)|flagg(?:ing|ed)|sending|sent|dropping|dropped|enquir(?:y|ies|ing)|inquir(?:y|ies|ing)|questions?|quer(?:y|ies)|note|letter|interest|feedback|requests?|report(?:ing)?|comments?|call(?:ing)?|contact|reply|response|details|photos?|pictures?|information|heads[- ]up|info|complaint|correspondence|honesty|tell(?:ing)?|explain(?:ing)?|providing|highlighting|pointing|following up|speaking|checking|notice|kind words)\b/

/** After the word: stock thanks that say nothing of the message, requests, thanks in advance, "thanks to …". */
export const THANKS_STOCK_EN =
  /^(?: (?:so|very) much| again)?,? (?:in advance|to (?!you for)|if you|it if|in anticipation|for (?:your )?(?:continued |kind |valued |ongoing )?(?:understanding|patience|cooperation|co-operation|loyalty|business|custom|trust|support|bearing|waiting|choosing|shopping|being|staying|trusting|allowing|order|purchase|assistance)|your (?:continued )?(?:patience|understanding|business|loyalty|custom|support|cooperation))\b/

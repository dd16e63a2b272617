/**
 * Whether a letter says of itself that a machine wrote it, as Regulation (EU) 2024/1689 (AI Act), Art. 50, asks of those who let one answer.
 * Only what the letter says of itself: a person may well point to the house's chatbot.
 */
import { fold } from '../../text/fold.js'

const MACHINE_FR =
  "(?:une? |l'|notre |votre )?(?:intelligence artificielle|ia\\b|assistante? (?:virtuel|numerique|automatique|conversationnel)|agente? (?:virtuel|conversationnel)|chatbot|robot\\b|modele de langage)"
const MACHINE_EN =
  '(?:an? |our |the )?(?:ai\\b|artificial intelligence|(?:ai|virtual|digital|automated) (?:assistant|agent)|chat ?bot|bot\\b|(?:large )?language model)'

const SAID: readonly RegExp[] = [
  new RegExp(
    `\\b(?:reponse|message|mail|courriel|texte)\\b[^.!?]{0,40}\\b(?:genere|redige|ecrit|produit|compose|prepare)e?s?\\b[^.!?]{0,40}\\b(?:par|avec|a l'aide d['e]) ?${MACHINE_FR}`,
  ),
  new RegExp(`\\bje suis ${MACHINE_FR}`),
  new RegExp(
    `\\b(?:reply|answer|response|message|e-?mail)\\b[^.!?]{0,40}\\b(?:generated|written|drafted|composed|produced|prepared|answered)\\b[^.!?]{0,40}\\b(?:by|with) ${MACHINE_EN}`,
  ),
  new RegExp(`\\b(?:i am|i'm|this is) ${MACHINE_EN}`),
  // The line of a signature: "Léo, assistant virtuel".
  /^[^\n.,]{2,40}, (?:(?:votre|your|notre|our) )?(?:assistante? virtuel(?:le)?|agente? virtuel(?:le)?|(?:ai|virtual|digital) (?:assistant|agent)|chatbot)\s{0,3}$/m,
]

/** "Written by a person and not by an AI". */
const DENIED = /\b(?:pas|non|sans|jamais|plutot|not|never|without|rather)\b/

/** Characters that are looked at: a letter that says it says it at its beginning or end. */
const LOOKED_AT = 6_000

/** True where the letter says that a machine wrote it. */
export function saysMachineWrote(text: string, signature: string): boolean {
  const folded = fold(`${text.slice(0, LOOKED_AT)}\n${text.slice(LOOKED_AT).slice(-LOOKED_AT)}\n${signature}`)
  return SAID.some((pattern) => {
    const found = pattern.exec(folded)
    return found !== null && !DENIED.test(found[0])
  })
}

/** Cuts a letter into sentences: lines wrapped by a mail program are joined, short lines stand alone. */

const MOST_SENTENCES = 150
const LONGEST_SENTENCE = 500

/** A line below this many characters was ended by its writer, not by wrapping at 60–80 characters. */
const WRAPPED_FROM = 50

/** Where a receipt repeats what the customer wrote, without quoting marks. */
const ECHO =
  /^\s*(?:rappel de )?(?:votre|vos|your|le|the|copie de votre|contenu (?:de|du) (?:votre )?|(?:voici )?(?:un )?(?:la )?copie de)\s?(?:\w+ )?(message|demande|question|mail|e-?mail|request|enquiry|original message|texte|description)( initiale?| d'origine| details)?\s*(?:\([^)]{0,60}\)\s*)?:\s*$/i

const OUR_ANSWER = /^[^\S\n\r\u2028\u2029]*(notre réponse|réponse|our (answer|reply|response)|answer|reply)\s*:/im

/** The text up to an echo of the customer's message; whole where there is none or an answer follows it. */
export function withoutEcho(text: string): string {
  const lines = text.split('\n')
  const at = lines.findIndex((line, index) => index > 2 && line.length < 90 && ECHO.test(line))
  if (at < 0) return text
  const rest = lines.slice(at + 1).join('\n')
  return OUR_ANSWER.test(rest) ? text : lines.slice(0, at).join('\n')
}

function logicalLines(text: string): string[] {
  const joined: string[] = []
  let open = ''
  const close = () => {
    if (open.trim() !== '') joined.push(open.trim())
    open = ''
  }
  let previous = ''
  for (const line of text.split('\n').slice(0, 600)) {
    const bullet = /^\s*([-*•–·>]|\d{1,2}[.)])\s/.test(line)
    const ended = previous.trim().length < WRAPPED_FROM || /[.!?:…]\s*$/.test(previous)
    if (line.trim() === '' || bullet || ended) close()
    if (line.trim() !== '') open = open === '' ? line : `${open} ${line.trim()}`
    previous = line
  }
  close()
  return joined
}

/** Sentences of a text, in order, each at most 500 characters. */
export function sentencesOf(text: string): string[] {
  const sentences = logicalLines(text.slice(0, 40_000)).flatMap((line) =>
    line.split(
      /(?<=(?:[a-zà-ÿ)»"'€%]|\d{3})[.…])[ \u00a0]+(?=[A-ZÀ-Þ0-9"«(•])|(?<=[!?])[ \u00a0]+(?=[A-ZÀ-Þ0-9"«(•])|(?<=[a-zà-ÿ)]{3})[ \u00a0]?[;:][ \u00a0\u202f]+(?=[\p{L}'’]+ [\p{L}'’]+ \p{L})|[ \u00a0][–—-][ \u00a0](?=\p{L}+ \p{L}+ \p{L})/u,
    ),
  )
  return sentences
    .map((sentence) => sentence.trim().slice(0, LONGEST_SENTENCE))
    .filter((sentence) => /\p{L}{2}/u.test(sentence))
    .slice(0, MOST_SENTENCES)
}

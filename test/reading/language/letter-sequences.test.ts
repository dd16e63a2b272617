import { eld } from 'eld/small'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { languageBySequences } from '../../../src/reading/language/letter-sequences.js'

/** The same as eld says it. */
function asEld(text: string): ReturnType<typeof languageBySequences> {
  const found = eld.detect(text)
  return { language: found.language === '' ? null : found.language, reliable: found.isReliable() }
}

const SENTENCES = [
  'Nous vous remercions de votre message et revenons vers vous dans les meilleurs délais.',
  'Thank you for getting in touch; we don’t have news of your parcel yet.',
  'Vielen Dank für Ihre Nachricht, wir melden uns so schnell wie möglich bei Ihnen.',
  'Gracias por su mensaje, le responderemos lo antes posible, señor Núñez.',
  'Obrigado pela sua mensagem, entraremos em contacto consigo em breve.',
  'Grazie per il Suo messaggio: Le risponderemo al più presto.',
  'Dank u voor uw bericht, wij nemen zo snel mogelijk contact met u op.',
  'Dziękujemy za wiadomość, odpowiemy tak szybko, jak to możliwe.',
  'Děkujeme za vaši zprávu, ozveme se vám co nejdříve.',
  'Спасибо за ваше сообщение, мы ответим вам в ближайшее время.',
  'Дякуємо за ваше повідомлення, ми відповімо найближчим часом.',
  'Σας ευχαριστούμε για το μήνυμά σας, θα απαντήσουμε σύντομα.',
  'شكرا لرسالتك، سنرد عليك في أقرب وقت ممكن.',
  'תודה על הודעתך, נחזור אליך בהקדם האפשרי.',
  'お問い合わせありがとうございます。できるだけ早くご返信いたします。',
  '感谢您的来信，我们会尽快回复您。',
  '메시지를 보내 주셔서 감사합니다. 곧 답변드리겠습니다.',
  'ขอบคุณสำหรับข้อความของคุณ เราจะตอบกลับโดยเร็วที่สุด',
  'आपके संदेश के लिए धन्यवाद, हम जल्द ही उत्तर देंगे।',
  'Cảm ơn bạn đã nhắn tin, chúng tôi sẽ trả lời sớm nhất có thể.',
]

/** Words of all these languages, and what is none. */
const piece = fc.oneof(
  fc.constantFrom(...SENTENCES.flatMap((sentence) => sentence.split(' '))),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.stringMatching(/^[a-zà-ÿ'’]{1,9}$/),
  fc.constantFrom('x'.repeat(69), 'é'.repeat(40), 'z'.repeat(200), '😀', '𝒳𝒴', '\ud83d', '42', "l'", '__proto__', '`'),
)

describe('language by letter sequences', () => {
  it.each(SENTENCES)('says what eld says of “%s”', (sentence) => {
    expect(languageBySequences(sentence)).toEqual(asEld(sentence))
  })

  it('says what eld says of any text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), fc.constantFrom(' ', '  ', '\n', '-'), (pieces, between) => {
        const text = pieces.join(between)
        expect(languageBySequences(text)).toEqual(asEld(text))
      }),
      { numRuns: 2_000 },
    )
  })

  it('knows nothing of an empty text', () => {
    expect(languageBySequences('')).toEqual({ language: null, reliable: false })
    expect(languageBySequences(' 12 + 30 ')).toEqual({ language: null, reliable: false })
  })
})

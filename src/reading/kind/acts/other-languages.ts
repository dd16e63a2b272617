/** Speech acts in German, Spanish, Italian, Dutch and Portuguese: the usual formulas of receipts and absences. */
import type { ActPatterns } from './act.js'

export const OTHER_ACTS: readonly ActPatterns[] = [
  {
    act: 'absence',
    patterns: [
      /\b(ich bin|wir sind).{0,40}\b(nicht im (buro|haus)|abwesend|im urlaub|ausser haus|verreist)|abwesenheitsnotiz|wahrend meiner abwesenheit|ab dem .{0,20} wieder (im buro|erreichbar)/,
      /\b(estoy|estare|me encuentro)[^.]{0,30}\b(fuera de la oficina|de vacaciones|ausente)|fuera de (la )?oficina|durante mi ausencia/,
      /\b(sono|saro)[^.]{0,30}\b(fuori ufficio|in ferie|assente|in vacanza)|fuori sede|durante la mia assenza/,
      /\b(ik ben|wij zijn)[^.]{0,40}\b(afwezig|niet aanwezig|met vakantie|op vakantie|niet op kantoor)|tijdens mijn afwezigheid/,
      /\b(estou|estarei)[^.]{0,30}\b(fora do escritorio|de ferias|ausente)|durante a minha ausencia/,
    ],
    examples: [
      'Ich bin bis zum 12. März nicht im Büro.',
      'Estoy fuera de la oficina hasta el lunes.',
      'Sono fuori ufficio fino al 3 maggio.',
      'Ik ben afwezig tot en met vrijdag.',
      'Estou de férias até 10 de agosto.',
    ],
  },
  {
    act: 'survey',
    patterns: [
      /\b(umfrage|zufriedenheitsbefragung|bewerten sie|ihre meinung|wie zufrieden|encuesta|valore (su|nuestra)|su opinion|sondaggio|valuta (la|il)|la tua opinione|la sua opinione|klanttevredenheid|beoordeel|uw mening|inquerito|avalie|a sua opiniao)\b/,
    ],
    examples: ['Bitte bewerten Sie unseren Service.', 'Responda a nuestra encuesta de satisfacción.'],
  },
  {
    act: 'promotion',
    patterns: [
      /\b(abmelden|rabatt(code)?|jetzt (sparen|kaufen|shoppen)|angebote?|darse de baja|descuento|oferta|annulla(re)? (l')?iscrizione|sconto|offerta|uitschrijven|korting|aanbieding|cancelar (a )?subscricao|desconto|promocao)\b/,
    ],
    examples: ['Jetzt sparen mit unserem Rabattcode.'],
  },
  {
    act: 'promise',
    patterns: [
      /\b(melden uns|setzen uns|werden (uns|ihre|ihr|sie)|kummern uns|bearbeiten|wird (schnellstmoglich|umgehend|so schnell)|antworten (ihnen|sobald)|schnellstmoglich|so (schnell|bald) wie moglich|in kurze|innerhalb von \d+|baldmoglichst)\b/,
      /\b(nos pondremos en contacto|le (responderemos|contestaremos|atenderemos)|responderemos|lo antes posible|a la mayor brevedad|en breve|en un plazo de)\b/,
      /\b(le risponderemo|ti risponderemo|risponderemo|la (ricontatteremo|contatteremo)|ti ricontatteremo|al piu presto|il prima possibile|quanto prima|entro \d+ ore|prendera in carico)\b/,
      /\b(nemen (zo snel|spoedig|binnen)|neemt (zo|contact)|contact met u op|zo (snel|spoedig) mogelijk|binnen \d+ (uur|werkdagen)|beantwoorden (uw|wij))\b/,
      /\b(entraremos em contacto|responderemos|o mais (breve|rapido) possivel|com a maior brevidade|no prazo de|iremos responder)\b/,
    ],
    examples: [
      'Wir melden uns schnellstmöglich bei Ihnen.',
      'Le responderemos lo antes posible.',
      'La ricontatteremo al più presto.',
      'Wij nemen zo snel mogelijk contact met u op.',
      'Entraremos em contacto consigo o mais breve possível.',
    ],
  },
  {
    act: 'receipt',
    patterns: [
      /\b(ihre (anfrage|nachricht|e-?mail|mitteilung)[^.]{0,40}(erhalten|eingegangen|registriert|bearbeitet)|(vielen|herzlichen|besten) dank fur ihre (anfrage|nachricht|e-?mail|mitteilung|kontaktaufnahme)|danke fur ihre|eingangsbestatigung|vorgangsnummer|ticketnummer)\b/,
      /\b(hemos recibido su|su (mensaje|consulta|solicitud|peticion)[^.]{0,30}(recibid|registrad)|gracias por (contactar|ponerse en contacto|su (mensaje|consulta|correo|interes)|escribirnos)|acuse de recibo|numero de (caso|ticket|incidencia))\b/,
      /\b(abbiamo (ricevuto|preso in carico)|la (sua|tua) (richiesta|segnalazione|e-?mail)[^.]{0,30}(ricevut|registrat|presa)|grazie per (averci|aver|la (sua|tua)|il (suo|tuo))|numero (di )?(ticket|pratica|richiesta))\b/,
      /\b(wij hebben uw|we hebben (uw|je)|uw (bericht|vraag|e-?mail|aanvraag)[^.]{0,30}(ontvangen|geregistreerd)|(bedankt|dank) (u )?voor (uw|je) (bericht|vraag|e-?mail|aanvraag)|ontvangstbevestiging|ticketnummer)\b/,
      /\b(recebemos (a sua|o seu)|(a sua|o seu) (mensagem|pedido|contacto|e-?mail)[^.]{0,30}(recebid|registad)|obrigad[oa] (por|pelo|pela) (contactar|seu|sua|nos|contacto)|numero d[oe] (pedido|processo|ticket))\b/,
    ],
    examples: [
      'Vielen Dank für Ihre Anfrage.',
      'Hemos recibido su consulta.',
      'Abbiamo ricevuto la sua richiesta.',
      'Wij hebben uw bericht ontvangen.',
      'Recebemos a sua mensagem.',
    ],
  },
  {
    act: 'automation',
    patterns: [
      /\b(automatisch(e|er|en)?|nicht auf diese (e-?mail|nachricht)|automatic(o|a|amente)|no responda|non rispondere|niet beantwoorden|nao responda|respuesta automatica|risposta automatica)\b/,
    ],
    examples: ['Dies ist eine automatisch erzeugte Nachricht.', 'Este es un mensaje automático, no responda.'],
  },
  {
    act: 'closing',
    patterns: [
      /^[\s>*-]*(mit (freundlichen|besten) grussen|freundliche grusse|viele grusse|beste grusse|saludos|un saludo|atentamente|cordiali saluti|distinti saluti|met vriendelijke groet|vriendelijke groeten|com os melhores cumprimentos|atenciosamente|ihr( \w+){0,2} team)\b/,
    ],
    examples: ['Mit freundlichen Grüßen', 'Cordiali saluti'],
  },
  {
    act: 'greeting',
    patterns: [
      /^[\s>*-]*(sehr geehrte[rs]?|guten (tag|morgen)|liebe[rs]?|hallo|hola|buenos dias|buenas tardes|estimad[oa]|gentile|buongiorno|salve|ciao|egregio|geachte|beste|dag|caro|cara|ola|bom dia|boa tarde|exm[oa])\b[^.?]{0,60}$/,
    ],
    examples: ['Sehr geehrte Frau Weber,', 'Estimada señora:', 'Geachte mevrouw,'],
  },
]

/** Formulas of letters that are often written wrong: je vous prie de, veuillez agréer, ci-joint, tenir informé, tout mettre en œuvre. */
import { patternRule } from '../pattern.js'

const SOURCE =
  'Dictionnaire de l’Académie française, aux articles « prier », « agréer », « joint » ; formules de correspondance'

export const letterFormulas = patternRule({
  id: 'letter-formula',
  category: 'grammar',
  message: 'Cette formule de correspondance s’écrit autrement.',
  source: SOURCE,
  patterns: [
    ['je vous|te [pris|prit|prix|pri|pries]', 'prie'],
    ['nous vous [prion|prient|prie]', 'prions'],
    [
      '[veillez|veuiller|veuilliez] agréer|trouver|accepter|recevoir|croire|noter|nous|me|excuser|patienter|contacter|cliquer|vérifier|consulter|adresser|envoyer|retourner|renvoyer|indiquer|préciser|prendre|vous',
      'veuillez',
    ],
    ['[si-joint|si-jointe|si-joints|si-jointes|ci-join|si-inclus]', 'ci-joint'],
    ['trouver|trouverez|trouvez [si joint|jointe|joints|jointes]', 'ci-joint'],
    ['tenir|tiens|tenons|tient|tiendrai|tiendrons|tiendra|tiendront|tenus? [informer]', 'informé'],
    ['tenir|tiens|tenons|tient|tiendrai|tiendrons|tiendra bien~ [informer]', 'informé'],
    ['mettre|mettons|mettez|met|mettront|mettrons|mettrai|mettra|mis|mettent [tous] en œuvre', 'tout'],
    ['faire|ferons|faisons|ferai|font|fait|feront [tous] notre|son|leur|mon possible', 'tout'],
    ['[tous] est|sera|semble|va|reste', 'tout'],
    ['dans les plus [bref|brève] délais', 'brefs'],
    ["merci d' [avances]", 'avance'],
    ['en vous [remercient|remerciants]', 'remerciant'],
    ["dans l' [attentes]", 'attente'],
    ['à votre|notre|leur entière~ [dispositions]', 'disposition'],
    ['en [attentes|retards]', 'attente|retard'],
    ['suite à [notre entretient]', 'notre entretien'],
    ['<det> [entretient] <word>', 'entretien'],
    ['[malgrés]', 'malgré'],
    ['[parmis]', 'parmi'],
    ['bonne [continuations|réceptions|journées|soirées]', 'continuation|réception|journée|soirée'],
    ['mise|mises|mettre|mis|mettons|mettez|mettant|remise à [jours]', 'jour'],
    ["par|d' [ailleur]", 'ailleurs'],
    ['<number> fois par [jours|semaines|heures]', 'jour|semaine|heure'],
    ['par [jours|heures|semaines|ans|personnes] <edge>', 'jour|heure|semaine|an|personne'],
  ],
  unless: (text, index) =>
    text.lower(index) === 'tous' &&
    text.at(index - 1).type === 0 &&
    !/^(mettre|mettons|mettez|met|mettront|mettrons|mettrai|mettra|mis|mettent|faire|ferons|faisons|ferai|font|fait|feront|que|et|mais|où)$/.test(
      text.lower(index - 1),
    ),
  wrong: [
    'Je vous pris d’agréer nos salutations.',
    'Veillez trouver le bon ci-dessous.',
    'Nous mettons tous en œuvre pour vous aider.',
    'Nous vous tiendrons informer.',
  ],
  right: [
    'Je vous prie d’agréer nos salutations.',
    'Veuillez trouver le bon ci-dessous.',
    'Veillez à bien refermer le carton.',
    'Nous mettons tout en œuvre.',
    'Tous sont prévenus.',
  ],
})

export const LETTER_RULES = [letterFormulas]

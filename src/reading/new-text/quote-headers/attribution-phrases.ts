/**
 * Words of the line that introduces a quote ("Le … a écrit :", "On … wrote:"), one entry a language, each with lines as
 * mail programs write them. The examples are tests.
 */

/** How one language introduces a quote. */
export interface AttributionPhrases {
  readonly language: string
  /** Words before the date, as alternatives of a regular expression; none where the line begins with the date. */
  readonly openings: readonly string[]
  /** The verb, as alternatives of a regular expression; it stands at the end, or before name or date. */
  readonly verbs: readonly string[]
  /** Lines (`\n` where the program wraps) that are such headers; the programs are named beside them. */
  readonly examples: readonly string[]
}

/** All languages, those of the study first. */
export const ATTRIBUTION_PHRASES: readonly AttributionPhrases[] = [
  {
    language: 'fr',
    openings: ['le', 'à la date du', 'en date du', 'date :', 'el'],
    verbs: ['[aà] (?:[eé]crit|r[eé]pondu)(?:\\(e\\))?', 'ont [eé]crit', '[eé]crivait', '[eé]crit', 'a dit'],
    examples: [
      'Le mar. 12 mars 2024 à 10:24, Claire Aubry <claire@persona.example> a écrit :', // Gmail
      'Le 12 mars 2024 à 10:24, Claire Aubry <claire@persona.example> a écrit :', // Apple Mail
      'Le 12/03/2024 à 10:24, Claire Aubry a écrit :', // Thunderbird
      'Le mardi 12 mars 2024 à 10:24:13 UTC+1, Claire Aubry <claire@persona.example>\na écrit :', // Yahoo
      'Le 2024-03-12 10:24, Claire Aubry a écrit :', // Roundcube
      'Le mar. 12 mars 2024 à 10:24, Claire Aubry\n<claire.aubry+k3v9@persona.example> a\nécrit :',
      'Claire Aubry <claire@persona.example> a écrit le mar. 12 mars 2024 à 10:24 :',
      'Claire Aubry a écrit le 12/03/2024 10:24 :',
    ],
  },
  {
    language: 'en',
    openings: ['on', 'at', 'in (?:a|an) (?:message|e-?mail) dated'],
    verbs: ['wrote', 'writes', 'said', 'replied', 'has written'],
    examples: [
      'On Tue, Mar 12, 2024 at 10:24 AM Claire Aubry <claire@persona.example> wrote:', // Gmail
      'On 12 Mar 2024, at 10:24, Claire Aubry <claire@persona.example> wrote:', // Apple Mail
      'On 3/12/24 10:24 AM, Claire Aubry wrote:', // Thunderbird
      'On Tuesday, March 12, 2024 at 10:24:13 AM GMT+1, Claire Aubry\n<claire@persona.example> wrote:', // Yahoo
      'On Tue, 12 Mar 2024 10:24:13 +0100 Claire Aubry <claire@persona.example> wrote', // Zoho
      'Claire Aubry <claire@persona.example> wrote:',
      'Claire Aubry wrote on 12/03/2024 10:24:',
    ],
  },
  {
    language: 'de',
    openings: ['am'],
    verbs: ['schrieb', 'hat geschrieben'],
    examples: [
      'Am Di., 12. März 2024 um 10:24 Uhr schrieb Claire Aubry <claire@persona.example>:',
      'Am 12.03.2024 um 10:24 schrieb Claire Aubry:',
      'Claire Aubry <claire@persona.example> schrieb am Di., 12. März 2024, 10:24:',
      '12.03.2024 10:24 - Claire Aubry schrieb:', // OTRS
    ],
  },
  {
    language: 'es',
    openings: ['el', 'en'],
    verbs: ['escribi[oó]', 'ha escrito'],
    examples: [
      'El mar, 12 mar 2024 a las 10:24, Claire Aubry (<claire@persona.example>) escribió:',
      'El 12/3/24 a las 10:24, Claire Aubry escribió:',
    ],
  },
  {
    language: 'it',
    openings: ['il giorno', 'il', 'in data'],
    verbs: ['ha scritto', 'scrisse', 'scrive'],
    examples: [
      'Il giorno mar 12 mar 2024 alle ore 10:24 Claire Aubry <claire@persona.example> ha scritto:',
      'Il 12/03/2024 10:24, Claire Aubry ha scritto:',
      'In data 12 marzo 2024 10:24:13 "Claire Aubry" <claire@persona.example> ha scritto:',
    ],
  },
  {
    language: 'nl',
    openings: ['op'],
    verbs: ['schreef', 'heeft .{0,120}geschreven'],
    examples: [
      'Op di 12 mrt 2024 om 10:24 schreef Claire Aubry <claire@persona.example>:',
      'Op 12 mrt. 2024 om 10:24 heeft Claire Aubry <claire@persona.example> het volgende geschreven:',
    ],
  },
  {
    language: 'pt',
    openings: ['em', 'no dia', 'a'],
    verbs: ['escreveu'],
    examples: [
      'Em ter., 12 de mar. de 2024 às 10:24, Claire Aubry <claire@persona.example> escreveu:',
      'Em 12/03/2024 10:24, Claire Aubry escreveu:',
    ],
  },
  {
    language: 'da, no, sv',
    openings: ['den', 'på', 'le'],
    verbs: ['skrev', 'skreiv', 'har skrevet'],
    examples: [
      'Den tirs. 12. mar. 2024 kl. 10.24 skrev Claire Aubry <claire@persona.example>:',
      'tir. 12. mar. 2024 kl. 10:24 skrev Claire Aubry <claire@persona.example>:',
      'Den tis 12 mars 2024 kl 10:24 skrev Claire Aubry <claire@persona.example>:',
      '12 mars 2024 kl. 10:24 skrev Claire Aubry <claire@persona.example>:',
    ],
  },
  {
    language: 'pl',
    openings: ['w dniu', 'dnia', '(?:w )?(?:pon|wt|[sś]r|czw|pt|sob|niedz)\\.?,'],
    verbs: ['napisa[lł](?:\\(a\\)|a)?', 'pisze'],
    examples: [
      'wt., 12 mar 2024 o 10:24 Claire Aubry <claire@persona.example> napisał(a):',
      'W dniu 12.03.2024 o 10:24, Claire Aubry pisze:',
    ],
  },
  {
    language: 'ru',
    openings: ['от'],
    verbs: ['написал(?:\\(а\\)|а)?', 'пишет', 'писал(?:\\(а\\)|а)?'],
    examples: [
      'вт, 12 мар. 2024 г. в 10:24, Claire Aubry <claire@persona.example>:',
      '12 марта 2024 г., в 10:24, Claire Aubry <claire@persona.example> написал(а):',
      'Tue, 12 Mar 2024 10:24:13 +0300 от Claire Aubry <claire@persona.example>:',
    ],
  },
  {
    language: 'zh',
    openings: ['在', '于', '於'],
    verbs: ['写道', '寫道', '写', '寫'],
    examples: [
      '在 2024年3月12日，上午10:24，Claire Aubry <claire@persona.example> 写道：',
      'Claire Aubry <claire@persona.example> 于2024年3月12日周二 10:24写道：',
    ],
  },
  {
    language: 'ja',
    openings: [],
    verbs: ['のメール', 'は書きました', 'が書きました', 'wrote'],
    examples: ['2024年3月12日(火) 10:24 Claire Aubry <claire@persona.example>:'],
  },
  {
    language: 'fi',
    openings: [],
    verbs: ['kirjoitti'],
    examples: ['ti 12. maalisk. 2024 klo 10.24 Claire Aubry (claire@persona.example) kirjoitti:'],
  },
]

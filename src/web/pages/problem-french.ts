/** French of what pages say when something went wrong: of each sentence of the web room and of closing, and a heading for everything else. */
import type { ErrorCode } from '../../domain/error.js'

/** Headings where a sentence comes from another room and is shown as it is, in English. */
const HEADINGS: Readonly<Record<ErrorCode, string>> = {
  usage: 'La demande est incomplète',
  configuration: 'La configuration de l’étude est à corriger',
  'not-found': 'Cela n’existe pas',
  forbidden: 'Ce n’est pas permis ici',
  unauthenticated: 'Connectez-vous d’abord',
  'rate-limited': 'Trop de demandes',
  conflict: 'L’état actuel ne le permet pas',
  mailbox: 'Une boîte aux lettres ne répond pas',
  ledger: 'Le registre ne répond pas',
  unavailable: 'Un service ne répond pas',
  tampered: 'Une pièce ne correspond pas à son sceau',
  internal: 'Une erreur est survenue de notre côté',
}

/** What keeps an edition from being closed or published, as `src/editions/closing.ts` and `publishing.ts` say it, after the thing that it is about. */
const CLOSING: readonly (readonly [english: string, french: string])[] = [
  ['Edition {} cannot be closed yet', 'L’édition {} ne peut pas encore être close'],
  ['Edition {} cannot be published yet', 'L’édition {} ne peut pas encore être publiée'],
  [
    'Edition {} is {}; only a running one can be closed',
    'L’édition {} est dans l’état « {} » ; seule une édition en cours se clôt',
  ],
  [
    'Edition {} is {}; it must be closed before it is published',
    'L’édition {} est dans l’état « {} » ; elle doit être close avant d’être publiée',
  ],
  ['Edition {} is published already', 'L’édition {} est déjà publiée'],
  [
    '`replymark publish --edition {}` writes its site again, `replymark verify --edition {}` checks its seal.',
    '`replymark publish --edition {}` écrit son site de nouveau, `replymark verify --edition {}` vérifie son sceau.',
  ],
  ['Run `replymark close --edition {}` first.', 'Lancez d’abord `replymark close --edition {}`.'],
  ['{}: {} probe(s) are not sent yet', '{} : {} envoi(s) ne sont pas encore partis'],
  ['Let `replymark run --live` finish, or cancel them.', 'Laissez `replymark run --live` finir, ou annulez-les.'],
  ['{}: {} probe(s) are still inside their answer window', '{} : {} envoi(s) sont encore dans leur délai de réponse'],
  [
    'The last window ends on {} UTC; close the edition after it.',
    'Le dernier délai prend fin le {} UTC ; l’édition se clôt ensuite.',
  ],
  ['{}: {} probe(s) are uncertain', '{} : {} envoi(s) sont incertains'],
  ['Settle them: `replymark review` lists them.', 'Tranchez-les : `replymark review` les énumère.'],
  [
    '{}: its mailbox was not read since the last answer window ended',
    '{} : sa boîte n’a pas été relevée depuis la fin du dernier délai de réponse',
  ],
  ['Let `replymark run` read it once more.', 'Laissez `replymark run` la relever encore une fois.'],
  ['{}: {} exchange(s) are not assessed', '{} : {} échange(s) ne sont pas évalués'],
  ['{}: {} exchange(s) changed since they were assessed', '{} : {} échange(s) ont changé depuis leur évaluation'],
  ['Run `replymark assess --edition {}`.', 'Lancez `replymark assess --edition {}`.'],
  ['{}, criterion {}: the finding is an error: {}', '{}, critère {} : le constat est une erreur : {}'],
  ['{}: the finding is an error: {}', '{} : le constat est une erreur : {}'],
  [
    'Run `replymark assess --edition {}` once the cause is gone.',
    'Lancez `replymark assess --edition {}` une fois la cause écartée.',
  ],
  [
    '{}: brands can see and contest their marks until {} UTC',
    '{} : les marques peuvent voir et contester leurs notes jusqu’au {} UTC',
  ],
  [
    'Publish after it; `rightOfReplyDays` and `brandEmbargoUntil` in study.yaml say how long that is.',
    'Publiez ensuite ; `rightOfReplyDays` et `brandEmbargoUntil` dans study.yaml disent combien de temps.',
  ],
  ['{}: nobody has decided it: {}', '{} : personne n’a tranché : {}'],
  [
    'Decide it with `replymark review` or on the review page.',
    'Tranchez avec `replymark review` ou sur la page des relectures.',
  ],
]

/** Sentences as they are thrown, `{}` for what varies, and their French with the same places in the same order. */
const SENTENCES: readonly (readonly [english: string, french: string])[] = [
  ['Internal error', 'Une erreur est survenue de notre côté'],
  [
    'Something went wrong on our side. Quote {} when you report it.',
    'Une erreur est survenue de notre côté. Citez {} en la signalant.',
  ],
  ['The sending service does not run in this process', 'Le service d’envoi ne tourne pas dans ce processus'],
  ['Start it with `replymark run`.', 'Démarrez-le avec `replymark run`.'],
  ['This edition is published and sealed', 'Cette édition est publiée et scellée'],
  [
    'Write to the operator: a correction becomes a new, named variant.',
    'Écrivez à l’opérateur : une correction devient une nouvelle variante, nommée.',
  ],
  ['A correction becomes a new, named variant.', 'Une correction devient une nouvelle variante, nommée.'],
  ['You cannot remove your own account', 'Vous ne pouvez pas supprimer votre propre compte'],
  ['Ask another operator.', 'Demandez à un autre opérateur.'],
  ['{} has an account already', '{} a déjà un compte'],
  [
    'Choose another address or remove the account first.',
    'Choisissez une autre adresse ou supprimez d’abord ce compte.',
  ],
  ['API keys do not send forms', 'Une clé d’API n’envoie pas de formulaire'],
  ['Sign in to do this.', 'Connectez-vous pour le faire.'],
  ['API keys have no account page', 'Une clé d’API n’a pas de page de compte'],
  ['Only the brand itself contests its marks', 'Seule la marque conteste ses propres notes'],
  [
    'The exchanges of this edition are not open to brands yet',
    'Les échanges de cette édition ne sont pas encore ouverts aux marques',
  ],
  [
    'They open when the edition is closed, or at the time the operator has set.',
    'Ils le seront à la clôture de l’édition, ou à la date fixée par l’opérateur.',
  ],
  ['This form was sent from another site', 'Ce formulaire a été envoyé depuis un autre site'],
  [
    'Open the page on this site and send the form again.',
    'Ouvrez la page sur ce site et envoyez le formulaire de nouveau.',
  ],
  ['This operation is not for this caller', 'Cette opération n’est pas pour cet appelant'],
  ['Ask the operator for a key with another role.', 'Demandez à l’opérateur une clé d’un autre rôle.'],
  ['This page is not for your account', 'Cette page n’est pas pour votre compte'],
  ['Ask the operator of the study if you need it.', 'Demandez à l’opérateur de l’étude si vous en avez besoin.'],
  ['No edition is planned', 'Aucune édition n’est planifiée'],
  ['There is no such exchange', 'Cet échange n’existe pas'],
  ['Open it from the list of exchanges.', 'Ouvrez-le depuis la liste des échanges.'],
  ['There is no such mistake', 'Cette faute n’existe pas'],
  [
    'The text may have been read again; open the page anew.',
    'Le texte a peut-être été relu entre-temps ; ouvrez la page de nouveau.',
  ],
  [
    'This message is not part of the exchange, or its evidence was purged',
    'Ce message ne fait pas partie de l’échange, ou ses pièces ont été effacées',
  ],
  ['Edition {} has no file {}', 'L’édition {} n’a pas de fichier {}'],
  ['The open data page lists all files.', 'La page des données ouvertes énumère tous les fichiers.'],
  ['Edition {} has no sector {}', 'L’édition {} n’a pas de secteur {}'],
  ['Edition {} has no such chart', 'L’édition {} n’a pas ce graphique'],
  ['No edition knows a brand {}', 'Aucune édition ne connaît de marque {}'],
  ['No published edition knows a brand {}', 'Aucune édition publiée ne connaît de marque {}'],
  ['There is no asset {}', 'Il n’y a pas de ressource {}'],
  ['There is no published edition {}', 'Il n’y a pas d’édition publiée {}'],
  ['The list of editions shows those that are out.', 'La liste des éditions montre celles qui sont parues.'],
  ['There is no review {}', 'Il n’y a pas de relecture {}'],
  ['It may have been withdrawn; open the list again.', 'Elle a peut-être été retirée ; ouvrez la liste de nouveau.'],
  ['There is nothing at {}', 'Il n’y a rien à l’adresse {}'],
  ['Start again from the league table.', 'Repartez du classement.'],
  ['Too many requests from here', 'Trop de demandes depuis cet endroit'],
  ['Try again in {} s.', 'Réessayez dans {} s.'],
  ['Please sign in first', 'Connectez-vous d’abord'],
  ['The page opens after you have signed in.', 'La page s’ouvre une fois que vous êtes connecté.'],
  ['This operation needs a key', 'Cette opération demande une clé'],
  ['Send `Authorization: Bearer rm_…`.', 'Envoyez `Authorization: Bearer rm_…`.'],
  ['A brand key needs a brand', 'La clé d’une marque demande une marque'],
  ['Fill in the brand’s identifier.', 'Saisissez l’identifiant de la marque.'],
  ['A brand user needs a brand', 'Le compte d’une marque demande une marque'],
  ['Name it with --brand.', 'Nommez-la avec --brand.'],
  ['Overruling a finding needs a score from 0 to 1', 'Pour corriger un constat, il faut un score de 0 à 1'],
  ['Fill in the score and send again.', 'Saisissez le score et envoyez de nouveau.'],
  ['The form names no action', 'Le formulaire ne nomme aucune action'],
  ['Open the account page and send it again.', 'Ouvrez la page du compte et envoyez-le de nouveau.'],
  ['The form names no decision', 'Le formulaire ne nomme aucune décision'],
  ['Accept, overrule or dismiss.', 'Acceptez, corrigez ou écartez.'],
  ['The request is too large', 'La demande est trop volumineuse'],
  ['Send at most {} KB.', 'Envoyez au plus {} Ko.'],
  ['This cursor was not made by the API', 'Ce curseur ne vient pas de l’API'],
  ['Take `next` of the page before.', 'Prenez `next` de la page précédente.'],
  ['This needs a confirmation', 'Cela demande une confirmation'],
  [
    'Tick the box that says what will happen, then send again.',
    'Cochez la case qui dit ce qui va se passer, puis envoyez de nouveau.',
  ],
  ['Your account belongs to no brand', 'Votre compte n’appartient à aucune marque'],
  ['Open /my-brand/ followed by a brand’s identifier.', 'Ouvrez /my-brand/ suivi de l’identifiant d’une marque.'],
  ['A comment has {} to {} characters', 'Un commentaire compte de {} à {} caractères'],
  ['Say what is wrong and why.', 'Dites ce qui est inexact et pourquoi.'],
  ['The password has fewer than {} characters', 'Le mot de passe compte moins de {} caractères'],
  ['The password has more than {} characters', 'Le mot de passe compte plus de {} caractères'],
  ['The password has fewer than {} different characters', 'Le mot de passe compte moins de {} caractères différents'],
  [
    'The password is a sequence of neighbouring characters',
    'Le mot de passe est une suite de caractères qui se suivent',
  ],
  ['The password is among those that are guessed first', 'Le mot de passe est de ceux que l’on essaie en premier'],
  [
    'Choose a longer or less common one; a sentence is fine.',
    'Choisissez-en un plus long ou moins courant ; une phrase convient.',
  ],
  ['Too many wrong passwords or codes', 'Trop de mots de passe ou de codes erronés'],
  ['A key cannot live for “{}” days', 'Une clé ne peut pas durer « {} » jours'],
  [
    'Write a whole number from 1 to {}, or nothing for a key that does not expire.',
    'Saisissez un nombre entier de 1 à {}, ou rien pour une clé sans fin.',
  ],
  ['There is no brand {} in any edition', 'Aucune édition ne compte de marque {}'],
  ['Use an identifier of brands.csv.', 'Donnez un identifiant de brands.csv.'],
  ['The form could not be read', 'Le formulaire n’a pas pu être lu'],
  [
    'Send it as the page does: its parts or fields are not well formed.',
    'Envoyez-le comme la page le fait : ses parties ou ses champs sont mal formés.',
  ],
  ['There is no role “{}”', 'Il n’y a pas de rôle « {} »'],
  ['Roles are {}.', 'Les rôles sont {}.'],
  ['“{}” is not an e-mail address', '« {} » n’est pas une adresse e-mail'],
  ['The sitemap has no part {}', 'Le plan du site n’a pas de partie {}'],
  ['It has {}.', 'Il en a {}.'],
  ['This address has nothing to embed', 'Cette adresse n’a rien à intégrer'],
  ['Give the address of a published edition as url=.', 'Donnez dans url= l’adresse d’une édition publiée.'],
  ['There is no such picture', 'Cette image n’existe pas'],
  ['Write it as name@example.org.', 'Écrivez-la comme nom@example.org.'],
]

const literal = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

const PATTERNS = [...CLOSING, ...SENTENCES].map(([english, french]) => ({
  pattern: new RegExp(`^${english.split('{}').map(literal).join('(.{0,400}?)')}$`, 's'),
  french,
}))

/** The French of a sentence of the web room; null for sentences of other rooms. */
export function frenchOf(sentence: string): string | null {
  for (const { pattern, french } of PATTERNS) {
    const found = pattern.exec(sentence)
    if (!found) continue
    const varying = found.slice(1).values()
    return french.replaceAll('{}', () => varying.next().value ?? '')
  }
  return null
}

/** French heading for an error whose sentence has no French. */
export function frenchHeading(code: ErrorCode): string {
  return HEADINGS[code]
}

/** Sign-in, in one or two steps. The same refusal for an unknown address and a wrong password. */

import type { StudyLanguage } from '../../domain/language.js'
import { inLanguage } from '../../languages/index.js'

const WORDS = {
  fr: {
    title: 'Se connecter',
    email: 'Adresse e-mail',
    password: 'Mot de passe',
    submit: 'Se connecter',
    refused: "L'adresse ou le mot de passe ne convient pas. Vérifiez les deux, puis réessayez.",
    wait: 'Trop d’essais. Réessayez dans {seconds} s.',
    expired: 'Votre session a pris fin. Connectez-vous de nouveau pour continuer.',
    codeTitle: 'Code de vérification',
    code: 'Code à six chiffres de votre application, ou code de secours',
    codeRefused: 'Ce code ne convient pas, ou il a expiré. Essayez le suivant.',
    help: 'Pas encore de compte ? Il est créé par l’opérateur de l’étude.',
  },
  en: {
    title: 'Sign in',
    email: 'E-mail address',
    password: 'Password',
    submit: 'Sign in',
    refused: 'The address or the password is not right. Check both and try again.',
    wait: 'Too many tries. Try again in {seconds} s.',
    expired: 'Your session has ended. Sign in again to go on.',
    codeTitle: 'Verification code',
    code: 'Six-digit code of your app, or a backup code',
    codeRefused: 'This code is not right, or it has expired. Try the next one.',
    help: 'No account yet? The operator of the study makes it.',
  },
} as const

/** Why a sign-in page is shown again. */
export type SignInNotice =
  | { readonly kind: 'refused' | 'expired' }
  | { readonly kind: 'wait'; readonly seconds: number }
  | null

/** Title of the sign-in page. */
export function signInTitle(language: StudyLanguage, step: 'password' | 'code'): string {
  return step === 'password' ? inLanguage(WORDS, language).title : inLanguage(WORDS, language).codeTitle
}

function Notice(props: { language: StudyLanguage; notice: SignInNotice; refused: string }) {
  const { notice } = props
  if (!notice) return null
  const words = inLanguage(WORDS, props.language)
  const text =
    notice.kind === 'wait'
      ? words.wait.replace('{seconds}', String(notice.seconds))
      : notice.kind === 'expired'
        ? words.expired
        : props.refused
  return (
    <div class="notice problem" role="alert">
      <p>{text}</p>
    </div>
  )
}

/** Form for e-mail and password. */
export function SignInPage(props: { language: StudyLanguage; next: string; email: string; notice: SignInNotice }) {
  const words = inLanguage(WORDS, props.language)
  return (
    <>
      <h1>{words.title}</h1>
      <Notice language={props.language} notice={props.notice} refused={words.refused} />
      <form method="post" action="/sign-in">
        <input type="hidden" name="next" value={props.next} />
        <div class="field">
          <label for="email">{words.email}</label>
          <input id="email" name="email" type="email" autocomplete="username" required value={props.email} />
        </div>
        <div class="field">
          <label for="password">{words.password}</label>
          <input id="password" name="password" type="password" autocomplete="current-password" required />
        </div>
        <button class="primary" type="submit">
          {words.submit}
        </button>
      </form>
      <p class="hint">{words.help}</p>
    </>
  )
}

/** Form for the second factor. */
export function SecondFactorPage(props: { language: StudyLanguage; next: string; notice: SignInNotice }) {
  const words = inLanguage(WORDS, props.language)
  return (
    <>
      <h1>{words.codeTitle}</h1>
      <Notice language={props.language} notice={props.notice} refused={words.codeRefused} />
      <form method="post" action="/sign-in/code">
        <input type="hidden" name="next" value={props.next} />
        <div class="field">
          <label for="code">{words.code}</label>
          <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required />
        </div>
        <button class="primary" type="submit">
          {words.submit}
        </button>
      </form>
    </>
  )
}

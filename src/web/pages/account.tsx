/** Own account: password, second factor, sign-out here or everywhere. */

import type { StudyLanguage } from '../../domain/language.js'
import { inLanguage } from '../../languages/index.js'
import type { Visitor } from '../accounts/role.js'

const WORDS = {
  fr: {
    title: 'Mon compte',
    role: 'Rôle',
    roles: { operator: 'opérateur', analyst: 'analyste', brand: 'marque', press: 'presse' },
    password: 'Changer de mot de passe',
    current: 'Mot de passe actuel',
    next: 'Nouveau mot de passe (12 caractères au moins)',
    change: 'Changer',
    factor: 'Second facteur (TOTP)',
    factorOff: 'Le second facteur est désactivé. Une application donnera un code à chaque connexion.',
    factorOn: 'Le second facteur est actif.',
    start: 'Activer',
    stop: 'Désactiver',
    secret: 'Entrez cette clé dans votre application, puis le code qu’elle affiche.',
    open: 'Ouvrir l’application de cet appareil',
    backup: 'Codes de secours, à garder en lieu sûr : chacun sert une fois.',
    code: 'Code affiché',
    confirm: 'Confirmer',
    leave: 'Se déconnecter',
    everywhere: 'Se déconnecter partout',
    sessions: 'Sessions',
    done: 'C’est fait.',
    failed: 'Cela n’a pas été possible : vérifiez le mot de passe ou le code.',
  },
  en: {
    title: 'My account',
    role: 'Role',
    roles: { operator: 'operator', analyst: 'analyst', brand: 'brand', press: 'press' },
    password: 'Change password',
    current: 'Current password',
    next: 'New password (12 characters at least)',
    change: 'Change',
    factor: 'Second factor (TOTP)',
    factorOff: 'The second factor is off. An app would give a code at each sign-in.',
    factorOn: 'The second factor is on.',
    start: 'Turn on',
    stop: 'Turn off',
    secret: 'Put this key into your app, then enter the code it shows.',
    open: 'Open the app of this device',
    backup: 'Backup codes, to keep in a safe place: each works once.',
    code: 'Code shown',
    confirm: 'Confirm',
    leave: 'Sign out',
    everywhere: 'Sign out everywhere',
    sessions: 'Sessions',
    done: 'Done.',
    failed: 'That was not possible: check the password or the code.',
  },
} as const

/** What the account page has to say after a form. */
export interface AccountNotice {
  readonly outcome: 'done' | 'failed'
}

function PasswordField(props: { id: string; label: string; name: string; fresh?: boolean }) {
  return (
    <div class="field">
      <label for={props.id}>{props.label}</label>
      <input
        id={props.id}
        name={props.name}
        type="password"
        required
        autocomplete={props.fresh ? 'new-password' : 'current-password'}
        minlength={props.fresh ? 12 : undefined}
      />
    </div>
  )
}

/** The account page. */
export function AccountPage(props: {
  language: StudyLanguage
  visitor: Visitor
  twoFactorEnabled: boolean
  setUp: { uri: string; backupCodes: readonly string[] } | null
  notice: AccountNotice | null
}) {
  const words = inLanguage(WORDS, props.language)
  const { visitor, setUp } = props
  return (
    <>
      <h1>{words.title}</h1>
      {props.notice ? (
        <div class={props.notice.outcome === 'done' ? 'notice' : 'notice problem'} role="status">
          <p>{words[props.notice.outcome]}</p>
        </div>
      ) : null}
      <p>
        {visitor.name} · {visitor.email} · {words.role}: {words.roles[visitor.role]}
      </p>
      <h2>{words.factor}</h2>
      {setUp ? (
        <>
          <p>{words.secret}</p>
          <pre class="secret">{new URL(setUp.uri).searchParams.get('secret')}</pre>
          <p>
            <a href={setUp.uri}>{words.open}</a>
          </p>
          <p>{words.backup}</p>
          <pre class="backup-codes">{setUp.backupCodes.join('\n')}</pre>
          <form method="post" action="/account">
            <div class="field">
              <label for="code">{words.code}</label>
              <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" required />
            </div>
            <button type="submit" class="primary" name="action" value="confirm-second-factor">
              {words.confirm}
            </button>
          </form>
        </>
      ) : (
        <form method="post" action="/account">
          <p>{props.twoFactorEnabled ? words.factorOn : words.factorOff}</p>
          <PasswordField id="factor-password" name="password" label={words.current} />
          <button
            type="submit"
            name="action"
            value={props.twoFactorEnabled ? 'stop-second-factor' : 'start-second-factor'}
          >
            {props.twoFactorEnabled ? words.stop : words.start}
          </button>
        </form>
      )}
      <h2>{words.password}</h2>
      <form method="post" action="/account">
        <PasswordField id="current" name="current" label={words.current} />
        <PasswordField id="next" name="next" label={words.next} fresh />
        <button type="submit" name="action" value="change-password">
          {words.change}
        </button>
      </form>
      <h2>{words.sessions}</h2>
      <form method="post" action="/sign-out" class="inline-form">
        <button type="submit">{words.leave}</button>
      </form>
      <form method="post" action="/account" class="inline-form">
        <button type="submit" class="danger" name="action" value="sign-out-everywhere">
          {words.everywhere}
        </button>
      </form>
    </>
  )
}

/** Accounts and API keys, for the operator. */

import type { StudyLanguage } from '../../domain/language.js'
import { inLanguage } from '../../languages/index.js'
import type { AccountSummary } from '../accounts/accounts.js'
import type { ApiKeySummary } from '../accounts/api-keys.js'
import { ROLES } from '../accounts/role.js'
import { formatDay, NO_FIGURE } from '../format.js'
import { Scroll } from './scroll.js'

const WORDS = {
  fr: {
    title: 'Personnes et clés',
    people: 'Comptes',
    keys: 'Clés d’API',
    noKeys: 'Aucune clé. Une clé donne à un programme la lecture de l’API avec un rôle.',
    email: 'E-mail',
    name: 'Nom',
    role: 'Rôle',
    brand: 'Marque (identifiant)',
    password: 'Mot de passe initial (12 caractères au moins)',
    add: 'Ajouter',
    remove: 'Retirer',
    removes: 'Retire le compte et ses sessions ; ses décisions restent.',
    label: 'Usage',
    expires: 'Expire',
    never: 'jamais',
    used: 'Dernier usage',
    revoke: 'Révoquer',
    fresh: 'Voici la clé. Elle ne sera plus montrée : copiez-la maintenant.',
    addPerson: 'Ajouter un compte',
    addKey: 'Créer une clé',
    days: 'Durée en jours (vide : sans fin)',
    create: 'Créer',
  },
  en: {
    title: 'People and keys',
    people: 'Accounts',
    keys: 'API keys',
    noKeys: 'No key yet. A key lets a program read the API with a role.',
    email: 'E-mail',
    name: 'Name',
    role: 'Role',
    brand: 'Brand (identifier)',
    password: 'First password (12 characters at least)',
    add: 'Add',
    remove: 'Remove',
    removes: 'Removes the account and its sessions; its decisions stay.',
    label: 'Used for',
    expires: 'Expires',
    never: 'never',
    used: 'Last used',
    revoke: 'Revoke',
    fresh: 'Here is the key. It will not be shown again: copy it now.',
    addPerson: 'Add an account',
    addKey: 'Make a key',
    days: 'Days it lives (empty: for good)',
    create: 'Make',
  },
} as const

function RoleField(props: { id: string; label: string }) {
  return (
    <div>
      <label for={props.id}>{props.label}</label>
      <select id={props.id} name="role">
        {ROLES.toReversed().map((role) => (
          <option value={role}>{role}</option>
        ))}
      </select>
    </div>
  )
}

function TextField(props: { id: string; label: string; name: string; type?: string; required?: boolean }) {
  return (
    <div>
      <label for={props.id}>{props.label}</label>
      <input id={props.id} name={props.name} type={props.type ?? 'text'} required={props.required} autocomplete="off" />
    </div>
  )
}

/** The page; `fresh` is a key just made. */
export function PeoplePage(props: {
  language: StudyLanguage
  accounts: readonly AccountSummary[]
  keys: readonly ApiKeySummary[]
  fresh: string | null
}) {
  const words = inLanguage(WORDS, props.language)
  const day = (at: number | null, otherwise: string) => (at === null ? otherwise : formatDay(at, props.language))
  return (
    <>
      <h1>{words.title}</h1>
      {props.fresh ? (
        <div class="notice" role="status">
          <p>{words.fresh}</p>
          <pre>{props.fresh}</pre>
        </div>
      ) : null}
      <h2>{words.people}</h2>
      <Scroll label={words.people}>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.email}</th>
              <th scope="col">{words.name}</th>
              <th scope="col">{words.role}</th>
              <th scope="col">{words.brand}</th>
              <th scope="col">
                <span class="visually-hidden">{words.remove}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {props.accounts.map((account) => (
              <tr>
                <th scope="row">{account.email}</th>
                <td>{account.name}</td>
                <td>{account.role}</td>
                <td>{account.brand ?? NO_FIGURE}</td>
                <td>
                  <form method="post" action="/operator/people">
                    <input type="hidden" name="id" value={account.id} />
                    <button type="submit" class="quiet" name="action" value="remove-account" title={words.removes}>
                      {words.remove}
                      <span class="visually-hidden"> {account.email}</span>
                    </button>
                  </form>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <h3>{words.addPerson}</h3>
      <form method="post" action="/operator/people" class="inline-form">
        <TextField id="email" label={words.email} name="email" type="email" required />
        <TextField id="name" label={words.name} name="name" required />
        <RoleField id="role" label={words.role} />
        <TextField id="brand" label={words.brand} name="brand" />
        <TextField id="password" label={words.password} name="password" type="password" required />
        <button type="submit" class="primary" name="action" value="add-account">
          {words.add}
        </button>
      </form>
      <h2>{words.keys}</h2>
      {props.keys.length === 0 ? <p>{words.noKeys}</p> : null}
      <ul>
        {props.keys.map((key) => (
          <li>
            <form method="post" action="/operator/people">
              <strong>{key.label}</strong> · {key.role}
              {key.brand ? ` (${key.brand})` : ''} · {words.expires} {day(key.expiresAt, words.never)} · {words.used}{' '}
              {day(key.lastUsedAt, words.never)}
              <input type="hidden" name="id" value={key.id} />{' '}
              <button type="submit" class="quiet" name="action" value="revoke-key">
                {words.revoke}
                <span class="visually-hidden"> {key.label}</span>
              </button>
            </form>
          </li>
        ))}
      </ul>
      <h3>{words.addKey}</h3>
      <form method="post" action="/operator/people" class="inline-form">
        <TextField id="key-label" label={words.label} name="label" required />
        <RoleField id="key-role" label={words.role} />
        <TextField id="key-brand" label={words.brand} name="brand" />
        <TextField id="key-days" label={words.days} name="days" type="number" />
        <button type="submit" name="action" value="create-key">
          {words.create}
        </button>
      </form>
    </>
  )
}

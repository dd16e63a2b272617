/** Composing a whole plan: every planned probe gets its text, its sender and its own reply address. */
import type { Brand } from '../domain/brand.js'
import { ReplymarkError } from '../domain/error.js'
import type { Persona } from '../domain/persona.js'
import type { PlannedProbe, Probe } from '../domain/probe.js'
import type { Scenario } from '../domain/scenario.js'
import type { Account, Study } from '../domain/study.js'
import { composeMail, type EarlierMail } from './compose-mail.js'

/** What texts are made from. */
export type CompositionSources = Pick<Study, 'brands' | 'personas' | 'scenarios' | 'accounts'>

/** The address that answers to a probe come to: `local+token@domain`, or `token@domain` where the domain is caught whole. */
export function replyAddressOf(persona: Persona, account: Account, token: string): string {
  const local = account.addressing === 'plus' ? `${persona.localPart}+${token}` : token
  return `${local}@${account.domain}`
}

function find<Thing extends { readonly id: string }>(things: readonly Thing[], id: string, what: string): Thing {
  const thing = things.find((one) => one.id === id)
  if (thing) return thing
  throw new ReplymarkError('configuration', `${what} ${id} is not in the study`, { hint: 'Run `replymark check`.' })
}

function composeOne(
  planned: PlannedProbe,
  sources: { readonly brand: Brand; readonly persona: Persona; readonly scenario: Scenario; readonly account: Account },
  earlier: EarlierMail | null,
): Probe {
  const { brand, persona, scenario, account } = sources
  const variant = find(scenario.variants, planned.variant, `scenario ${scenario.id}, variant`)
  // A mail client answers in a thread under the thread's subject, whatever the template says.
  const inThread =
    earlier && scenario.followUp?.thread === 'same' ? { ...variant, subject: 'Re: {{ earlier.subject }}' } : variant
  const replyAddress = replyAddressOf(persona, account, planned.token)
  return {
    ...planned,
    state: 'planned',
    mail: composeMail({ scenario, variant: inThread, persona, brand, earlier }),
    fromName: `${persona.firstName} ${persona.lastName}`,
    // Where the domain is caught whole, From itself carries the address: people rarely write a Reply-To.
    fromAddress: account.addressing === 'catch-all' ? replyAddress : `${persona.localPart}@${account.domain}`,
    replyAddress,
    messageId: null,
    sentAt: null,
    stateReason: null,
  }
}

/**
 * Composes every probe of a plan, in the plan's order. A follow-up names the day on which its first e-mail is due, or went.
 * @param there probes that follow-ups of the plan may continue
 * @throws ReplymarkError `configuration` where a template cannot be rendered
 */
export function composeProbes(
  plan: readonly PlannedProbe[],
  study: CompositionSources,
  there: readonly Probe[] = [],
): readonly Probe[] {
  const composed = new Map<string, Probe>(there.map((probe) => [probe.id, probe]))
  for (const planned of plan.toSorted(
    (left, right) => Number(left.followsProbe !== null) - Number(right.followsProbe !== null),
  )) {
    const first = planned.followsProbe === null ? null : composed.get(planned.followsProbe)
    const earlier = first ? { subject: first.mail.subject, sentAt: first.sentAt ?? first.dueAt } : null
    const sources = {
      brand: find(study.brands, planned.brand, 'brand'),
      persona: find(study.personas, planned.persona, 'persona'),
      scenario: find(study.scenarios, planned.scenario, 'scenario'),
      account: find(study.accounts, planned.account, 'account'),
    }
    composed.set(planned.id, composeOne(planned, sources, earlier))
  }
  return plan.map((planned) => composed.get(planned.id)!)
}

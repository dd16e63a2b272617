/** The mail of a probe: its persona's program and its Message-ID follow from the edition's secret, all else from the plan. */
import { createHash } from 'node:crypto'
import type { Probe } from '../../src/domain/probe.js'
import { drawClient, FIRST_CLIENT, type MailClient, messageIdIn } from '../../src/mail/clients/mail-client.js'
import type { OutgoingMail } from '../../src/mail/sender.js'
import { createSecretRandom, deriveBytes } from '../../src/planning/plan-secret.js'

/** The program in which a persona writes in an edition: one and the same, and nobody's to foresee. */
function clientOf(persona: string, secret: string | null): MailClient {
  return secret === null ? FIRST_CLIENT : drawClient(createSecretRandom(secret, 'mail-client', persona))
}

/**
 * A Message-ID that only depends on the probe and its edition's secret: the same however often the probe is tried, and nobody
 * else's to foresee.
 * @param secret null for editions planned before plans had one: theirs derives from the token, as it did
 */
function messageIdOf(probe: Probe, client: MailClient, secret: string | null): string {
  const domain = probe.fromAddress.slice(probe.fromAddress.lastIndexOf('@') + 1)
  if (secret === null) {
    const local = createHash('sha256').update(`${probe.id}\n${probe.token}`).digest('hex').slice(0, 32)
    return `<${local}@${domain}>`
  }
  return messageIdIn(client, deriveBytes(secret, 'message-id', probe.id), domain)
}

/**
 * What is handed over for a probe. A probe that has a Message-ID keeps it.
 * @param secret of its edition's plan; null where there is none
 * @param timeZone where the brand's customers live, and the shopper with them
 * @param inReplyTo Message-ID of the mail it continues; null for a new thread
 */
export function letterOf(
  probe: Probe,
  secret: string | null,
  timeZone: string,
  inReplyTo: string | null,
): OutgoingMail {
  const client = clientOf(probe.persona, secret)
  return {
    client,
    messageId: probe.messageId ?? messageIdOf(probe, client, secret),
    fromName: probe.fromName,
    fromAddress: probe.fromAddress,
    replyAddress: probe.replyAddress,
    recipient: probe.recipient,
    subject: probe.mail.subject,
    text: probe.mail.text,
    language: probe.mail.language,
    timeZone,
    inReplyTo,
  }
}

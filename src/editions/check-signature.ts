/**
 * Checks an ed25519 signature (RFC 8032) by the Web Cryptography API, which the program's run-time and browsers share. Where a
 * browser does not know the algorithm, nobody knows whether the signature holds, and that is what is said.
 */

/** Whether a signature holds; `unknown` where this browser cannot check it. */
export type SignatureState = 'valid' | 'invalid' | 'unknown'

/** Bytes of base64url or base64, with or without padding; null for anything else. */
function decoded(text: string): Uint8Array<ArrayBuffer> | null {
  if (!/^[A-Za-z0-9_+/-]*={0,2}$/.test(text)) return null
  try {
    return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}

/**
 * Checks a signature.
 * @param signature 64 bytes in base64url
 * @param publicKey 32 bytes in base64url
 */
export async function checkSignature(bytes: Uint8Array, signature: string, publicKey: string): Promise<SignatureState> {
  const [signed, key] = [decoded(signature), decoded(publicKey)]
  if (signed?.length !== 64 || key?.length !== 32) return 'invalid'
  const { subtle } = globalThis.crypto ?? {}
  if (!subtle) return 'unknown'
  let imported: Awaited<ReturnType<typeof subtle.importKey>>
  try {
    imported = await subtle.importKey('raw', key, { name: 'Ed25519' }, false, ['verify'])
  } catch (error) {
    // 32 bytes that are no point of the curve, as opposed to a browser without the algorithm.
    return error instanceof Error && error.name === 'NotSupportedError' ? 'unknown' : 'invalid'
  }
  return (await subtle.verify({ name: 'Ed25519' }, imported, signed, new Uint8Array(bytes))) ? 'valid' : 'invalid'
}

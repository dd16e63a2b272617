/** `replymark inspect`: reads messages and says what they are. */
export async function run(): Promise<number> {
  return 0
}

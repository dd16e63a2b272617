/** Where a form may send a visitor back to: a path of this site and nothing else (no open redirect). */

/** The path, or `/` for anything that could lead elsewhere. A `lang` in it is dropped, or the switch could not take hold. */
export function safeReturn(wanted: unknown): string {
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[^\s\\]{0,2000}$/.test(wanted)) return '/'
  const url = URL.parse(wanted, 'http://localhost')
  if (url?.host !== 'localhost') return '/'
  url.searchParams.delete('lang')
  // `/.//host` is a path to this parser and another host to the browser that follows it.
  return url.pathname.startsWith('//') ? '/' : url.pathname + url.search
}

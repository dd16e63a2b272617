/** A wide table that scrolls sideways by itself, reachable by keyboard (WCAG 2.1.1). */
import type { Child } from 'hono/jsx'

/** The scrolling region; `label` names it for screen readers. */
export function Scroll(props: { label: string; children?: Child }) {
  return (
    // A region that scrolls must take the focus, or the keyboard cannot move it.
    <section class="scroll" tabindex={0} aria-label={props.label}>
      {props.children}
    </section>
  )
}

/** The rules of this simulator's pages, after the tokens. */
export const rules = `
header { background: var(--hero); color: #fff; padding: 1.25rem max(1rem, 50% - 14rem) 5rem; }
header h1 { margin-bottom: .25rem; }
header p { color: var(--hero-ink-2); font-size: .9375rem; max-width: 34rem; }
header .mark { display: flex; gap: .625rem; align-items: center; color: #fff; font-weight: 600; margin-bottom: 1rem; }
main { max-width: 30rem; margin: -3.5rem auto 3rem; padding: 0 1rem; }
h1 { font-size: clamp(1.75rem, 1.5rem + 1.2vw, 2.25rem); }
h2 { font-size: 1.0625rem; }
.order { background: var(--surface); border-radius: 1rem; padding: 1.25rem; box-shadow: var(--float); margin-bottom: 1.5rem; }
.label { color: var(--ink-2); }
.amount { font-size: 2.5rem; font-weight: 700; line-height: 1.1; letter-spacing: -.025em; white-space: nowrap; }
.amount small { font-size: .5em; letter-spacing: -.01em; }
.what { margin: .5rem 0; }
.small { font-size: .9375rem; color: var(--ink-2); }
.id { font-family: var(--mono); overflow-wrap: anywhere; }
fieldset { border: 0; padding: 0; }
legend { font-size: 1.25rem; font-weight: 650; padding: 0; margin-bottom: .75rem; }
.bank { margin-bottom: 1.25rem; }
.cards { margin-bottom: 1rem; }
.cards label { display: flex; gap: .875rem; align-items: center; padding: .75rem 1rem; background: var(--surface); border: 1px solid var(--line); cursor: pointer; }
.cards label + label { border-top: 0; }
.cards label:first-of-type { border-radius: 1rem 1rem 0 0; }
.cards label:last-of-type { border-radius: 0 0 1rem 1rem; }
.cards label:has(:checked) { background: var(--brand-soft); }
.cards label:hover { background: var(--sunken); }
.cards label:has(:checked):hover { background: var(--brand-soft); }
.cards b { display: block; font-weight: 650; }
.cards span span { color: var(--ink-2); font-size: .9375rem; }
.cards label:has(:checked) span span { color: var(--ink); }
input[type=radio], input[type=checkbox] { width: 1.375rem; height: 1.375rem; accent-color: var(--brand); flex: none; }
button, .primary { display: block; width: 100%; min-height: 3rem; padding: .625rem 1.25rem; border-radius: .75rem; font-weight: 600; text-align: center; cursor: pointer; text-decoration: none; }
.primary { background: var(--brand); color: var(--on-brand); border: 0; margin-top: 1rem; }
.primary:hover { background: var(--brand-hover); color: var(--on-brand); }
.secondary { background: var(--surface); color: var(--brand); border: 1.5px solid var(--line-strong); margin-top: .75rem; }
.secondary:hover { background: var(--brand-soft); }
details { margin-top: 1.5rem; border-top: 1px solid var(--line); padding-top: .75rem; }
summary { min-height: 2.75rem; display: flex; align-items: center; gap: .5rem; cursor: pointer; color: var(--brand); font-weight: 600; list-style: none; }
summary::before { content: ''; width: .5rem; height: .5rem; border: solid currentColor; border-width: 0 2px 2px 0; transform: rotate(45deg) translate(-2px, -2px); margin: 0 .25rem; }
details[open] summary::before { transform: rotate(225deg) translate(-2px, -2px); }
.switches > * + * { margin-top: .75rem; }
.line { display: block; font-weight: 600; }
.line select, .line input { display: block; width: 100%; min-height: 3rem; margin-top: .25rem; padding: .5rem .75rem; border: 1.5px solid var(--line-strong); border-radius: .75rem; background: var(--surface); font-weight: 400; }
.line input { width: 8rem; }
.tick { display: flex; gap: .75rem; align-items: center; min-height: 2.75rem; }
.notice { border-radius: 1rem; padding: 1rem 1.25rem; margin-bottom: 1.5rem; }
.ok { background: var(--ok-soft); color: var(--ok); } .warn { background: var(--warn-soft); color: var(--warn); }
.bad { background: var(--bad-soft); color: var(--bad); } .info { background: var(--info-soft); color: var(--info); }
.plain { background: var(--sunken); color: var(--ink-2); }
.notice p { color: var(--ink); }
.desk header { padding-bottom: 1.25rem; padding-inline: max(1rem, 50% - 24rem); }
.desk .mark { margin-bottom: .25rem; }
.desk main { max-width: 50rem; margin-top: 2rem; }
.desk h1 { margin-bottom: 1rem; }
.next { display: flex; gap: .75rem; align-items: end; flex-wrap: wrap; margin-bottom: 1.5rem; }
.next .line { flex: 1 1 18rem; }
.desk button { display: inline-block; width: auto; }
.orders { list-style: none; padding: 0; background: var(--surface); border: 1px solid var(--line); border-radius: 1rem; }
.orders > li { padding: 1rem 1.25rem; }
.orders > li + li { border-top: 1px solid var(--line); }
.orders ol { list-style: none; padding: 0; margin-top: .25rem; font-variant-numeric: tabular-nums; }
.tag { border-radius: .5rem; padding: .125rem .5rem; font-size: .875rem; font-weight: 600; white-space: nowrap; }
`;

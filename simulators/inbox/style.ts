/** The rules of the inbox page, after the tokens. */
export const rules = `
:root { --phone: 23.5rem; --screen: light-dark(#ffffff, #0b1417); --bezel: light-dark(#12242a, #2a3a3f); --bubble: light-dark(#e9eeef, #1d2c31); }
.top { background: var(--hero); color: #fff; padding: 1.25rem 1.5rem; display: flex; flex-wrap: wrap; gap: .75rem 2rem; justify-content: space-between; align-items: center; }
.top p { color: var(--hero-ink-2); font-size: .9375rem; }
.top .mark { display: flex; gap: .625rem; align-items: center; color: #fff; font-size: 1.25rem; font-weight: 650; letter-spacing: -.01em; }
.top nav { display: flex; flex-wrap: wrap; gap: .25rem; }
.top nav a { color: #fff; text-decoration: none; display: inline-flex; align-items: center; gap: .5rem; min-height: 2.75rem; padding: 0 .875rem; border-radius: .75rem; font-weight: 600; font-size: .9375rem; }
.top nav a:hover { background: rgb(255 255 255 / .12); color: #fff; }
.columns { display: grid; grid-template-columns: 23rem minmax(0, 1fr); }
aside { border-right: 1px solid var(--line); min-height: calc(100vh - 5.5rem); background: var(--surface); }
aside form { padding: 1rem 1.25rem; border-bottom: 1px solid var(--line); }
aside form label { font-size: .9375rem; font-weight: 600; }
aside form div { display: flex; gap: .5rem; margin-top: .375rem; }
input[type=search] { flex: 1; min-width: 0; min-height: 2.75rem; padding: 0 .75rem; border: 1.5px solid var(--line-strong); border-radius: .75rem; background: var(--bg); appearance: none; }
button { min-height: 2.75rem; padding: 0 1rem; border-radius: .75rem; border: 1.5px solid var(--line-strong); background: var(--surface); color: var(--brand); font-weight: 600; cursor: pointer; }
button:hover { background: var(--brand-soft); }
.addresses, .subjects, .links, .files, .thread ol { list-style: none; padding: 0; }
.addresses a { display: grid; grid-template-columns: auto minmax(0, 1fr) auto; gap: .875rem; align-items: center; padding: .75rem 1.25rem; min-height: 4.5rem; color: var(--ink); text-decoration: none; border-bottom: 1px solid var(--line); }
.addresses a:hover { background: var(--sunken); color: var(--ink); }
.addresses a[aria-current] { background: var(--brand-soft); }
.plate { width: 2.75rem; height: 2.75rem; border-radius: .75rem; display: grid; place-items: center; }
.plate.sms { background: var(--ok-soft); color: var(--ok); } .plate.email { background: var(--info-soft); color: var(--info); }
.who b { display: block; font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.who span { display: block; color: var(--ink-2); font-size: .9375rem; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.addresses a[aria-current] .who span { color: var(--ink); }
.when { text-align: right; font-size: .875rem; color: var(--ink-2); display: grid; gap: .25rem; justify-items: end; }
.addresses a[aria-current] .when { color: var(--ink); }
.count { background: var(--sunken); color: var(--ink-2); border-radius: 1rem; min-width: 1.625rem; padding: 0 .5rem; text-align: center; font-weight: 600; }
.none { padding: 1rem 1.25rem; color: var(--ink-2); }
main { padding: 1.75rem 2.5rem 3rem; min-width: 0; }
h1 { font-size: clamp(1.5rem, 1.25rem + 1vw, 2rem); margin-bottom: 1.25rem; overflow-wrap: anywhere; }
h2 { font-size: 1.0625rem; margin-bottom: .5rem; }
.back { display: none; }
.phones { display: flex; flex-wrap: wrap; gap: 2rem 3rem; }
.phones > section { width: var(--phone); max-width: 100%; }
.phones h2 { display: flex; gap: .5rem; align-items: center; color: var(--ink-2); margin-bottom: .75rem; min-width: 0; }
.phones h2 a { color: var(--ink); overflow-wrap: anywhere; }
.open { display: grid; grid-template-columns: var(--phone) minmax(0, 32rem); gap: 2.5rem; align-items: start; }
.beside > * + * { margin-top: 1.75rem; }
.phone { width: 100%; height: 45rem; padding: .75rem; border-radius: 3rem; background: var(--bezel); box-shadow: var(--float); }
.screen { height: 100%; border-radius: 2.25rem; background: var(--screen); overflow: hidden; display: flex; flex-direction: column; }
.bar { display: flex; justify-content: space-between; align-items: center; padding: .875rem 1.75rem .5rem; font-size: .9375rem; font-weight: 600; flex: none; }
.bar svg { stroke-width: 2; } .bar .full { fill: currentColor; stroke: none; }
.contact { text-align: center; padding: .25rem 1rem .75rem; border-bottom: 1px solid var(--line); flex: none; }
.face { display: inline-grid; place-items: center; width: 3rem; height: 3rem; border-radius: 50%; background: var(--brand); color: var(--on-brand); font-weight: 650; font-size: 1.25rem; flex: none; }
.contact p { font-weight: 600; font-size: .9375rem; margin-top: .25rem; }
.thread { flex: 1; overflow-y: auto; display: flex; flex-direction: column-reverse; }
.thread ol { margin-bottom: auto; padding: 1rem; display: flex; flex-direction: column; gap: .375rem; }
.day { align-self: center; color: var(--ink-2); font-size: .875rem; padding: .5rem 0 .25rem; }
.bubble { max-width: 88%; }
.bubble p:first-child { background: var(--bubble); border-radius: 1.25rem 1.25rem 1.25rem .375rem; padding: .625rem .875rem; white-space: pre-line; overflow-wrap: anywhere; line-height: 1.4; }
.bubble .foot { color: var(--ink-2); font-size: .8125rem; padding: .125rem .875rem .375rem; }
.code { font-variant-numeric: tabular-nums; color: var(--brand); text-decoration: underline; text-underline-offset: .2em; user-select: all; font-weight: 650; }
.machine { display: block; margin-top: .375rem; color: var(--ink-2); font-size: .875rem; font-family: var(--mono); }
.letter { padding: .25rem 1.25rem .75rem; border-bottom: 1px solid var(--line); flex: none; }
.subject { font-weight: 650; font-size: 1.125rem; line-height: 1.3; margin-bottom: .75rem; }
.sender { display: flex; gap: .75rem; align-items: center; }
.sender .face { width: 2.5rem; height: 2.5rem; font-size: 1.0625rem; }
.sender p { flex: 1; min-width: 0; font-size: .9375rem; line-height: 1.35; display: grid; grid-template-columns: minmax(0, 1fr) auto; column-gap: .75rem; }
.sender b { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.sender time, .sender span:not(.face) { color: var(--ink-2); }
.sender p span { grid-column: 1 / -1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.files { display: flex; flex-wrap: wrap; gap: .5rem; margin-top: .75rem; }
.files a { display: inline-flex; gap: .375rem; align-items: center; border: 1px solid var(--line); border-radius: .75rem; padding: .375rem .75rem; font-size: .9375rem; text-decoration: none; }
.files a:hover { background: var(--brand-soft); }
iframe { flex: 1; width: 100%; border: 0; background: #fff; }
.text { flex: 1; overflow-y: auto; padding: 1rem 1.25rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.subjects { background: var(--surface); border: 1px solid var(--line); border-radius: 1rem; overflow: hidden; max-height: 21rem; overflow-y: auto; }
.subjects li + li { border-top: 1px solid var(--line); }
.subjects a { display: flex; gap: 1rem; justify-content: space-between; padding: .75rem 1rem; color: var(--ink); text-decoration: none; }
.subjects a:hover { background: var(--sunken); }
.subjects a[aria-current] { background: var(--brand-soft); font-weight: 600; }
.subjects time { color: var(--ink-2); white-space: nowrap; font-size: .9375rem; font-weight: 400; }
.subjects a[aria-current] time { color: var(--ink); }
.links li { overflow-wrap: anywhere; padding: .25rem 0; font-size: .9375rem; }
.small { color: var(--ink-2); font-size: .9375rem; }
pre { font: .875rem/1.5 var(--mono); white-space: pre-wrap; overflow-wrap: anywhere; background: var(--surface); border: 1px solid var(--line); border-radius: 1rem; padding: 1rem; max-height: 22rem; overflow-y: auto; }
.empty { max-width: 28rem; margin: 12vh auto 0; text-align: center; color: var(--ink-2); }
.empty svg { width: 3.5rem; height: 3.5rem; stroke-width: 1.25; color: var(--brand); }
.empty h1 { color: var(--ink); margin: .75rem 0 .5rem; }
@media (max-width: 75rem) {
  .open { grid-template-columns: minmax(0, var(--phone)); }
}
@media (max-width: 56rem) {
  .columns { display: block; }
  aside { border-right: 0; min-height: 0; }
  .chosen aside { display: none; }
  main { padding: 1.25rem 1rem 2rem; }
  .back { display: block; margin-bottom: .75rem; }
  .back a { display: inline-flex; gap: .375rem; align-items: center; min-height: 2.75rem; }
  .top { padding: 1rem; }
  .phone { padding: 0; height: 38rem; border-radius: 1.25rem; border: 1px solid var(--line); box-shadow: none; overflow: hidden; background: var(--screen); }
  .screen { border-radius: 0; }
  .phone.texts { height: auto; }
  .phone.texts .thread { max-height: 32rem; }
  .top nav { margin-left: -.875rem; }
  .bar { display: none; }
  .contact, .letter { padding-top: 1rem; }
}
`;

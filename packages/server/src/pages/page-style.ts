/** The look of a page, light or dark as the reader has it; nothing moves, and it asks for no font or picture. */
export const pageStyle = `
  :root { color-scheme: light dark; font: 1.0625rem/1.55 system-ui, sans-serif;
    --ground: light-dark(#f4f5f7, #101418); --sheet: light-dark(#fff, #1a2027); --edge: light-dark(#e3e6ea, #2b333d);
    --ink: light-dark(#16202c, #eef1f5); --soft: light-dark(#4a5663, #b4bfcb);
    --good: light-dark(#1a7f4b, #5fd39b); --care: light-dark(#9a5b00, #f0b35a); }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; min-height: 100svh; padding: 1rem; display: grid; place-items: center;
    background: var(--ground); color: var(--ink); }
  main { width: 100%; max-width: 27rem; padding: 2.5rem 2rem; border: 1px solid var(--edge); border-radius: 1rem;
    background: var(--sheet); text-align: center; overflow-wrap: anywhere;
    box-shadow: 0 1px 2px rgb(0 0 0 / 4%), 0 8px 24px rgb(0 0 0 / 6%); }
  svg { display: block; width: 3rem; height: 3rem; margin: 0 auto 1.25rem; fill: none; stroke: currentColor;
    stroke-width: 1.75; stroke-linecap: round; stroke-linejoin: round; }
  .good { color: var(--good); }
  .care { color: var(--care); }
  h1 { margin: 0; font-size: 1.375rem; font-weight: 650; line-height: 1.3; text-wrap: balance; }
  button { margin-top: 1.5rem; padding: 0.6rem 1.25rem; border: 0; border-radius: 0.6rem; font: inherit; font-weight: 600;
    color: var(--sheet); background: var(--ink); cursor: pointer; }
  p { margin: 0.75rem 0 0; color: var(--soft); text-wrap: balance; }
`

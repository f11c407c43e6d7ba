/** Text of `dashboard.css`. Written by `deno task bless`: change the style sheet, not this copy. */
export const DASHBOARD_CSS = `/* Sizes: 12, 13, 15, 18, 26 px. Colours and faces come as variables from theme.ts. */

* {
  box-sizing: border-box;
}

html {
  scroll-padding-top: 5rem;
}

body {
  margin: 0;
  background: var(--page);
  color: var(--ink);
  font: 13px/1.5 var(--sans);
  font-variant-numeric: tabular-nums;
}

body > header,
main,
.totals {
  max-width: 1264px;
  margin: 0 auto;
  padding: 0 32px;
}

a {
  color: var(--accent);
}

:focus-visible {
  outline: 2px solid var(--accent);
  outline-offset: 2px;
}

.skip {
  position: absolute;
  left: -100vw;
  padding: 8px 16px;
  background: var(--background);
  z-index: 2;
}

.skip:focus {
  left: 8px;
  top: 8px;
}

/* Heading */

.program {
  margin: 28px 0 0;
  color: var(--muted);
  font: 12px var(--mono);
}

h1 {
  margin: 2px 0 4px;
  font-size: 26px;
  line-height: 1.2;
  letter-spacing: -0.01em;
  overflow-wrap: anywhere;
}

header p {
  margin: 0;
  color: var(--muted);
}

nav ul {
  display: flex;
  flex-wrap: wrap;
  gap: 4px 20px;
  margin: 16px 0;
  padding: 0;
  list-style: none;
}

/* Totals stay in sight. */

.totals {
  position: sticky;
  top: 0;
  z-index: 1;
  background: var(--page);
  border-bottom: 1px solid var(--line);
  padding-top: 8px;
  padding-bottom: 8px;
}

.totals dl {
  display: grid;
  grid-template-columns: repeat(6, 1fr);
  margin: 0;
}

.totals div {
  display: flex;
  flex-direction: column-reverse;
}

.totals dt {
  white-space: nowrap;
  color: var(--muted);
  font-size: 12px;
}

.totals dd {
  margin: 0;
  font-size: 18px;
  font-weight: 600;
  line-height: 1.25;
}

/* Sections */

section {
  padding: 36px 0 4px;
}

h2 {
  margin: 0 0 4px;
  font-size: 18px;
  line-height: 1.3;
}

.answer {
  max-width: 90ch;
  margin: 0 0 16px;
  font-size: 15px;
  text-wrap: pretty;
}

.hint {
  max-width: 90ch;
  margin: 8px 0 16px;
  color: var(--muted);
}

.columns {
  display: grid;
  grid-template-columns: repeat(2, minmax(0, 1fr));
  gap: 0 24px;
  align-items: start;
}

figure,
.scroll:has(table) {
  margin: 0 0 16px;
  padding: 14px 16px;
  background: var(--background);
  border: 1px solid var(--line);
  border-radius: 6px;
}

figcaption {
  display: flex;
  flex-wrap: wrap;
  gap: 0 12px;
  margin-bottom: 12px;
  color: var(--muted);
}

figcaption strong {
  color: var(--ink);
}

figure svg {
  display: block;
  max-width: 100%;
  height: auto;
}

.wide svg {
  width: 100%;
  min-width: 1000px;
}

.narrow svg {
  width: 100%;
  max-width: 560px;
}

.scroll {
  overflow-x: auto;
}

/* Tables */

table {
  width: 100%;
  border-collapse: collapse;
}

caption {
  padding-bottom: 6px;
  font-weight: 600;
  text-align: left;
}

th,
td {
  padding: 3px 12px 3px 0;
  border-top: 1px solid var(--line);
  font-weight: 400;
  text-align: left;
  vertical-align: top;
}

thead th {
  border-top: 0;
  color: var(--muted);
  font-size: 12px;
  white-space: nowrap;
}

tr > :last-child {
  padding-right: 0;
}

.number {
  text-align: right;
  white-space: nowrap;
}

.share {
  display: inline-flex;
  align-items: center;
  gap: 8px;
}

.share span {
  min-width: 7ch;
}

code {
  font: 12px/1.5 var(--mono);
}

.stack span {
  white-space: nowrap;
}

.plain {
  margin: 0;
  padding: 0;
  list-style: none;
}

.empty {
  margin: 0;
  color: var(--muted);
}

.subagent {
  padding-left: 16px;
}

small {
  color: var(--muted);
  font-size: 12px;
}

.warnings {
  margin: 0 0 16px;
  padding: 10px 16px 10px 32px;
  border-left: 3px solid var(--accent);
  background: var(--background);
}

/* On request */

details {
  margin: 0 0 12px;
}

summary {
  padding: 4px 0;
  color: var(--accent);
  cursor: pointer;
}

details[open] > summary {
  margin-bottom: 8px;
}

@media screen and (max-width: 900px) {
  body > header,
  main,
  .totals {
    padding-left: 16px;
    padding-right: 16px;
  }

  .columns {
    grid-template-columns: minmax(0, 1fr);
  }

  .totals dl {
    grid-template-columns: repeat(6, auto);
    gap: 8px;
  }

  .totals dd {
    font-size: 15px;
  }
}

@media print {
  @page {
    size: A4 landscape;
    margin: 12mm;
  }

  body {
    background: none;
  }

  body > header,
  main,
  .totals {
    max-width: none;
    padding-left: 0;
    padding-right: 0;
  }

  .skip,
  nav {
    display: none;
  }

  .totals {
    position: static;
    background: none;
  }

  section {
    padding-top: 20px;
  }

  .scroll {
    overflow: visible;
  }

  .wide svg {
    min-width: 0;
  }

  .narrow svg {
    max-width: 400px;
  }

  figure,
  .scroll,
  tr,
  .answer {
    break-inside: avoid;
  }

  h2,
  .answer,
  figcaption,
  caption,
  thead {
    break-after: avoid;
  }

  /* Paper cannot be clicked: what is closed is left out, but for pictures. */

  details:not([open], .pictures) {
    display: none;
  }

  .pictures::details-content {
    content-visibility: visible;
  }

  .pictures > summary {
    display: none;
  }
}
`;

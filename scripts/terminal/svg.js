// Screens of a terminal as one SVG: several follow each other, some seconds each.

/** In pixels, for a font of 14. */
const CELL = { width: 8.4, height: 18 };
const MARGIN = 16;
const SECONDS_A_SCREEN = 4;
const BACKGROUND = '#16181d';
const FONT = "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace";
const TEXT = '#d7dae0';
/** The first eight colours of a terminal, and their bright ones. */
const PALETTE = [
  ...['#3b4048', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#d7dae0'],
  ...['#5c6370', '#e06c75', '#98c379', '#e5c07b', '#61afef', '#c678dd', '#56b6c2', '#ffffff'],
];

/** `screens`: of each its lines, as `runs()` of a terminal gives them. */
export function svgOf(screens, { columns, rows, title }) {
  const [width, height] = [columns * CELL.width + 2 * MARGIN, rows * CELL.height + 2 * MARGIN].map(Math.ceil);
  const seconds = screens.length * SECONDS_A_SCREEN;
  const style = `.s{visibility:hidden;animation:s ${seconds}s step-end infinite}@keyframes s{0%{visibility:visible}${round(100 / screens.length)}%{visibility:hidden}}`;
  const frames = screens.map(
    (lines, index) =>
      `<g class="s" style="animation-delay:${index * SECONDS_A_SCREEN}s">\n${lines.map(lineOf).join('')}</g>\n`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>${escaped(title)}</title>
${screens.length > 1 ? `<style>${style}</style>` : ''}
<rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>
<g fill="${TEXT}" font-family="${FONT}" font-size="14">
${frames.join('')}</g>
</svg>
`;
}

function lineOf(runs, line) {
  const y = MARGIN + line * CELL.height + 14;
  return runs
    .filter(({ text }) => text.trim() !== '')
    .map(({ at, width, text, color, bold, dim }) => {
      const fill = color === null ? '' : ` fill="${PALETTE[color] ?? TEXT}"`;
      const look = `${fill}${bold ? ' font-weight="bold"' : ''}${dim ? ' opacity="0.6"' : ''}`;
      const place = `x="${round(MARGIN + at * CELL.width)}" y="${y}" textLength="${round(width * CELL.width)}"`;
      return `<text ${place}${look}>${escaped(text)}</text>\n`;
    })
    .join('');
}

function round(number) {
  return Math.round(number * 10) / 10;
}

function escaped(text) {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

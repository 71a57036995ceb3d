/** The page's frame: nothing loads or runs in it but its own script and style, known by the nonce. */
export function pageHtml(
  options: {
    readonly script: string;
    readonly style: string;
    readonly title: string;
    readonly language: string;
  },
  nonce: string,
): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${escaped(options.language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(options.title)}</title>
<style nonce="${nonce}">${options.style}</style>
</head>
<body>
<script nonce="${nonce}" src="${escaped(options.script)}"></script>
</body>
</html>`;
}

/** A text as it may stand in HTML and in its attributes. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

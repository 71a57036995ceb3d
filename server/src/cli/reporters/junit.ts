import type { CreateReporter } from './reporter.ts';

/** JUnit's XML, as test reports of build servers read it: a suite for each article, a failed case for each finding. */
export const junit: CreateReporter = () => ({
  begin: () => '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="pressmark">\n',
  article(_, { path, findings }) {
    const name = attribute(path);
    if (findings.length === 0) {
      return `<testsuite name=${name} tests="1" failures="0"><testcase name="no findings" classname=${name}/></testsuite>\n`;
    }
    const cases = findings.map((f) => {
      const title = attribute(`${f.rule} ${f.line}:${f.column}`);
      const failure = `<failure type=${attribute(f.severity)} message=${attribute(f.message)}>${escaped(`${f.text}\n${f.why}`)}</failure>`;
      return `<testcase name=${title} classname=${name}>${failure}</testcase>\n`;
    });
    const n = findings.length;
    return `<testsuite name=${name} tests="${n}" failures="${n}">\n${cases.join('')}</testsuite>\n`;
  },
  end: () => '</testsuites>\n',
});

function attribute(text: string): string {
  return `"${escaped(text).replaceAll('"', '&quot;').replaceAll('\n', '&#10;')}"`;
}

/** Text for XML 1.0; characters that XML cannot hold at all become U+FFFD. */
function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

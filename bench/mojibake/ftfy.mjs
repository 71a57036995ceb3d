// The 161 test cases of python-ftfy: this project's repair, and beside it the npm port @photostructure/ftfy.
// Prints a table; `node bench/mojibake/ftfy.mjs`.
import { fix_encoding } from '@photostructure/ftfy';
import { fixEncoding } from '../../server/src/core/checks/mojibake/fixEncoding.ts';
import { ftfyCases, score } from '../../test/support/ftfyCases.ts';

const cases = ftfyCases();
if (cases === undefined) {
  console.log('skipped: shared/bench/ftfy is not there');
  process.exit(0);
}

const repairs = {
  pressmark: (text) => fixEncoding(text)?.repaired.text ?? text,
  '@photostructure/ftfy': (text) => fix_encoding(text),
};
const rows = Object.entries(repairs).map(([name, repair]) => {
  const { found, damaged, alarms, sound, exact, cases: all } = score(cases, repair);
  for (let i = 0; i < 20; i++) for (const c of cases) repair(c.original);
  const began = performance.now();
  for (let i = 0; i < 50; i++) for (const c of cases) repair(c.original);
  const microseconds = ((performance.now() - began) * 1000) / (50 * cases.length);
  return {
    name,
    found: `${found}/${damaged}`,
    'false alarms': `${alarms}/${sound}`,
    exact: `${exact}/${all}`,
    'µs per case': Math.round(microseconds),
  };
});
console.table(rows);

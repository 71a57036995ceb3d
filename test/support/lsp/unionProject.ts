/** Two articles about a union that no entity file knows by its full name, and a project that knows some others. */
export const ARTICLE =
  'Ketua Serikat Nelayan Teluk bertemu Taliban di Moskow.\n\nMenurut SERIKAT NELAYAN TELUK, Serikat Nelayan-Teluk dan Serikat\nNelayan Teluk sama. Rusia diam.\n';
const OTHER =
  'Serikat Nelayan Teluk menolak rencana itu. Kata pejabat, Serikat Nelayan Teluk akan menggugat.\n';
export const TALIBAN =
  '{"id":"Q42418","type":"ORG","name":"Taliban","names":{"und":["Taliban"],"vi":["Ta-li-ban"]}}';
export const UNION =
  '{"id":"org:serikat","type":"ORG","name":"Serikat Nelayan","names":{"id":["Serikat Nelayan"]},"mine":[1, 2]}';
export const FILE = 'entities/known.jsonl';
export const FILES = {
  'a.txt': ARTICLE,
  'b.txt': OTHER,
  [FILE]: `# ours\r\n${TALIBAN}\r\n${UNION}\r\n`,
  'pressmark.json': '{}',
};

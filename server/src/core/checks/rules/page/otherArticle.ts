import { msg } from '../../../message.ts';
import type { LineRole } from '../../lineRoles/lineRole.ts';
import type { ArticleRule } from '../../rule.ts';

export const otherArticle: ArticleRule = {
  code: 'page/other-article',
  title: 'Teasers of other articles',
  description: 'Headlines and leads of other articles that the page shows behind this one.',
  group: 'page',
  severity: 'hint',
  examples: {
    bad: [
      {
        language: 'vi',
        text: 'Cầu mới mở cửa\n(ABC) Cây cầu mới đã mở cửa sáng nay.\nNgười dân rất vui.\nTrời hôm đó nắng đẹp.\nLan\n[[Nông dân được mùa lúa sớm\n(ABC) Bà con vui mừng vì mưa thuận gió hòa.\nĐoàn tàu về ga đúng giờ\n(ABC) Hành khách xuống tàu lúc sáng sớm.]]',
        fixed:
          'Cầu mới mở cửa\n(ABC) Cây cầu mới đã mở cửa sáng nay.\nNgười dân rất vui.\nTrời hôm đó nắng đẹp.\nLan\n',
      },
      {
        language: 'en',
        text: 'Bridge opens\nThe new bridge is open.\nPeople are glad.\n[[Farmers bring in early harvest\nFarmers bring in early harvest\nThe rain came at the right time.\nTrain arrives on time again\nTrain arrives on time again\nIt left on time, too.]]',
      },
      {
        language: 'id',
        text: 'Jembatan baru dibuka\nJembatan itu dibuka hari ini.\nBerita Terkait\n[[Warga menyambut jembatan baru\nJembatan lama akan dirobohkan]]\nWarga senang sekali.',
        note: 'a list under its heading',
      },
    ],
    good: [
      {
        language: 'en',
        text: 'Bridge opens\n(ABC) The new bridge is open.\nPeople are glad.\nWhat the mayor said then\nShe was glad, too.',
        note: 'a heading of the article',
      },
      {
        language: 'id',
        text: 'Jembatan dibuka\nJembatan itu dibuka hari ini.\nBaca juga\nPesan lurah untuk warga\nIa senang sekali.',
        note: 'a single line, and the text goes on',
      },
      { language: 'vi', text: '(ABC) Cây cầu mới đã mở cửa.' },
    ],
  },
  scope: 'article',
  *check(article, context) {
    const { paragraphs } = article;
    const { roles } = article.lines(context);
    for (let i = 0; i < roles.length; i++) {
      const from = paragraphs[i];
      if (roles[i]?.role !== 'teaser' || from === undefined) continue;
      let last = i;
      while (roles[last + 1]?.role === 'teaser' && roles[last + 1]?.detail === '') last++;
      const to = paragraphs[last] ?? from;
      const { start } = from;
      const end = to.start + to.paragraph.text.length;
      yield {
        start,
        end,
        message: isBody(roles, last)
          ? msg('These lines are headlines of other articles. Delete them.')
          : msg('From here on the page shows other articles. Delete what does not belong to this one.'),
        why: msg('Headlines of other articles in a row: {0}.', Number(roles[i]?.detail ?? 0)),
        fixes: [{ title: msg('Delete these lines'), edits: [{ start, end, newText: '' }] }],
      };
      i = last;
    }
  },
};

/** True where text of the article stands behind a line. */
function isBody(roles: readonly LineRole[], behind: number): boolean {
  for (let i = behind + 1; i < roles.length; i++) if (roles[i]?.role === 'body') return true;
  return false;
}

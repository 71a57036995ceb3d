/** Every test of the editor suite; the same files run in the Node host and in the web host. */
import './activation.test.ts';
import './agreement.test.ts';
import './reading.test.ts';
import './tagging.test.ts';
import './suggestions.test.ts';
import './anchoring.test.ts';
import './comments.test.ts';
import './dismissing.test.ts';
import './findings.test.ts';
import './people.test.ts';
import './adjudication.test.ts';
import './datasets.test.ts';
// Last: makes the open folder a repository.
import './changes.test.ts';

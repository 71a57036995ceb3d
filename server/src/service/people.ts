import { type Person, personAt, personCalled } from '../core/project.ts';
import type { Host, Identity } from './ports.ts';
import type { LoadedProject } from './projects.ts';

/** Milliseconds after which git is asked again who somebody is; until it has answered, what it said last counts. */
const IDENTITY_AGE = 30_000;

/** Who somebody is among the people of a project, and by what. */
export interface Self {
  readonly person: Person;
  readonly by: 'setting' | 'email' | 'name';
}

/**
 * Whose annotations are shown, and counted in what people say of findings: `all`; `project`: only one's own where the
 * project is blind; `own`: only one's own in every project with annotators.
 */
export type Sight = 'all' | 'project' | 'own';

/** Who annotates here. */
export class People {
  /** From the editor's settings, or from the command line; comes before what git knows. */
  annotator: string | undefined;
  sight: Sight = 'all';
  private readonly host: Host;
  private readonly identities = new Map<string, { asked: number; answer: Promise<Identity | undefined> }>();

  constructor(host: Host) {
    this.host = host;
  }

  /** Who of the project's people annotates here; undefined where nobody is listed, or none of them fits. */
  async self({ root, project: { people } }: LoadedProject): Promise<Self | undefined> {
    if (people.length === 0) return undefined;
    if (this.annotator !== undefined) {
      const person = personCalled(people, this.annotator);
      return person && { person, by: 'setting' };
    }
    const { name, email } = (await this.identity(root)) ?? {};
    const addressed = email === undefined ? undefined : personAt(people, email);
    if (addressed) return { person: addressed, by: 'email' };
    const named = name === undefined ? undefined : personCalled(people, name);
    return named && { person: named, by: 'name' };
  }

  /** What git says of whoever works in this folder. */
  identity(folder: string): Promise<Identity | undefined> {
    const now = this.host.now();
    const known = this.identities.get(folder);
    if (known && now - known.asked < IDENTITY_AGE) return known.answer;
    const asking = this.ask(folder);
    this.identities.set(folder, { asked: now, answer: known?.answer ?? asking });
    if (known) void asking.then(() => this.identities.set(folder, { asked: now, answer: asking }));
    return known?.answer ?? asking;
  }

  /** Asks git again at the next question: somebody may have changed what it says. */
  forget(): void {
    this.identities.clear();
  }

  /** True where nothing of what others have annotated is shown. */
  isBlind({ project }: LoadedProject): boolean {
    if (this.sight === 'all') return false;
    return project.blind || (this.sight === 'own' && project.people.length > 0);
  }

  private async ask(folder: string): Promise<Identity | undefined> {
    try {
      return await this.host.history?.identity(folder);
    } catch (error) {
      this.host.log(`git does not say who works in ${folder}: ${String(error)}`);
      return undefined;
    }
  }
}

/** What knows who works here: the workspace. */
interface WithPeople {
  readonly people: People;
}

/** The name of whoever annotates here, one of the project's annotators; undefined where that cannot be told. */
export async function whoAmI(workspace: WithPeople, project: LoadedProject): Promise<string | undefined> {
  return (await workspace.people.self(project))?.person.name;
}

/**
 * The name under which somebody speaks where a file does not tell whose it is: the annotator's, else what the setting
 * says, else git's name or address.
 */
export async function speaker(workspace: WithPeople, project: LoadedProject): Promise<string | undefined> {
  const { people } = workspace;
  const self = await people.self(project);
  if (self) return self.person.name;
  const { name, email } = (await people.identity(project.root)) ?? {};
  return [people.annotator, name, email].find((said) => said !== undefined && said.trim() !== '');
}

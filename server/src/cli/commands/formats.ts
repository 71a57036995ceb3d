import { FORMATS } from '../../core/formats/registry.ts';
import { formatMessage, msg } from '../../core/message.ts';
import type { FormatsOutput } from '../contracts/exporting.ts';
import { OUTPUT_VERSION } from '../contracts.ts';
import type { Io } from '../io.ts';
import { prettyFormat, prettyFormats } from '../reporters/formats.ts';
import { EXIT, type ExitCode, UsageError } from '../usageError.ts';

/** `pressmark formats [name]`: what formats there are, and what each can hold. */
export async function formats(
  io: Io,
  name: string | undefined,
  format: 'pretty' | 'json',
): Promise<ExitCode> {
  const chosen = FORMATS.filter((f) => name === undefined || f.name === name);
  if (chosen.length === 0) {
    const names = FORMATS.map((f) => f.name).join(', ');
    throw new UsageError(msg('“{0}” is no format. There are: {1}.', name ?? '', names));
  }
  const [first] = chosen;
  if (format === 'json') await io.out(`${JSON.stringify(formatsOutput(chosen), undefined, 1)}\n`);
  else if (name !== undefined && first) await io.show(prettyFormat(io, first));
  else await io.show(prettyFormats(io, chosen));
  return EXIT.clean;
}

function formatsOutput(chosen: typeof FORMATS): FormatsOutput {
  return {
    version: OUTPUT_VERSION,
    formats: chosen.map((f) => ({
      name: f.name,
      title: f.title,
      reads: f.read !== undefined,
      writes: f.open !== undefined,
      layout: f.layout,
      endings: [...f.endings],
      holds: { ...f.holds },
      options: f.options.map(({ name, description, values, byDefault, uses }) => ({
        name,
        description: formatMessage(description),
        ...(values ? { values: [...values] } : {}),
        default: byDefault,
        uses,
      })),
    })),
  };
}

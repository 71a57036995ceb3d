import { msg } from '../../message.ts';
import type { Entity } from '../entity.ts';
import type { RowReader } from './cells.ts';
import { EntityDraft } from './entityDraft.ts';
import { quotable } from './fieldValues.ts';
import type { EntitySink, LinePlace, ReaderOptions, SourceReader } from './source.ts';

/** Makes one entity of the rows about it that stand together. */
export class RowGatherer {
  private draft: EntityDraft | undefined;
  private place: LinePlace | undefined;
  private readonly sink: EntitySink;
  private readonly options: ReaderOptions;

  constructor(sink: EntitySink, options: ReaderOptions) {
    this.sink = sink;
    this.options = options;
  }

  /** The entity that a row speaks of: the one at hand, or a new one, before which the one at hand is given away. */
  at(id: string, type: string, name: string, place: LinePlace): EntityDraft {
    const { draft } = this;
    if (draft?.id === id) {
      if (draft.type !== type) {
        this.sink.passOver('second-type', place, `${id} ${type}`);
      }
      if (draft.name === '') draft.name = name;
      return draft;
    }
    this.flush();
    this.place = place;
    this.draft = new EntityDraft(id, type, name, this.options.source(place.line));
    return this.draft;
  }

  /** Gives the entity at hand away; tells of one that no row names. */
  flush(): void {
    const { draft, place } = this;
    const entity: Entity | undefined = draft?.entity();
    this.draft = undefined;
    if (entity !== undefined) this.sink.entity(entity);
    else if (draft !== undefined && place !== undefined && !draft.isNamed) {
      const message = msg('No row tells a name of {0}, so it is left out. Write one.', quotable(draft.id));
      this.sink.report('warning', 'entities/missing-key', message, place);
    }
  }
}

/** A source of rows, of which those about one entity are gathered. */
export function gatheringReader(reader: RowReader, rows: RowGatherer): SourceReader {
  return {
    line: (text, place) => reader.line(text, place),
    pause() {
      if (reader.isOpen) return false;
      rows.flush();
      return true;
    },
    end() {
      reader.end();
      rows.flush();
    },
  };
}

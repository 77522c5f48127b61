import { Trash2 } from 'lucide-react';
import { useState, type DragEvent } from 'react';
import { isObject, own, type JsonObject } from '#shared/base/index';
import type { PlacedObject } from '#shared/runs/index';
import { allStates } from '#shared/workflow/index';
import { configure, useConfiguration } from '../../editor/runs/runStore';
import { documentOf, type Session } from '../../editor/session';
import { chooseFiles } from '../../ui/chooseFile';
import { Button, Field, IconButton } from '../../ui/controls';
import { TextInput } from '../../ui/Inputs';

/** Files that stand for objects of S3 in runs: dropped here or chosen, each under a bucket and a key. */
export function ObjectsField({ session }: { session: Session }) {
  const { objects = [] } = useConfiguration(session.id);
  const [over, setOver] = useState(false);
  const document = documentOf(session);
  const places = document ? readPlaces(document.definition) : [];
  const set = (next: readonly PlacedObject[]) => configure(session.id, { objects: next });
  const replace = (at: number, object: PlacedObject) => set(objects.map((each, i) => (i === at ? object : each)));
  const add = async (files: readonly File[]) => {
    const added = await Promise.all(
      files.map(async (file, i) => {
        const place = places[objects.length + i];
        const bytes = new Uint8Array(await file.arrayBuffer());
        return { bucket: place?.bucket ?? places[0]?.bucket ?? 'bucket', key: place?.key ?? file.name, bytes };
      }),
    );
    set([...objects, ...added]);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    void add([...event.dataTransfer.files]);
  };
  return (
    <section
      className={over ? 'run-objects is-over' : 'run-objects'}
      aria-label="Objects of S3"
      onDragOver={(event) => {
        event.preventDefault();
        event.stopPropagation();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
    >
      <h3>Objects of S3</h3>
      <p className="note">
        Drop files that readers shall find: CSV, JSON, JSON Lines, Parquet, packed by gzip or not. A bucket without one
        holds samples.
      </p>
      {objects.map((object, i) => (
        <div key={i} className="run-objects__one" role="group" aria-label={`Object ${i + 1}`}>
          <Field label="Bucket">
            {(ids) => (
              <TextInput ids={ids} value={object.bucket} onChange={(bucket) => replace(i, { ...object, bucket })} />
            )}
          </Field>
          <Field label="Key">
            {(ids) => <TextInput ids={ids} value={object.key} onChange={(key) => replace(i, { ...object, key })} />}
          </Field>
          <IconButton small label={`Remove object ${i + 1}`} onClick={() => set(objects.filter((_, at) => at !== i))}>
            <Trash2 size={13} />
          </IconButton>
        </div>
      ))}
      <Button small onClick={() => void chooseFiles().then(add)}>
        Add files…
      </Button>
    </section>
  );
}

interface ReadPlace {
  readonly bucket: string | undefined;
  readonly key: string | undefined;
}

/** The buckets and keys that readers of the workflow name, in the order of its states. */
function readPlaces(definition: JsonObject): readonly ReadPlace[] {
  return allStates(definition).flatMap(({ state }): ReadPlace[] => {
    const reader = own(state, 'ItemReader');
    if (reader === undefined || !isObject(reader)) return [];
    const place = own(reader, 'Parameters') ?? own(reader, 'Arguments');
    const text = (name: string) => {
      const value = place !== undefined && isObject(place) ? own(place, name) : undefined;
      return typeof value === 'string' && !value.startsWith('{%') ? value : undefined;
    };
    return [{ bucket: text('Bucket'), key: text('Key') }];
  });
}

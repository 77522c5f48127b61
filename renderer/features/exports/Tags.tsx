import { X } from 'lucide-react';
import { Button, IconButton } from '../../ui/controls';
import './exports.css';

type TagTable = Readonly<Record<string, string>>;

/** Keys and values that all resources of a template get. */
export function Tags({ tags, onChange }: { tags: TagTable; onChange: (tags: TagTable) => void }) {
  const entries = Object.entries(tags);
  const replaced = (at: number, entry: readonly [string, string]) =>
    onChange(Object.fromEntries(entries.map((each, index) => (index === at ? entry : each))));
  const add = () => {
    let number = entries.length + 1;
    while (Object.hasOwn(tags, `tag-${String(number)}`)) number++;
    onChange({ ...tags, [`tag-${String(number)}`]: '' });
  };
  return (
    <fieldset className="exports-tags">
      <legend>Tags</legend>
      {entries.map(([key, value], index) => (
        <div key={index} className="exports-tags__row">
          <input
            className="input"
            aria-label={`Key of tag ${String(index + 1)}`}
            value={key}
            onChange={({ target }) => {
              // A key that another tag has would take that tag away.
              if (!Object.hasOwn(tags, target.value)) replaced(index, [target.value, value]);
            }}
          />
          <input
            className="input"
            aria-label={`Value of tag ${String(index + 1)}`}
            value={value}
            onChange={({ target }) => replaced(index, [key, target.value])}
          />
          <IconButton
            small
            label={`Remove tag ${key}`}
            onClick={() => onChange(Object.fromEntries(entries.filter((_, at) => at !== index)))}
          >
            <X size={12} />
          </IconButton>
        </div>
      ))}
      <Button small onClick={add}>
        Add a tag
      </Button>
    </fieldset>
  );
}

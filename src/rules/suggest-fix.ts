import { LONGEST_WAIT } from '../model/action.ts';
import { nearest } from '../model/nearest.ts';
import { suggestConditionField } from './condition-field.ts';

function suggestTarget(text: string): string | null {
  const created = /^created[.:]?([A-Za-z]\w*)(?:\.id)?$/i.exec(text)?.[1];
  return created === undefined ? nearest(text, ['log', 'match']) : `created.${created}`;
}

/** `myPanel`, `c:myPanel` and `c-my-panel` are c__myPanel. */
function suggestComponent(text: string): string | null {
  const [, namespace, name] = /^(?:([A-Za-z]\w*)[:/]|c-)?([A-Za-z][A-Za-z0-9-]*)$/.exec(text.trim()) ?? [];
  if (name === undefined) return null;
  return `${namespace ?? 'c'}__${name.replace(/-([a-z0-9])/gi, (_, letter: string) => letter.toUpperCase())}`;
}

const quoted = (suggest: (text: string) => string | null) => (value: unknown) => {
  const meant = typeof value === 'string' ? suggest(value) : null;
  return meant === null ? null : `Did you mean ${JSON.stringify(meant)}?`;
};

/** What was meant by a wrong value, by the place where it stands; the schema itself cannot say. */
const PLACES: readonly (readonly [RegExp, (value: unknown) => string | null])[] = [
  [/^trigger\.conditions\[\d+\]\.field$/, quoted(suggestConditionField)],
  [/^actions\[\d+\]\.target$/, quoted(suggestTarget)],
  [/^actions\[\d+\]\.target\.name$/, quoted(suggestComponent)],
  [
    /^actions\[\d+\]\.many\.timeoutSeconds$/,
    (value) =>
      typeof value === 'number' && value > LONGEST_WAIT && value <= LONGEST_WAIT * 1000
        ? `Did you mean ${Math.round(value / 1000)}?`
        : null,
  ],
];

/** A sentence that says what was probably meant; null where that cannot be told. */
export function suggestFix(path: string, value: unknown): string | null {
  return PLACES.find(([place]) => place.test(path))?.[1](value) ?? null;
}

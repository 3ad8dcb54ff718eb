import type { Project } from '../project.ts';
import { childOf, childrenOf, textOf } from '../xml.ts';
import type { XmlElement } from '../xml.ts';

/** A custom field as the project defines it; `object` is the folder it stands in. */
export interface FieldDefinition {
  readonly object: string;
  readonly name: string;
  readonly file: string;
  readonly type: string;
  readonly required: boolean;
  readonly externalId: boolean;
  /** Zero where the type has none. */
  readonly length: number;
  readonly referenceTo: string | undefined;
  readonly relationshipName: string | undefined;
  readonly element: XmlElement;
}

const FIELD_FILE = /(?:^|\/)objects\/([^/]+)\/fields\/([^/]+)\.field-meta\.xml$/;
const OBJECT_FILE = /(?:^|\/)objects\/([^/]+)\/\1\.object-meta\.xml$/;

/** Custom fields of the project, `objects/<object>/fields/`. */
export function listFieldDefinitions(project: Project): readonly FieldDefinition[] {
  return project.once('field definitions', () =>
    project.files.flatMap((file): FieldDefinition[] => {
      const [, object, name] = FIELD_FILE.exec(file) ?? [];
      const element = project.xml(file);
      if (object === undefined || name === undefined || element === null) return [];
      return [
        {
          object,
          name,
          file,
          type: textOf(element, 'type') ?? '',
          required: textOf(element, 'required') === 'true',
          externalId: textOf(element, 'externalId') === 'true',
          length: Number(textOf(element, 'length') ?? 0),
          referenceTo: textOf(element, 'referenceTo'),
          relationshipName: textOf(element, 'relationshipName'),
          element,
        },
      ];
    }),
  );
}

/** Names of the objects that the project itself defines, with their files. */
export function listObjectFiles(
  project: Project,
): readonly { readonly name: string; readonly file: string }[] {
  return project.once('object files', () => findObjectFiles(project));
}

function findObjectFiles(project: Project): readonly { readonly name: string; readonly file: string }[] {
  return project.files.flatMap((file) => {
    const name = OBJECT_FILE.exec(file)?.[1];
    return name === undefined ? [] : [{ name, file }];
  });
}

/** The words of a picklist that the field itself defines; null when it has none of its own. */
export function picklistWords({ type, element }: FieldDefinition): readonly string[] | null {
  const definition = childOf(childOf(element, 'valueSet') ?? element, 'valueSetDefinition');
  if (!/picklist$/i.test(type) || definition === undefined) return null;
  return childrenOf(definition, 'value').flatMap((value) => textOf(value, 'fullName') ?? []);
}

/** Root element of a custom object's own file, if the project has it. */
export function objectElement(project: Project, object: string): XmlElement | null {
  const file = listObjectFiles(project).find(({ name }) => name === object)?.file;
  return file === undefined ? null : project.xml(file);
}

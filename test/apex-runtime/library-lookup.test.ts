import { T } from '../../tools/apex-runtime/model/types.ts';
import { LIBRARY } from '../../tools/apex-runtime/library/library.ts';
import { LibraryIndex } from '../../tools/apex-runtime/library/lookup.ts';
import { parseSignature } from '../../tools/apex-runtime/library/parse-signature.ts';
import { TypeTable } from '../../tools/apex-runtime/model/types.ts';
import { libraryHost } from './library-transaction.ts';

describe('the index of the library', () => {
  it('reads every signature, and every type named in one exists', () => {
    const { index, types } = libraryHost();
    const counts = LIBRARY.types.map((type) => {
      const full =
        type.typeParameters === undefined
          ? (types.find(type.name) ?? T.Object)
          : types.generic(
              type.name,
              type.typeParameters.map(() => T.String),
            );
      return Object.keys(type.members).map((text) => {
        const member = parseSignature(text);
        if (member === null) return `${type.name}: ${text}`;
        const found = {
          method: index.methods(full, member.name, member.isStatic),
          constructor: index.constructors(full),
          property: [index.property(full, member.name, member.isStatic)],
          setter: [index.setter(full, member.name, member.isStatic)],
        }[member.kind];
        return found.some((signature) => signature?.parameters.length === member.parameters.length)
          ? ''
          : `${type.name}: ${text}`;
      });
    });
    expect(counts.flat().filter((text) => text !== '')).toEqual([]);
  });

  it('finds a type with or without System, in any case, and no other', () => {
    const { index } = libraryHost();
    expect(
      ['system.string', 'STRING', 'System.LoggingLevel', 'jsonexception', 'Nope'].map((name) =>
        index.nameOf(name),
      ),
    ).toEqual(['String', 'String', 'LoggingLevel', 'JSONException', undefined]);
  });

  it('puts the arguments of a type into its members', () => {
    const { index, types } = libraryHost();
    const map = types.map(T.Id, types.list(T.String));
    expect(index.methods(map, 'keySet', false).map(({ returnType }) => returnType.name)).toEqual(['Set<Id>']);
    expect(index.methods(map, 'GET', false).map(({ returnType }) => returnType.name)).toEqual([
      'List<String>',
    ]);
    expect(index.methods(map, 'clone', false).map(({ returnType }) => returnType)).toEqual([map]);
  });

  it('finds the members of Object in every type', () => {
    const { index } = libraryHost();
    expect(index.methods(T.Date, 'toString', false).map(({ returnType }) => returnType.name)).toEqual([
      'String',
    ]);
  });

  it('brings the members of one type together when two parts declare it', () => {
    const types = new TypeTable();
    const more = { name: 'Test', members: { 'static more():Integer': () => 1 } };
    const index = new LibraryIndex({ ...LIBRARY, types: [...LIBRARY.types, more] }, types);
    const test = types.find('Test') ?? T.Object;
    expect([
      index.methods(test, 'more', true).length,
      index.methods(test, 'isRunningTest', true).length,
    ]).toEqual([1, 1]);
  });
});

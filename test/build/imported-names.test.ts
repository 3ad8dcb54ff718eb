import { importedNames } from '../../scripts/build/imported-names.ts';

function names(code: string): Record<string, string[]> {
  return Object.fromEntries([...importedNames(code)].map(([from, used]) => [from, [...used].sort()]));
}

describe('which exports a module uses', () => {
  it('lists named, renamed and default imports by module', () => {
    expect(names(`import d, { a, b as c } from './x'; import './y'; d(a, c);`)).toEqual({
      './x': ['a', 'b', 'default'],
      './y': [],
    });
  });

  it('reads the members of a namespace, and nothing that merely has its name', () => {
    const code = `import * as z from './z'; const one = z.object({ z: z.string() }); one.z;`;
    expect(names(code.replace('{ z: z.string() }', '{ k: z.string() }'))).toEqual({
      './z': ['object', 'string'],
    });
  });

  it('refuses a namespace that is handed around, because its members cannot be known', () => {
    expect(() => importedNames(`import * as z from './z'; use(z);`)).toThrow(
      'The namespace z of ./z is used as a value; read its members directly.',
    );
  });
});

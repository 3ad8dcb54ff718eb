import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { callAuraEnabled } from '../../tools/apex-runtime/run/call-aura.ts';
import { failureOf } from '../../tools/apex-runtime/run/failure.ts';
import { createTransaction } from '../../tools/apex-runtime/run/transaction.ts';
import { createApexCode } from '../../workbench/org/apex-code.ts';
import type { ApexCode } from '../../workbench/org/apex-code.ts';
import { createTestOrg } from '../../workbench/org/create-test-org.ts';
import { readInstalledPackage } from '../../workbench/org/installed-package.ts';
import { reloadApex } from '../../workbench/server/keep-apex.ts';
import { NOON } from './org-at.ts';

const INSTALLED = readInstalledPackage(['force-app']);
const CACHE_DIR = path.resolve('.cache/apex');
const CONTROLLER = 'main/actions/classes/PacelineLookupController.cls';

const greeter = (text: string): string =>
  `public class Greeter {\n  @AuraEnabled\n  public static String greet() {\n    return '${text}';\n  }\n}\n`;

/** A folder of classes that a test edits. */
interface Edited {
  readonly code: ApexCode;
  write(file: string, text: string): void;
  remove(file: string): void;
  greet(): unknown;
  /** The answer of the package to a look-up without strategies, or its refusal. */
  search(limit: number): unknown;
}

function editedIn(folder: string): Edited {
  const { org, userId } = createTestOrg(INSTALLED, NOON);
  const code = createApexCode([folder], INSTALLED.apexSchema, CACHE_DIR);
  const at = (file: string): string => path.join(folder, file);
  const call = (method: string, params: Readonly<Record<string, unknown>>): unknown => {
    const program = code.program();
    return callAuraEnabled(program, createTransaction(program, { org, userId }), method, params);
  };
  return {
    code,
    write: (file, text) => {
      writeFileSync(at(file), text);
    },
    remove: (file) => {
      rmSync(at(file));
    },
    greet: () => call('Greeter.greet', {}),
    search(limit) {
      try {
        return call('PacelineLookupController.search', {
          requestJson: JSON.stringify({ strategies: [], limit }),
        });
      } catch (error) {
        return failureOf(error).message;
      }
    },
  };
}

describe('Apex that is edited while the workbench runs', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'apex-code-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  test('a saved class answers the next request', () => {
    const edited = editedIn(folder);
    edited.write('Greeter.cls', greeter('before'));
    expect(edited.greet()).toBe('before');
    edited.write('Greeter.cls', greeter('after'));
    expect(edited.greet()).toBe('before');
    expect(edited.code.reload()).toEqual({ kind: 'reloaded' });
    expect(edited.greet()).toBe('after');
  });

  test('a save without a change compiles nothing', () => {
    const edited = editedIn(folder);
    edited.write('Greeter.cls', greeter('before'));
    const program = edited.code.program();
    edited.write('Greeter.cls', greeter('before'));
    expect(edited.code.reload()).toEqual({ kind: 'unchanged' });
    expect(edited.code.program()).toBe(program);
  });

  test('a class more and a class less are changes', () => {
    const edited = editedIn(folder);
    edited.write('Greeter.cls', greeter('before'));
    edited.code.program();
    edited.write('Other.cls', 'public class Other { }');
    expect(edited.code.reload()).toEqual({ kind: 'reloaded' });
    edited.remove('Other.cls');
    expect(edited.code.reload()).toEqual({ kind: 'reloaded' });
    expect([...edited.code.program().classes.keys()]).toEqual(['greeter']);
  });

  test('a broken class is told by file and line, and the last good one answers until it is mended', () => {
    const edited = editedIn(folder);
    edited.write('Greeter.cls', greeter('before'));
    edited.code.program();
    edited.write('Greeter.cls', greeter('broken').replace("'broken'", 'nothing'));
    expect(edited.code.reload()).toEqual({
      kind: 'refused',
      problems: ['Greeter.cls:4 Variable does not exist: nothing'],
    });
    expect(edited.greet()).toBe('before');
    edited.write('Greeter.cls', greeter('mended'));
    expect(edited.code.reload()).toEqual({ kind: 'reloaded' });
    expect(edited.greet()).toBe('mended');
  });

  test('a test class is no part of the program', () => {
    const edited = editedIn(folder);
    edited.write('Greeter.cls', greeter('before'));
    edited.write('GreeterTest.cls', '@IsTest\nprivate class GreeterTest {\n  broken\n}');
    expect(edited.greet()).toBe('before');
  });

  test('the developer is told what was wrong and what runs', () => {
    const edited = editedIn(folder);
    const said: string[] = [];
    const reload = (): void => {
      reloadApex(edited.code, (text) => said.push(text.replace(/\d+ ms/, 'N ms')));
    };
    edited.write('Greeter.cls', greeter('before'));
    reload();
    reload();
    edited.write('Greeter.cls', greeter('broken').replace("'broken'", '1'));
    reload();
    expect(said).toEqual([
      'Apex compiled in N ms; the next request runs it.',
      'The Apex was refused, the last good classes stay in use:\nGreeter.cls:4 Illegal return from Integer to String',
    ]);
  });

  test('an edit of the package changes what the next request is answered', () => {
    cpSync('force-app', folder, { recursive: true, filter: (file) => !/\.(?:js|html|css)$/.test(file) });
    const edited = editedIn(folder);
    expect(edited.search(51)).toBe('INVALID_REQUEST: limit is missing or not valid');
    const text = readFileSync(path.join(folder, CONTROLLER), 'utf8');
    edited.write(CONTROLLER, text.replace('MOST_MATCHES = 50', 'MOST_MATCHES = 51'));
    expect(edited.code.reload()).toEqual({ kind: 'reloaded' });
    expect(edited.search(51)).toEqual({ matches: [], skipped: [], strategyIndex: null, truncated: false });
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { emitLwcScript, lwcTypeScriptFiles } from '../../scripts/build/lwc-scripts.ts';

describe('emitting the script of a Lightning web component', () => {
  it('removes the types and keeps decorators, fields and declared members as they must be', () => {
    const source = [
      "import { LightningElement, api, wire } from 'lwc';",
      "import type { View } from 'c/pacelineCore';",
      "import { help } from './help.ts';",
      'export default class Card extends LightningElement {',
      '  declare refs: Record<string, Element>;',
      '  @api settingName: string | undefined;',
      '  @wire(Adapter, { id: 1 }) view: View | null = null;',
      '  private count = help(0);',
      '}',
      '',
    ].join('\n');
    expect(emitLwcScript(source, 'card.ts')).toBe(
      [
        "import { LightningElement, api, wire } from 'lwc';",
        "import { help } from './help';",
        'export default class Card extends LightningElement {',
        '    @api',
        '    settingName;',
        '    @wire(Adapter, { id: 1 })',
        '    view = null;',
        '    count = help(0);',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('names file and line of what cannot be read', () => {
    expect(() => emitLwcScript('const a = 1;\nconst = 2;\n', 'lwc/card/card.ts')).toThrow(
      /^lwc\/card\/card\.ts:2: /,
    );
  });

  it('finds component sources, not tests, declarations or other folders', () => {
    const dir = mkdtempSync(join(tmpdir(), 'lwc-'));
    const files = [
      'main/softphone/lwc/card/card.ts',
      'main/softphone/lwc/card/help.ts',
      'main/softphone/lwc/card/card.d.ts',
      'main/softphone/lwc/card/__tests__/card.test.ts',
      'main/softphone/classes/not-a-component.ts',
    ];
    for (const file of files) {
      mkdirSync(dirname(join(dir, file)), { recursive: true });
      writeFileSync(join(dir, file), '');
    }
    const found = lwcTypeScriptFiles(dir).map((path) => relative(dir, path));
    rmSync(dir, { recursive: true });
    expect(found).toEqual(['main/softphone/lwc/card/card.ts', 'main/softphone/lwc/card/help.ts']);
  });
});

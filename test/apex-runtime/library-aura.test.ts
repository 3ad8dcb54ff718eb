import { fromAuraJson, toAuraJson } from '../../tools/apex-runtime/library/aura-json.ts';
import type { MethodModel } from '../../tools/apex-runtime/model/class-model.ts';
import { UnsupportedApex } from '../../tools/apex-runtime/model/errors.ts';
import type { Transaction } from '../../tools/apex-runtime/model/transaction.ts';
import { T } from '../../tools/apex-runtime/model/types.ts';
import { loadProgram } from '../../tools/apex-runtime/run/program.ts';
import { createTransaction } from '../../tools/apex-runtime/run/transaction.ts';
import { createCaseOrg } from './case-org.ts';

const ANSWER = `
public virtual class Answer {
    @AuraEnabled
    public String code;
    @AuraEnabled
    public Decimal amount { get; set; }
    @AuraEnabled
    public String shown {
        get { return 'shown ' + code; }
    }
    @AuraEnabled
    public List<Answer> parts;
    public String hidden = 'x';
    public class Larger extends Answer {
        @AuraEnabled
        public Id recordId = '001D000000Ju1zH';
    }
    public static Answer make() {
        Larger whole = new Larger();
        whole.code = 'a';
        whole.amount = 1.50;
        whole.parts = new List<Answer>{ new Answer() };
        return whole;
    }
    public static String codesOf(Answer given) {
        return given.code + given.parts[0].code;
    }
    public static Exception problem() {
        return new IllegalArgumentException('x');
    }
}`;

const host = createCaseOrg();
const program = loadProgram({
  sources: [{ file: 'Answer.cls', text: ANSWER }],
  schema: host.org.schema,
});
const model = program.classes.get('answer');

function transaction(): Transaction {
  return createTransaction(program, { org: host.org, userId: host.administratorId });
}

function method(name: string): MethodModel {
  const found = model?.methods.get(name.toLowerCase())?.[0];
  if (found === undefined) throw new TypeError(`Answer has no method ${name}`);
  return found;
}

describe('instances for components', () => {
  it('show members with @AuraEnabled alone, those of the superclass first, null as null', () => {
    const tx = transaction();
    const answer = toAuraJson(tx, tx.call(method('make'), null, []));
    expect(answer).toEqual({
      code: 'a',
      amount: 1.5,
      shown: 'shown a',
      parts: [{ code: null, amount: null, shown: 'shown null', parts: null }],
      recordId: '001D000000Ju1zHIAR',
    });
    expect(Object.keys(Object(answer))).toEqual(['code', 'amount', 'shown', 'parts', 'recordId']);
  });

  it('are read by the fields of their class', () => {
    const tx = transaction();
    const codes = method('codesOf');
    const parameter = fromAuraJson(
      tx,
      { code: 'a', parts: [{ code: 'b' }] },
      codes.parameters[0]?.type ?? T.Object,
    );
    expect(tx.call(codes, null, [parameter])).toBe('ab');
  });

  it('are no exceptions', () => {
    const tx = transaction();
    const problem = tx.call(method('problem'), null, []);
    expect(() => toAuraJson(tx, problem)).toThrow(UnsupportedApex);
  });
});

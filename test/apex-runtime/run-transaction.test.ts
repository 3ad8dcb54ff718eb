import { LimitExceeded, ThrownApex } from '../../tools/apex-runtime/model/errors.ts';
import { ApexObject } from '../../tools/apex-runtime/model/values.ts';
import { callAuraEnabled, findAuraMethod } from '../../tools/apex-runtime/run/call-aura.ts';
import { failureOf } from '../../tools/apex-runtime/run/failure.ts';
import { CountingGovernor } from '../../tools/apex-runtime/run/governor.ts';
import { createApexLab } from './apex-lab.ts';

const lab = createApexLab();

describe('a transaction', () => {
  test('initializes a class at its first use, and once', () => {
    const program = lab.load({
      'Log.cls': 'public class Log {\n  public static List<String> lines = new List<String>();\n}',
      'Lazy.cls':
        "public class Lazy {\n  public static Integer value = touch();\n  static Integer touch() { Log.lines.add('used'); return 7; }\n}",
      'A.cls':
        'public class A {\n  public static Integer before() { return Log.lines.size(); }\n  public static Integer use() { return Lazy.value + Lazy.value; }\n}',
    });
    const tx = lab.begin(program);
    expect(lab.call(program, tx, 'A.before')).toBe(0);
    expect(lab.call(program, tx, 'A.use')).toBe(14);
    expect(lab.call(program, tx, 'A.before')).toBe(1);
    expect(lab.call(program, lab.begin(program), 'A.before')).toBe(0);
  });

  test('names an exception by the methods that were active, constructors and initializers too', () => {
    const program = lab.load({
      'A.cls':
        'public class A {\n  static Integer broken = 1 / 0;\n  public A() {\n    this(broken);\n  }\n  A(Integer n) { }\n  public static void run() {\n    new A();\n  }\n}',
      'B.cls':
        'public class B {\n  public B() {\n    Integer n = 1 / 0;\n  }\n  public static void run() {\n    new B();\n  }\n}',
    });
    const stackOf = (name: string): unknown => {
      try {
        return lab.call(program, lab.begin(program), name);
      } catch (error) {
        return failureOf(error).stack.map(({ owner, line }) => `${owner} ${line}`);
      }
    };
    expect(stackOf('A.run')).toEqual(['Class.A.<clinit> 2']);
    expect(stackOf('B.run')).toEqual(['Class.B.<init> 3', 'Class.B.run 6']);
  });

  test('stands where it stood when an exception was caught', () => {
    const program = lab.load({
      'A.cls':
        'public class A {\n  public static void run() {\n    try {\n      B.fail();\n    } catch (MathException e) {\n      Integer n = 1;\n    }\n    String s;\n    s.length();\n  }\n}',
      'B.cls': 'public with sharing class B {\n  public static void fail() {\n    Integer n = 1 / 0;\n  }\n}',
    });
    const tx = lab.begin(program);
    expect(() => lab.call(program, tx, 'A.run')).toThrow(ThrownApex);
    expect(tx.calls).toEqual([]);
    expect(tx.isSharingEnforced).toBe(false);
  });

  test('enforces sharing as the class says whose method runs', () => {
    const program = lab.load({
      'With.cls':
        'public with sharing virtual class With {\n  public static void run() { Probe.note(); }\n  public virtual void own() { Probe.note(); }\n}',
      'Without.cls':
        'public without sharing class Without {\n  public static void run() { Probe.note(); With.run(); Probe.note(); }\n}',
      'Below.cls': 'public class Below extends With {\n  public override void own() { Probe.note(); }\n}',
      'Probe.cls':
        "public inherited sharing class Probe {\n  public static void note() { System.debug('here'); }\n  public static void run() { note(); Without.run(); With.run(); new Below().own(); note(); }\n}",
    });
    const tx = lab.begin(program);
    const seen: boolean[] = [];
    const { debugLog } = tx;
    debugLog.push = (...lines: string[]): number => {
      seen.push(...lines.map(() => tx.isSharingEnforced));
      return seen.length;
    };
    lab.call(program, tx, 'Probe.run');
    expect(seen).toEqual([false, false, true, false, true, true, false]);
  });

  test('calls the overload of an interface method that fits what is passed', () => {
    const program = lab.load({
      'A.cls':
        "public class A {\n  public String take(Integer n) { return 'number'; }\n  public String take(String s) { return 'text'; }\n  public static A make() { return new A(); }\n}",
    });
    const tx = lab.begin(program);
    const instance = lab.call(program, tx, 'A.make');
    if (!(instance instanceof ApexObject)) throw new TypeError('A.make answers an A');
    expect(tx.callByName(instance, 'take', ['x'])).toBe('text');
    expect(tx.callByName(instance, 'take', [1])).toBe('number');
    expect(tx.callByName(instance, 'nothing', [])).toBe(undefined);
  });
});

describe('an @AuraEnabled method', () => {
  const program = lab.load({
    'A.cls':
      'public class A {\n  @AuraEnabled\n  public static List<String> twice(String text) { return new List<String>{ text, text }; }\n  public static void hidden() { }\n}',
  });

  test('takes parameters by name and answers JSON', () => {
    expect(callAuraEnabled(program, lab.begin(program), 'A.twice', { text: 'x' })).toEqual(['x', 'x']);
    expect(callAuraEnabled(program, lab.begin(program), 'A.twice', {})).toEqual([null, null]);
  });

  test('is found by its name alone when it is enabled', () => {
    expect(findAuraMethod(program, 'a.TWICE')?.name).toBe('twice');
    expect(findAuraMethod(program, 'A.hidden')).toBe(undefined);
  });
});

describe('the governor', () => {
  test('ends what is over a limit; asynchronous Apex has limits of its own', () => {
    const sync = new CountingGovernor(false);
    sync.count('queries', 100);
    expect(sync.used('queries')).toBe(100);
    expect(() => {
      sync.count('queries');
    }).toThrow(new LimitExceeded('Too many SOQL queries: 101'));
    expect(sync.fresh(true).maximum('queries')).toBe(200);
    expect(sync.fresh(true).used('queries')).toBe(0);
  });
});

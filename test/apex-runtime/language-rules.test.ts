import { createApexLab } from './apex-lab.ts';

const lab = createApexLab();

/** What the platform's compiler refuses, with the line and the reason that the runtime gives. */
const REFUSED: readonly (readonly [rule: string, source: string, problem: string])[] = [
  [
    'a top-level class without access',
    'class A { }',
    '1 A top-level class must be declared public or global',
  ],
  ['a method without a body', 'public class A {\n  void run();\n}', '2 Method must have a body: run'],
  [
    'an abstract method of a class that is not abstract',
    'public class A {\n  public abstract void run();\n}',
    '2 Class must be abstract to have the abstract method run',
  ],
  [
    'two methods with the same parameters',
    'public class A {\n  void run(String a) { }\n  void RUN(String b) { }\n}',
    '3 Method already defined: RUN',
  ],
  ['two fields of one name', 'public class A {\n  Integer a;\n  String A;\n}', '3 Duplicate field: A'],
  [
    'two parameters of one name',
    'public class A {\n  void run(String a, String A) { }\n}',
    '2 Duplicate parameter: A',
  ],
  [
    'a reserved word',
    'public class A {\n  Integer trigger_;\n}',
    '2 Invalid character in identifier: trigger_',
  ],
  ['a modifier twice', 'public public class A { }', '1 Duplicate modifier: public'],
  ['a class above itself', 'public virtual class A extends A { }', '1 Class is its own superclass: A'],
  [
    'an inner class of an inner class',
    'public class A {\n  class B {\n    class C { }\n  }\n}',
    '3 Inner types are not allowed to have inner types: class C',
  ],
  [
    'an override with less access',
    'public class A {\n  virtual class B {\n    public virtual void run() { }\n  }\n  class C extends B {\n    protected override void run() { }\n  }\n}',
    '6 Cannot reduce the visibility of the overridden method: A.C.run',
  ],
  [
    'an override that answers another type',
    'public class A {\n  virtual class B {\n    public virtual Integer run() { return 1; }\n  }\n  class C extends B {\n    public override String run() { return null; }\n  }\n}',
    '6 Return type must be Integer: A.C.run',
  ],
  [
    'an override of nothing',
    'public class A {\n  public override void run() { }\n}',
    '2 Method does not override an ancestor method: A.run',
  ],
  [
    'an abstract method that a subclass leaves out',
    'public class A {\n  abstract class B {\n    public abstract void run();\n  }\n  class C extends B { }\n}',
    '5 Class A.C must implement the method A.B.run',
  ],
  [
    'an abstract method without access',
    'public abstract class A {\n  abstract void run();\n}',
    '2 Abstract and override methods must be declared protected, public or global: run',
  ],
  [
    'an override without access',
    'public class A {\n  override String toString() { return null; }\n}',
    '2 Abstract and override methods must be declared protected, public or global: toString',
  ],
  [
    'an override of a private method',
    'public class A {\n  virtual class B {\n    private void run() { }\n  }\n  class C extends B {\n    public override void run() { }\n  }\n}',
    '6 Method does not override an ancestor method: A.C.run',
  ],
  [
    'a property that is final',
    'public class A {\n  public final Integer size { get; set; }\n}',
    '2 Properties cannot be final: size',
  ],
  [
    'an interface method that is not public',
    'public class A {\n  interface B {\n    void run();\n  }\n  class C implements B {\n    void run() { }\n  }\n}',
    '6 Method must be public or global: A.C.run',
  ],
  [
    "a missing method of the platform's interface",
    'public class A implements Comparable { }',
    '1 Class A must implement the method Comparable.compareTo',
  ],
  [
    'a test method with parameters',
    '@IsTest\nprivate class A {\n  @IsTest\n  static void run(String a) { }\n}',
    '4 Test methods must be static, void and without parameters: run',
  ],
  [
    'a property without accessors that is static in an inner class',
    'public class A {\n  class B {\n    static Integer size { get; set; }\n  }\n}',
    '3 static is allowed in top-level classes only',
  ],
  [
    'an exception that is not named so',
    'public class A extends Exception { }',
    '1 Exception class must end with the word Exception: A',
  ],
  [
    'the name of an exception for another class',
    'public class OddException { }',
    '1 Class name must not end with the word Exception: OddException',
  ],
  [
    'this in a static method',
    'public class A {\n  static Object run() { return this; }\n}',
    '2 this cannot be used in a static context',
  ],
  [
    'an instance method from a static one',
    'public class A {\n  void own() { }\n  static void run() { own(); }\n}',
    '3 Non static method cannot be referenced from a static context: own',
  ],
  [
    'continue outside of a loop',
    'public class A {\n  void run() {\n    continue;\n  }\n}',
    '3 continue must be in a loop',
  ],
  [
    'break outside of a loop',
    'public class A {\n  void run() {\n    break;\n  }\n}',
    '3 break must be in a loop',
  ],
  [
    'a method that is not there',
    'public class A {\n  void run() { nothing(1); }\n}',
    '2 Method does not exist or incorrect signature: nothing(Integer)',
  ],
  [
    'this(...) behind other statements',
    'public class A {\n  A() { }\n  A(Integer a) { Integer b = a; this(); }\n}',
    '3 this(...) must be the first statement of a constructor',
  ],
  [
    'a field that the record does not have',
    'public class A {\n  Object run(Account a) { return a.Nope__c; }\n}',
    '2 Variable does not exist: Account.Nope__c',
  ],
  [
    'a label that is not there',
    'public class A {\n  String run() { return Label.Paceline_Nope; }\n}',
    '2 Label does not exist: Paceline_Nope',
  ],
];

describe('what the platform refuses is refused at load', () => {
  test.each(REFUSED)('%s', (_rule, source, problem) => {
    expect(lab.problems({ 'A.cls': source })).toEqual([`A.cls:${problem}`]);
  });

  test('all problems of all classes are told at once', () => {
    const problems = lab.problems({
      'A.cls': 'public class A {\n  Integer one() { return nothing; }\n  Integer two() { return 1.5; }\n}',
      'B.cls': 'public class B {\n  void run() { A.three(); }\n}',
    });
    expect(problems).toEqual([
      'A.cls:2 Variable does not exist: nothing',
      'A.cls:3 Illegal return from Decimal to Integer',
      'B.cls:2 Method does not exist or incorrect signature: A.three()',
    ]);
  });

  test('two classes of one name', () => {
    expect(lab.problems({ 'A.cls': 'public class A { }', 'B.cls': 'public class a { }' })).toEqual([
      'B.cls:1 Duplicate class: a',
    ]);
  });
});

describe('who sees what', () => {
  const owner =
    'public virtual class Owner {\n  private static Integer hidden = 1;\n  protected Integer inherited = 2;\n  @TestVisible\n  private static Integer shown = 3;\n}';

  test('private members stay in their top-level class', () => {
    const other = 'public class Other {\n  Integer run() { return Owner.hidden; }\n}';
    expect(lab.problems({ 'Owner.cls': owner, 'Other.cls': other })).toEqual([
      'Other.cls:2 Variable is not visible: Owner.hidden',
    ]);
  });

  test('protected members are for subclasses', () => {
    const below = 'public class Below extends Owner {\n  Integer run() { return inherited; }\n}';
    const other = 'public class Other {\n  Integer run(Owner o) { return o.inherited; }\n}';
    expect(lab.problems({ 'Owner.cls': owner, 'Below.cls': below })).toEqual([]);
    expect(lab.problems({ 'Owner.cls': owner, 'Other.cls': other })).toEqual([
      'Other.cls:2 Variable is not visible: Owner.inherited',
    ]);
  });

  test('@TestVisible opens private members to tests alone', () => {
    const body = 'class Reader {\n  static Integer run() { return Owner.shown; }\n}';
    expect(lab.problems({ 'Owner.cls': owner, 'Reader.cls': `@IsTest\nprivate ${body}` })).toEqual([]);
    expect(lab.problems({ 'Owner.cls': owner, 'Reader.cls': `public ${body}` })).toEqual([
      'Reader.cls:2 Variable is not visible: Owner.shown',
    ]);
  });

  test('a property says for reading and writing who may', () => {
    const box = 'public class Box {\n  public Integer size { get; private set; }\n}';
    const other = (text: string): Record<string, string> => ({
      'Box.cls': box,
      'Other.cls': `public class Other {\n  Integer run(Box b) { ${text} }\n}`,
    });
    expect(lab.problems(other('return b.size;'))).toEqual([]);
    expect(lab.problems(other('b.size = 1; return 1;'))).toEqual([
      'Other.cls:2 Expression cannot be assigned: it is final, has no setter or is no variable',
    ]);
  });
});

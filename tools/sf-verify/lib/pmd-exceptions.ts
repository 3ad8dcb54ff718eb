/** Rules of PMD that say nothing useful about this package, each with the reason why it is left out. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  ApexDoc: 'comments are written where they prevent a wrong change, not on every member',
  ApexUnitTestClassShouldHaveRunAs:
    'runAs is used where permissions decide; the other tests are about values that no permission touches',
  CyclomaticComplexity:
    'CognitiveComplexity measures the same concern and does not count flat lists of cases',
  ProtectSensitiveData:
    'goes by the names of fields alone: a key of a call and an answer signal count as tokens',
  StdCyclomaticComplexity: 'the older form of CyclomaticComplexity',
  ExcessiveParameterList: 'it counts from four; a class around four named values would say less',
  NcssConstructorCount: 'constructors that copy a request into typed fields are long and flat',
  NcssCount: 'file sizes are limited to 400 lines by a check of their own',
  NcssMethodCount: 'the older form of NcssCount',
  NcssTypeCount: 'the older form of NcssCount',
};

/** One rule at one file where it is wrong, with the reason; an exception that covers nothing is reported. */
export interface PmdException {
  readonly rule: string;
  /** Name of the file without its folder. */
  readonly file: string;
  readonly reason: string;
}

export const EXCEPTIONS: readonly PmdException[] = [
  {
    rule: 'ApexUnitTestClassShouldHaveAsserts',
    file: 'PacelineAccessTest.cls',
    reason: 'the scenario asserts: its steps compare what was answered and what was written',
  },
  {
    rule: 'AvoidBooleanMethodParameters',
    file: 'PacelineErasure.cls',
    reason:
      'the Boolean is kept as a property of the erasure, not a switch between two behaviors of a method',
  },
  {
    rule: 'AvoidDebugStatements',
    file: 'PacelineException.cls',
    reason: 'the one line that the Apex log needs of a failure that nobody foresaw',
  },
  {
    rule: 'AvoidBooleanMethodParameters',
    file: 'PacelineApplyResponse.cls',
    reason: 'the Boolean is a value of the answer, not a switch between two behaviours',
  },
  {
    rule: 'AvoidBooleanMethodParameters',
    file: 'PacelineRecordWriter.cls',
    reason: "the Boolean is handed to the platform's duplicate rule header as it comes",
  },
  {
    rule: 'AvoidGlobalModifier',
    file: 'PacelineSandboxPostCopy.cls',
    reason: 'the platform starts the class of a sandbox copy from outside and demands it to be global',
  },
  {
    rule: 'AvoidNonRestrictiveQueries',
    file: 'PacelineConfigurationSelector.cls',
    reason: 'every setting is wanted; custom metadata of this type has a handful of records',
  },
];

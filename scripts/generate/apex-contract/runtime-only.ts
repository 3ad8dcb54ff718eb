const FAULT = 'a fault on the way cannot be staged';
const TASKS = 'one permission, Edit Tasks, lets users create and edit tasks; all users may read them';
const METADATA =
  'an Apex test cannot write custom metadata; PacelineConfigurationControllerTest stages it in memory';

/** Scenarios that run in the runtime only (test/contract/contract.test.ts), by name, each with what keeps it out of an org. */
export const RUNTIME_ONLY: Readonly<Record<string, string>> = {
  'a setting brings the rules of its ruleset in order, switched off ones included': METADATA,
  'a setting that does not exist is answered with null': 'PacelineConfigurationControllerTest asks for it',
  'a setting without a ruleset brings no rules': METADATA,
  'an interaction that another transaction inserted at the same moment is used':
    'one test is one transaction; PacelineInteractionRaceTest stages this race inside the ledger',
  'a duplicate is refused where the rule blocks': 'duplicate rules cannot be created in Apex',
  'a duplicate is saved where the action allows it': 'duplicate rules cannot be created in Apex',
  'a row lock refuses the whole batch and nothing is written':
    'one test is one transaction; PacelineInteractionRaceTest stages this lock inside the ledger',
  'an entry while the interaction is locked is refused as a whole':
    'one test is one transaction; PacelineInteractionRaceTest stages such a lock inside the ledger',
  'an entry while the interaction known by its id is locked is refused as a whole':
    'one test is one transaction; PacelineInteractionRaceTest stages such a lock inside the ledger',
  'a batch that fails as a whole is rolled back and its operations succeed one by one': FAULT,
  'a person account and its contact count once':
    'person accounts are made otherwise than other accounts; PacelinePersonAccountTest makes them',
  'the interaction is inserted by another browser in the same moment: both use one':
    'one test is one transaction; PacelineInteractionRaceTest stages this race inside the ledger',
  'an action without access to tasks fails by itself': TASKS,
  'a second close of a log that the agent may not edit fails, and writes no second log': TASKS,
  'an update of a lead that was converted into an account alone is refused':
    'the platform makes a contact of each lead, unless person accounts are enabled',
  'the id of a lead that was converted into an account alone finds the account':
    'the platform makes a contact of each lead, unless person accounts are enabled',
};

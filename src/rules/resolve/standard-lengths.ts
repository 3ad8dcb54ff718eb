/**
 * Longest text, in characters, of the standard fields that call work writes most. E-mail addresses are not among them: a
 * cut one is none, so the platform's own refusal is worth more.
 */
export const STANDARD_LENGTHS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  Task: { Subject: 255, CallDisposition: 255, CallObject: 255, Description: 32000 },
  Case: {
    Subject: 255,
    Description: 32000,
    SuppliedName: 80,
    SuppliedPhone: 40,
    SuppliedCompany: 80,
    Comments: 4000,
  },
  Lead: {
    FirstName: 40,
    LastName: 80,
    Company: 255,
    Title: 128,
    Phone: 40,
    MobilePhone: 40,
    Description: 32000,
  },
  Contact: {
    FirstName: 40,
    LastName: 80,
    Title: 128,
    Phone: 40,
    MobilePhone: 40,
    HomePhone: 40,
    OtherPhone: 40,
    Description: 32000,
  },
  Account: { Name: 255, Phone: 40, Description: 32000 },
  Opportunity: { Name: 120, NextStep: 255, Description: 32000 },
};

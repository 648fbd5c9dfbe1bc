import type { Acknowledgement, NagPackName } from '../acknowledgement/acknowledgement';

const frameworks: readonly NagPackName[] = ['HIPAA.Security', 'NIST.800.53.R4', 'NIST.800.53.R5', 'PCI.DSS.321'];

/** For a policy that belongs to one role of one function. */
export const inlinePolicies: readonly Acknowledgement[] = [
  {
    rule: 'IAMNoInlinePolicy',
    packs: frameworks,
    reason:
      'The policy belongs to one role of one function and is deployed and deleted with it; a managed policy could be attached elsewhere.',
  },
];

/**
 * Common Weakness Enumeration, version 4: the weaknesses that rules find, with their names.
 *
 * Checked in November 2026. Weaknesses only: a category, such as CWE-16 or CWE-320, is nothing that a finding may be mapped
 * to, as the page of each says.
 *
 * @see https://cwe.mitre.org/data/index.html
 * @see https://cwe.mitre.org/data/definitions/320.html
 */
export const cwe = {
  'CWE-20': 'Improper Input Validation',
  'CWE-94': "Improper Control of Generation of Code ('Code Injection')",
  'CWE-183': 'Permissive List of Allowed Inputs',
  'CWE-200': 'Exposure of Sensitive Information to an Unauthorized Actor',
  'CWE-204': 'Observable Response Discrepancy',
  'CWE-209': 'Generation of Error Message Containing Sensitive Information',
  'CWE-215': 'Insertion of Sensitive Information Into Debugging Code',
  'CWE-250': 'Execution with Unnecessary Privileges',
  'CWE-266': 'Incorrect Privilege Assignment',
  'CWE-269': 'Improper Privilege Management',
  'CWE-276': 'Incorrect Default Permissions',
  'CWE-284': 'Improper Access Control',
  'CWE-285': 'Improper Authorization',
  'CWE-287': 'Improper Authentication',
  'CWE-295': 'Improper Certificate Validation',
  'CWE-306': 'Missing Authentication for Critical Function',
  'CWE-308': 'Use of Single-factor Authentication',
  'CWE-311': 'Missing Encryption of Sensitive Data',
  'CWE-312': 'Cleartext Storage of Sensitive Information',
  'CWE-319': 'Cleartext Transmission of Sensitive Information',
  'CWE-321': 'Use of Hard-coded Cryptographic Key',
  'CWE-324': 'Use of a Key Past its Expiration Date',
  'CWE-326': 'Inadequate Encryption Strength',
  'CWE-327': 'Use of a Broken or Risky Cryptographic Algorithm',
  'CWE-353': 'Missing Support for Integrity Check',
  'CWE-400': 'Uncontrolled Resource Consumption',
  'CWE-441': "Unintended Proxy or Intermediary ('Confused Deputy')",
  'CWE-494': 'Download of Code Without Integrity Check',
  'CWE-521': 'Weak Password Requirements',
  'CWE-522': 'Insufficiently Protected Credentials',
  'CWE-532': 'Insertion of Sensitive Information into Log File',
  'CWE-613': 'Insufficient Session Expiration',
  'CWE-653': 'Improper Isolation or Compartmentalization',
  'CWE-668': 'Exposure of Resource to Wrong Sphere',
  'CWE-674': 'Uncontrolled Recursion',
  'CWE-693': 'Protection Mechanism Failure',
  'CWE-732': 'Incorrect Permission Assignment for Critical Resource',
  'CWE-770': 'Allocation of Resources Without Limits or Throttling',
  'CWE-778': 'Insufficient Logging',
  'CWE-798': 'Use of Hard-coded Credentials',
  'CWE-829': 'Inclusion of Functionality from Untrusted Control Sphere',
  'CWE-862': 'Missing Authorization',
  'CWE-863': 'Incorrect Authorization',
  'CWE-915': 'Improperly Controlled Modification of Dynamically-Determined Object Attributes',
  'CWE-942': 'Permissive Cross-domain Security Policy with Untrusted Domains',
  'CWE-1104': 'Use of Unmaintained Third Party Components',
  'CWE-1188': 'Initialization of a Resource with an Insecure Default',
} as const;

import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'lambda-url-cors-wildcard',
  severity: 'medium',
  title: 'scripts of every website may read the answers of the function URL',
  why:
    'A page that a user of the service happens to open can call the function from their browser and read the answer. ' +
    'Where the call carries what identifies the user, the page acts in their name.',
  serviceDefault:
    'Without `Cors` no other origin may read an answer (https://docs.aws.amazon.com/lambda/latest/dg/urls-configuration.html).',
  fix: 'list the origins of your own sites in `Cors.AllowOrigins`',
  references: { owaspServerless: ['S6'], csaServerless: ['SAS-3'], cwe: ['CWE-942'] },
  appliesTo: 'AWS::Lambda::Url',
  check: (url) =>
    url
      .read('Cors.AllowOrigins')
      .items.map((origin) => demand(origin, (it) => !/^(?:https?:\/\/)?\*$/.test(it.text ?? ''), 'a named origin')),
});

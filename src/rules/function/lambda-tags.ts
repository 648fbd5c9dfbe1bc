import { defineRule } from '../define-rule';
import { demand } from '../results';

export default defineRule({
  id: 'lambda-tags',
  severity: 'low',
  strict: true,
  title: 'the function has no tags',
  why:
    'Nobody can tell whose function it is, and policies over tags do not reach it. ' +
    'A forgotten function stays, with its role, for whoever finds a way in.',
  serviceDefault:
    'A function has the tags that the template gives it (https://docs.aws.amazon.com/lambda/latest/dg/configuration-tags.html).',
  fix: "set `Tags`, or tag the stack with `Tags.of(stack).add('owner', 'team-books')`",
  references: { csaServerless: ['SAS-11'], securityHub: ['Lambda.6'] },
  notes: 'Strict, because it is hardly about security. Tags that CloudFormation adds do not count.',
  appliesTo: 'AWS::Lambda::Function',
  check: (fn) => demand(fn.read('Tags'), (tags) => tags.items.length > 0, 'a tag'),
});

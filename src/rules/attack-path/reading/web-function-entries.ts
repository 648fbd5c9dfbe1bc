import type { Entry } from './entry';
import type { Truth } from '../../../iam/truth';
import type { Application, Resource, Value } from '../../../template';

/** The endpoints of a web function that lead to one of its revisions. */
export function entriesToRevision(revision: Resource, app: Application): readonly Entry[] {
  const webFunction = revision.read('FunctionName').target;
  if (!webFunction) return [];
  return app
    .attachedTo(webFunction, 'AWS::Lambda::WebFunctionEndpoint', 'FunctionName')
    .filter((endpoint) => mayLeadTo(revision, endpoint))
    .map(entryOfEndpoint);
}

/** An endpoint that names no revision leads to the newest one. */
function mayLeadTo(revision: Resource, endpoint: Resource): boolean {
  const revisions = endpoint.read('RevisionWeights').items.map((weight) => weight.read('RevisionId'));
  return revisions.length === 0 || revisions.some((id) => id.isUnknown || id.targets.includes(revision));
}

function entryOfEndpoint(endpoint: Resource): Entry {
  const at = endpoint.read('AuthType');
  return { resource: endpoint, at, name: `the endpoint ${endpoint.logicalId}`, open: isOpen(at) };
}

/** With `ApplicationManaged` Lambda asks nobody: https://docs.aws.amazon.com/lambda/latest/dg/web-functions-endpoint-access-control.html. */
function isOpen(authType: Value): Truth {
  if (authType.is('ApplicationManaged')) return 'yes';
  return authType.isUnknown ? 'unknown' : 'no';
}

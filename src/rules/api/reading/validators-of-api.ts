import type { Application, Resource } from '../../../template';
import { fail, pass } from '../../results';
import type { Result } from '../../results';

const halves = ['ValidateRequestBody', 'ValidateRequestParameters'];

/** Judges an API whose methods stand elsewhere: they can only name a validator of this API. */
export function judgeWithoutMethods(api: Resource, app: Application): Result {
  const isDefined = ['Body', 'BodyS3Location'].some((property) => !api.read(property).isAbsent);
  if (isDefined || app.attachedTo(api, 'AWS::ApiGateway::Method', 'RestApiId').length > 0) return pass();
  const validators = app.attachedTo(api, 'AWS::ApiGateway::RequestValidator', 'RestApiId');
  const isWhole = (validator: Resource) =>
    halves.every((half) => validator.read(half).isTrue || validator.read(half).isUnknown);
  if (validators.some(isWhole)) return pass();
  const got = validators.length === 0 ? 'no request validator' : 'a request validator for one half';
  return fail(api, { got, wanted: 'one for body and parameters', severity: 'low' });
}

import type { Application, Resource, Value } from '../../../template';

/** Where events go that a function failed on when it was invoked asynchronously; what is unknown is somewhere. */
export function failureTargetsOf(fn: Resource, app: Application): readonly Value[] {
  const destinations = app
    .attachedTo(fn, 'AWS::Lambda::EventInvokeConfig', 'FunctionName')
    .map((config) => config.read('DestinationConfig.OnFailure.Destination'));
  return [fn.read('DeadLetterConfig.TargetArn'), ...destinations].filter((value) => !value.isAbsent);
}

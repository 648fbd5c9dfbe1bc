import { rightsOf } from './rights';
import { arnFormats } from '../../../facts/arn-formats';
import type { Application, Resource, Value } from '../../../template';
import { arnPieces } from '../../function/reading/arn-pieces';

/** What delivers with a role, and the services that it needs for that. */
export interface Delivering {
  readonly by: readonly Resource[];
  /** As actions name them, of the targets that are known. */
  readonly services: readonly string[];
  /** The other targets, as the template writes them. */
  readonly open: readonly string[];
}

/** Keys, logs and traces belong to a delivery; sources in a VPC need their network and credentials. */
const always = ['kms', 'logs', 'xray', 'cloudwatch'];
const ofPipes = ['ec2', 'secretsmanager', 's3', 'firehose'];

/** The schedules, pipes and rules that deliver with a role. */
export function deliveringWith(role: Resource, app: Application): Delivering {
  const schedules = app.attachedTo(role, 'AWS::Scheduler::Schedule', 'Target.RoleArn');
  const pipes = app.attachedTo(role, 'AWS::Pipes::Pipe', 'RoleArn');
  const rules = app
    .attachedTo(role, 'AWS::Events::Rule', 'Targets')
    .filter((rule) => rule.read('Targets').items.some((target) => target.read('RoleArn').target === role));
  const arns = [
    ...schedules.flatMap((one) => [one.read('Target.Arn'), one.read('Target.DeadLetterConfig.Arn')]),
    ...pipes.flatMap((pipe) => ['Source', 'Enrichment', 'Target'].map((property) => pipe.read(property))),
    ...rules.flatMap((rule) => rule.read('Targets').items.map((target) => target.read('Arn'))),
  ].filter((arn) => !arn.isAbsent);
  const services = arns.map(serviceOf);
  const open = arns.filter((_, index) => services[index] === undefined).map((arn) => String(arn));
  const more = [...always, ...(pipes.length > 0 ? [...ofPipes, 'sqs', 'sns'] : [])];
  return {
    by: [...schedules, ...pipes, ...rules],
    services: [...services.flatMap((service) => service ?? []), ...more],
    open,
  };
}

/** Whether a role may do some actions to anything else than targets that are written as they are in its policies. */
export function mayDoMoreThanReach(
  targets: readonly string[],
  role: Resource,
  app: Application,
  actions: readonly string[],
): boolean {
  const { found, unread } = rightsOf(role, app, actions);
  return unread.length > 0 || found.some(({ on }) => !on.every(({ arn }) => targets.includes(arn)));
}

/** `lambda` of a function, and of `arn:aws:scheduler:::aws-sdk:lambda:invoke`. */
function serviceOf(arn: Value): string | undefined {
  const { target, text } = arn;
  const service = target && serviceOfType(target.type);
  if (service) return service;
  const pieces = arnPieces(text ?? '');
  if (pieces[2] === 'scheduler' && pieces[5] === 'aws-sdk') return pieces[6];
  return pieces.length >= 6 && /^[a-z0-9-]+$/.test(pieces[2]) ? pieces[2] : undefined;
}

/** As the ARNs of that type say, or those of its service: the ARN of an API destination ends in what nobody knows. */
function serviceOfType(type: string): string | undefined {
  const ofService = type.slice(0, type.lastIndexOf(':') + 1);
  const like = Object.hasOwn(arnFormats, type)
    ? type
    : Object.keys(arnFormats).find((one) => one.startsWith(ofService));
  return like === undefined ? undefined : arnPieces(arnFormats[like].format)[2];
}

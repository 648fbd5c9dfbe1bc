import type { Resource } from '../../../template';

/** Whether a method of a REST API may get a body that something behind it reads. */
export function takesBody(method: Resource): boolean {
  return !isMock(method) && method.read('HttpMethod').is('POST', 'PUT', 'PATCH', 'ANY');
}

/** Whether a method names parameters that a call must have. */
export function requiresParameters(method: Resource): boolean {
  return !isMock(method) && method.read('RequestParameters').entries.some(([, required]) => required.isTrue);
}

function isMock(method: Resource): boolean {
  return method.read('Integration.Type').is('MOCK');
}

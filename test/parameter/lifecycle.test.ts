import { byOperator, Deployment, generated, key, otherKey } from './deployment';
import { failure, type FakeParameterStore } from './fake-parameter-store';
import { placeholder } from '../../src/parameter/handler/placeholder';

const owner = 'cdk-secure-serverless:logical-id';

function failingFirst(times: number, action: string, name: string): FakeParameterStore['before'] {
  let left = times;
  return (called) => {
    if (called === action && left-- > 0) throw failure(name, `${name} with s3cr3t`);
  };
}

describe('a creation', () => {
  test('puts a value of the length and characters that were asked for into a SecureString with the key', async () => {
    const deployment = new Deployment();
    const answer = await deployment.run(
      deployment.create(
        generated('/a', { Length: '64', Characters: 'abcdef', ExcludeCharacters: 'f', Description: 'd' }),
      ),
    );
    expect(deployment.store.valueOf('/a')).toMatch(/^[a-e]{64}$/);
    expect(deployment.store.parameters.get('/a')?.versions).toEqual([
      expect.objectContaining({ keyId: key, description: 'd' }),
    ]);
    expect(answer).toMatchObject({
      Status: 'SUCCESS',
      PhysicalResourceId: 'ssm:/a',
      NoEcho: true,
      Data: { Name: '/a', Version: '1' },
    });
  });

  test('puts a placeholder in where an operator has the value', async () => {
    const deployment = new Deployment();
    await deployment.run(deployment.create(byOperator('/a')));
    expect(deployment.store.valueOf('/a')).toBe(placeholder);
  });

  test('leaves a parameter that somebody else made as it is, and its rollback does too', async () => {
    const deployment = new Deployment();
    deployment.store.putBySomebody('/a', 'theirs');
    const answer = await deployment.run(deployment.create(generated('/a')));
    expect(answer).toMatchObject({ Status: 'FAILED', Reason: expect.stringContaining("'/a' exists already") });
    expect(await deployment.run(deployment.delete(answer.PhysicalResourceId, generated('/a')))).toMatchObject({
      Status: 'SUCCESS',
    });
    expect(deployment.store.valueOf('/a')).toBe('theirs');
  });

  test.each([
    ['another resource of the stack', new Deployment('Other')],
    ['another stack', new Deployment('Password', 'arn:aws:cloudformation:eu-west-1:111122223333:stack/Other/1')],
  ])('leaves a parameter of %s as it is', async (_, other) => {
    const deployment = new Deployment();
    await other.run(other.create(generated('/a')));
    deployment.store.parameters.set('/a', other.store.parameters.get('/a')!);
    const answer = await deployment.run(deployment.create(generated('/a')));
    expect(answer.Status).toBe('FAILED');
    await deployment.run(deployment.delete('ssm:/a', generated('/a')));
    expect(deployment.store.valueOf('/a')).toBe(other.store.valueOf('/a'));
  });

  test('that is delivered twice makes one value, and answers the same', async () => {
    const deployment = new Deployment();
    const event = deployment.create(generated('/a'));
    const first = await deployment.deliver(event);
    const value = deployment.store.valueOf('/a');
    expect(await deployment.deliver(event)).toEqual(first);
    expect(deployment.store.valueOf('/a')).toBe(value);
    expect(deployment.store.puts).toHaveLength(1);
  });

  test('finds what it made itself where the answer of SSM was lost, even if its tags cannot be read at once', async () => {
    const deployment = new Deployment();
    deployment.store.staleReads = 2;
    const event = deployment.create(generated('/a'));
    deployment.answerStatus = () => 503;
    await expect(deployment.deliver(event)).rejects.toThrow('CloudFormation did not get the answer: 503');
    deployment.answerStatus = () => 200;
    expect(await deployment.deliver(event)).toMatchObject({ Status: 'SUCCESS' });
    expect(deployment.store.puts).toHaveLength(1);
  });

  test('does not take over what the same resource left behind, nor does its rollback delete it', async () => {
    const deployment = new Deployment();
    await deployment.run(deployment.create(generated('/a')));
    const value = deployment.store.valueOf('/a');
    const again = await deployment.run(deployment.create(generated('/a')));
    expect(again.Status).toBe('FAILED');
    await deployment.run(deployment.delete(again.PhysicalResourceId, generated('/a')));
    expect(deployment.store.valueOf('/a')).toBe(value);
  });

  test.each(['ThrottlingException', 'InternalServerError', 'AccessDeniedException', 'InvalidKeyId', 'TooManyUpdates'])(
    'waits for %s to pass',
    async (name) => {
      const deployment = new Deployment();
      deployment.store.before = failingFirst(3, 'PutParameter', name);
      expect(await deployment.run(deployment.create(generated('/a')))).toMatchObject({ Status: 'SUCCESS' });
      expect(deployment.slept).toBeGreaterThan(0);
    },
  );

  test('that is denied fails in time to say so, with what to look at', async () => {
    const deployment = new Deployment();
    deployment.store.before = failingFirst(Infinity, 'PutParameter', 'AccessDeniedException');
    const answer = await deployment.run(deployment.create(generated('/a')));
    expect(answer).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringMatching(/^PutParameter of parameter '\/a' failed with AccessDeniedException: the policy/),
    });
    expect(deployment.slept).toBeLessThan(150_000);
  });

  test('that SSM refuses says why, and nothing of what SSM says', async () => {
    const deployment = new Deployment();
    const answer = await deployment.run(deployment.create(generated('/a', { AllowedPattern: '^never$' })));
    expect(answer.Reason).toContain("ParameterPatternMismatchException: the value does not match 'allowedPattern'");
    expect(answer.Reason).not.toContain('cannot match the pattern');
  });

  test.each([
    ['no name', { ...generated('/a'), Name: undefined }, "property 'Name' is missing"],
    ['no source', { ...generated('/a'), Source: undefined }, "property 'Source' is missing"],
    ['no length', generated('/a', { Length: undefined }), "property 'Length' is no whole number"],
    ['a length that is none', generated('/a', { Length: '1e3' }), "property 'Length' is no whole number"],
    ['a rotation that is none', generated('/a', { Rotation: 'x' }), "property 'Rotation' is no whole number"],
  ])('with %s fails before it asks SSM', async (_, properties, reason) => {
    const deployment = new Deployment();
    expect(await deployment.run(deployment.create(properties))).toMatchObject({ Status: 'FAILED', Reason: reason });
    expect(deployment.store.calls).toEqual([]);
  });
});

describe('an update', () => {
  async function deployed(properties = generated('/a')): Promise<Deployment> {
    const deployment = new Deployment();
    await deployment.run(deployment.create(properties));
    return deployment;
  }

  test.each([
    ['another length', generated('/a', { Length: '40' })],
    ['other characters', generated('/a', { Characters: 'abc' })],
    ['a description', generated('/a', { Description: 'new' })],
    ['a first rotation of zero', generated('/a', { Rotation: '0' })],
    ['an operator instead', byOperator('/a')],
  ])('to %s leaves the value', async (_, properties) => {
    const deployment = await deployed();
    expect(await deployment.run(deployment.update(properties))).toMatchObject({
      Status: 'SUCCESS',
      PhysicalResourceId: 'ssm:/a',
      Data: { Version: '1' },
    });
    expect(deployment.store.puts).toHaveLength(1);
  });

  test('never overwrites what an operator put in', async () => {
    const deployment = await deployed(byOperator('/a'));
    deployment.store.putBySomebody('/a', 'from the operator', key);
    await deployment.run(deployment.update(byOperator('/a', { Description: 'new', Tier: 'Advanced' })));
    await deployment.run(deployment.update(generated('/a')));
    expect(deployment.store.valueOf('/a')).toBe('from the operator');
  });

  test('of the rotation makes a new value, with what else changed', async () => {
    const deployment = await deployed();
    const before = deployment.store.valueOf('/a');
    const properties = generated('/a', { Rotation: '1', Length: '40', Description: 'new', KeyId: otherKey });
    expect(await deployment.run(deployment.update(properties))).toMatchObject({
      Status: 'SUCCESS',
      Data: { Version: '2' },
    });
    expect(deployment.store.valueOf('/a')).not.toBe(before);
    expect(deployment.store.parameters.get('/a')?.versions.at(-1)).toMatchObject({
      keyId: otherKey,
      description: 'new',
    });
    expect([...deployment.store.parameters.keys()]).toEqual(['/a']);
  });

  test('of the rotation is not made again by a rollback, a second try or a lower number', async () => {
    const deployment = await deployed(generated('/a', { Rotation: '1' }));
    await deployment.run(deployment.update(generated('/a', { Rotation: '2' })));
    const value = deployment.store.valueOf('/a');
    for (const Rotation of ['1', '2', '0']) {
      const answer = await deployment.run(deployment.update(generated('/a', { Rotation })));
      expect(answer).toMatchObject({ Status: 'SUCCESS', Data: { Version: '2' } });
    }
    expect(deployment.store.valueOf('/a')).toBe(value);
  });

  test.each(['PutParameter', 'GetParameter', 'AddTagsToResource', 'DeleteParameter', 'ListTagsForResource'])(
    'of the rotation that failed at %s is finished with one value when it is delivered again',
    async (action) => {
      const deployment = await deployed();
      const event = deployment.update(generated('/a', { Rotation: '1' }));
      for (let failing = 0; failing < 6; failing++) {
        let passed = 0;
        deployment.store.before = (called) => {
          if (called === action && passed++ >= failing) throw failure('SomethingElse');
        };
        await deployment.deliver(event);
      }
      deployment.store.before = () => undefined;
      await deployment.run(event);
      const values = new Set(deployment.store.puts.filter(({ name }) => name === '/a').map(({ value }) => value));
      expect(values.size).toBe(2);
      expect([...deployment.store.parameters.keys()]).toEqual(['/a']);
    },
  );

  test.each([1, 2, 3, 4, 5])(
    'of the rotation that is delivered again makes one value, also when %d reads after a write are old',
    async (staleReads) => {
      const deployment = await deployed();
      deployment.store.staleReads = staleReads;
      deployment.store.isStale = (name) => name === '/a';
      const event = deployment.update(generated('/a', { Rotation: '1' }));
      for (let delivery = 0; delivery < 3; delivery++) {
        expect(await deployment.deliver(event)).toMatchObject({ Status: 'SUCCESS' });
      }
      const values = new Set(deployment.store.puts.filter(({ name }) => name === '/a').map(({ value }) => value));
      expect(values.size).toBe(2);
    },
  );

  test('of the rotation leaves an advanced parameter advanced, which SSM cannot take back', async () => {
    const deployment = await deployed(generated('/a', { Tier: 'Advanced' }));
    expect(await deployment.run(deployment.update(generated('/a', { Rotation: '1' })))).toMatchObject({
      Status: 'SUCCESS',
    });
    expect(deployment.store.parameters.get('/a')?.versions.at(-1)?.tier).toBe('Advanced');
  });

  test('of the rotation fails where the name that it needs is taken, and leaves both', async () => {
    const deployment = await deployed();
    const value = deployment.store.valueOf('/a');
    deployment.store.putBySomebody('/a.next', 'theirs');
    expect(await deployment.run(deployment.update(generated('/a', { Rotation: '1' })))).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringContaining("'/a.next' exists and was not made by this resource"),
    });
    expect([deployment.store.valueOf('/a'), deployment.store.valueOf('/a.next')]).toEqual([value, 'theirs']);
  });

  test('finds the newest of a hundred versions', async () => {
    const deployment = await deployed(byOperator('/a'));
    for (let version = 2; version <= 130; version++) deployment.store.putBySomebody('/a', `value ${version}`, key);
    expect(await deployment.run(deployment.update(byOperator('/a', { Description: 'd' })))).toMatchObject({
      Data: { Version: '130' },
    });
  });

  test('of the key without a new value fails, and can be rolled back', async () => {
    const deployment = await deployed();
    const event = deployment.update(generated('/a', { KeyId: otherKey }));
    expect(await deployment.run(event)).toMatchObject({
      Status: 'FAILED',
      PhysicalResourceId: 'ssm:/a',
      Reason: expect.stringMatching(/is encrypted with key '.*1234abcd.*': raise 'rotation'/),
    });
    deployment.properties = event.ResourceProperties;
    expect(await deployment.run(deployment.update(generated('/a')))).toMatchObject({ Status: 'SUCCESS' });
  });

  test('of the key succeeds after an operator put the value in with it', async () => {
    const deployment = await deployed(byOperator('/a'));
    const update = () => deployment.update(byOperator('/a', { KeyId: otherKey }));
    expect(await deployment.run(update())).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringContaining(`--key-id '${otherKey}'`),
    });
    deployment.store.putBySomebody('/a', 'from the operator', otherKey.split('/')[1]);
    expect(await deployment.run(update())).toMatchObject({ Status: 'SUCCESS' });
  });

  test('of the name makes another parameter, and its rollback finds the first with its value', async () => {
    const deployment = await deployed();
    const value = deployment.store.valueOf('/a');
    expect(await deployment.run(deployment.update(generated('/b')))).toMatchObject({ PhysicalResourceId: 'ssm:/b' });
    expect(deployment.store.valueOf('/b')).not.toBe(value);
    expect(await deployment.run(deployment.update(generated('/a')))).toMatchObject({ PhysicalResourceId: 'ssm:/a' });
    expect(await deployment.run(deployment.delete('ssm:/b', generated('/a')))).toMatchObject({ Status: 'SUCCESS' });
    expect([...deployment.store.parameters.keys()]).toEqual(['/a']);
    expect(deployment.store.valueOf('/a')).toBe(value);
  });

  test('of the name to one that somebody else has fails with the old id, and touches neither', async () => {
    const deployment = await deployed();
    deployment.store.putBySomebody('/b', 'theirs');
    expect(await deployment.run(deployment.update(generated('/b')))).toMatchObject({
      Status: 'FAILED',
      PhysicalResourceId: 'ssm:/a',
    });
    expect(deployment.store.valueOf('/b')).toBe('theirs');
    expect(deployment.store.puts).toHaveLength(1);
  });

  test('of a parameter that was deleted by hand makes it again', async () => {
    const deployment = await deployed();
    deployment.store.parameters.delete('/a');
    expect(await deployment.run(deployment.update(generated('/a', { Length: '40' })))).toMatchObject({
      Status: 'SUCCESS',
    });
    expect(deployment.store.valueOf('/a')).toHaveLength(40);
  });

  test('of a parameter that was made anew by somebody else fails and leaves it', async () => {
    const deployment = await deployed();
    deployment.store.parameters.delete('/a');
    deployment.store.putBySomebody('/a', 'theirs');
    expect(await deployment.run(deployment.update(generated('/a', { Rotation: '9' })))).toMatchObject({
      Status: 'FAILED',
      Reason: expect.stringContaining('was not made by this resource, or lost its tags'),
    });
    expect(deployment.store.valueOf('/a')).toBe('theirs');
  });
});

describe('a deletion', () => {
  test('removes the parameter that was made, and succeeds when there is none any more', async () => {
    const deployment = new Deployment();
    await deployment.run(deployment.create(generated('/a', { Rotation: '1' })));
    const event = deployment.delete();
    expect(await deployment.deliver(event)).toMatchObject({ Status: 'SUCCESS', PhysicalResourceId: 'ssm:/a' });
    expect(deployment.store.parameters.size).toBe(0);
    expect(await deployment.deliver(event)).toMatchObject({ Status: 'SUCCESS' });
  });

  test('of the name that is given up leaves the one that took its place', async () => {
    const deployment = new Deployment();
    await deployment.run(deployment.create(generated('/a')));
    await deployment.run(deployment.update(generated('/b')));
    for (let delivery = 0; delivery < 2; delivery++) {
      await deployment.deliver(deployment.delete('ssm:/a', generated('/a')));
    }
    expect([...deployment.store.parameters.keys()]).toEqual(['/b']);
  });

  test('after a creation that was never answered removes what that made, by the id that CloudFormation made up', async () => {
    const deployment = new Deployment();
    deployment.answerStatus = () => 403;
    await expect(deployment.deliver(deployment.create(generated('/a')))).rejects.toThrow();
    deployment.answerStatus = () => 200;
    expect(deployment.store.parameters.size).toBe(1);
    await deployment.run(deployment.delete('Orders-Password-1A2B3C4D5E6F', generated('/a')));
    expect(deployment.store.parameters.size).toBe(0);
  });

  test('after a creation that never ran leaves what the same resource had retained', async () => {
    const deployment = new Deployment();
    await deployment.run(deployment.create(generated('/a')));
    await deployment.run(deployment.delete('Orders-Password-1A2B3C4D5E6F', generated('/a')));
    expect(deployment.store.valueOf('/a')).toBeDefined();
  });

  test.each(['ssm:/theirs', 'Orders-Password-1A2B3C4D5E6F', '/theirs', 'nothing:x', 'theirs'])(
    'with the id %s does not remove what somebody else made',
    async (physicalId) => {
      const deployment = new Deployment();
      deployment.store.putBySomebody('/theirs', 'x', 'k', { [owner]: 'Password' });
      deployment.store.putBySomebody('theirs', 'x', 'k', { [owner]: 'Password' });
      expect(await deployment.run(deployment.delete(physicalId, generated('/theirs')))).toMatchObject({
        Status: 'SUCCESS',
      });
      expect(deployment.store.parameters.size).toBe(2);
    },
  );

  test('that is denied fails, so that CloudFormation shows that the parameter is still there', async () => {
    const deployment = new Deployment();
    await deployment.run(deployment.create(generated('/a')));
    deployment.store.before = failingFirst(Infinity, 'DeleteParameter', 'AccessDeniedException');
    expect(await deployment.run(deployment.delete())).toMatchObject({ Status: 'FAILED', PhysicalResourceId: 'ssm:/a' });
  });
});

test('a request of a type that is not known fails', async () => {
  const deployment = new Deployment();
  const event = { ...deployment.create(generated('/a')), RequestType: 'constructor' as never };
  expect(await deployment.run(event)).toMatchObject({ Status: 'FAILED' });
});

test('an answer fits into what CloudFormation takes, with the longest name and failure', async () => {
  const deployment = new Deployment('L'.repeat(255));
  const name = `/${'n'.repeat(949)}`;
  deployment.store.putBySomebody(name, 'theirs');
  await deployment.run(deployment.create(generated(name)));
  await deployment.run(deployment.update(generated(`${name.slice(0, -1)}m`), `ssm:${name}`));
  for (const answer of deployment.answers) expect(Buffer.byteLength(JSON.stringify(answer))).toBeLessThanOrEqual(4096);
});

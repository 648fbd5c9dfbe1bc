import type * as lambda from 'aws-cdk-lib/aws-lambda';

const mount = 'elasticfilesystem:ClientMount';
const write = 'elasticfilesystem:ClientWrite';

/**
 * The file system with its name where the L2 allows mounting of all of them: with the access point as the condition, the
 * name is in the statement beside it.
 */
export function withNamedFileSystem(fileSystem: lambda.FileSystem): lambda.FileSystem {
  const { config } = fileSystem;
  const named = config.policies?.find(({ actions }) => actions.includes(write))?.resources;
  if (!named) return fileSystem;
  const policies = config.policies?.map((statement) =>
    statement.actions.join() === mount && statement.resources.join() === '*'
      ? statement.copy({ resources: named })
      : statement,
  );
  return { config: { ...config, policies } };
}

import type { IConstruct } from 'constructs';
import { mistakesBetween } from '../facts/mistakes';

/**
 * The construct at a path as findings name it.
 *
 * @param root the app, or a Stage whose own path the other begins with
 */
export function constructAt(root: IConstruct, path: string): IConstruct | undefined {
  let found: IConstruct | undefined = root;
  for (const name of below(root, path).split('/')) found = found?.node.tryFindChild(name);
  return found;
}

/** What to add where somebody wrote a path that no construct has: the path that they probably meant. */
export function meantPath(root: IConstruct, path: string): string {
  let found: IConstruct | undefined = root;
  for (const name of below(root, path.replace(/^\//, '')).split('/')) {
    if (name !== '') found = found && (found.node.tryFindChild(name) ?? childLike(found, name));
  }
  return found && found !== root ? ` (did you mean '${found.node.path}'?)` : '';
}

function below(root: IConstruct, path: string): string {
  return root.node.path === '' ? path : path.slice(root.node.path.length + 1);
}

function childLike({ node }: IConstruct, name: string): IConstruct | undefined {
  const most = Math.min(2, Math.floor(name.length / 4));
  const mistakes = (child: IConstruct) => mistakesBetween(name.toLowerCase(), child.node.id.toLowerCase());
  const [nearest] = [...node.children].sort((one, other) => mistakes(one) - mistakes(other));
  return nearest !== undefined && mistakes(nearest) <= most ? nearest : undefined;
}

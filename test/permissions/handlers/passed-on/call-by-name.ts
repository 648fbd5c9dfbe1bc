// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const callByName = (client: any, name: string): unknown => client[name]({});

